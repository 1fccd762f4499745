"""Addresses of the pages about access. They carry the number of a row, never a name."""

from django.urls import path

from . import views

app_name = "enquiries_access"
urlpatterns = [
    path("", views.AccessListView.as_view(), name="list"),
    path("grant/", views.GrantView.as_view(), name="grant"),
    path("history/", views.HistoryView.as_view(), name="history"),
    path("<int:pk>/confirm/", views.ConfirmView.as_view(), name="confirm"),
    path("<int:pk>/end/", views.EndView.as_view(), name="end"),
    path("<int:pk>/allow/", views.AllowView.as_view(), name="allow"),
]
