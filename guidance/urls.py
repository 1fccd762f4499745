"""Addresses of the guidance that are not Wagtail pages."""

from django.urls import path

from .views import glossary

urlpatterns = [
    path("glossary/", glossary, name="glossary"),
]
