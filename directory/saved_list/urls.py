"""Addresses of saved lists, below `/list/`."""

from django.urls import path

from .views import add_to_list, keep_list, my_list, remove_from_list, shared_list

urlpatterns = [
    path("", my_list, name="my_list"),
    path("add/<slug:slug>/", add_to_list, name="add_to_list"),
    path("keep/<str:code>/", keep_list, name="keep_list"),
    path("remove/", remove_from_list, name="remove_from_list"),
    path("<str:code>/", shared_list, name="shared_list"),
]
