"""Addresses of the public directory."""

from django.urls import path

from .views import find, organization, service

urlpatterns = [
    path("find/", find, name="find"),
    path("services/<slug:slug>/", service, name="service"),
    path("organisations/<slug:slug>/", organization, name="organization"),
]
