"""Addresses of the public directory."""

from django.urls import include, path

from .release.views import release
from .views import can_i_refer, find, organization, service

urlpatterns = [
    path("find/", find, name="find"),
    path("services/<slug:slug>/", service, name="service"),
    path("services/<slug:slug>/can-i-refer/", can_i_refer, name="can_i_refer"),
    path("organisations/<slug:slug>/", organization, name="organization"),
    path("list/", include("directory.saved_list.urls")),
    path("release/", release, name="release"),
]
