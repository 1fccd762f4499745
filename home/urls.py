"""Addresses of the home room that are not Wagtail pages."""

urlpatterns: list = []
