"""Addresses of the home room that are not Wagtail pages."""

from django.urls import path

from .views import leave, site_search, suggestions

urlpatterns = [
    path("leave/", leave, name="leave"),
    path("search/", site_search, name="site_search"),
    path("search/suggestions/", suggestions, name="suggestions"),
]
