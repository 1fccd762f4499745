"""Addresses of the home room that are not Wagtail pages."""

from django.urls import path

from .views import site_search, suggestions

urlpatterns = [
    path("search/", site_search, name="site_search"),
    path("search/suggestions/", suggestions, name="suggestions"),
]
