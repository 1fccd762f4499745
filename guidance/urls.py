"""Addresses of the guidance that are not Wagtail pages."""

from django.urls import path

from .feedback.views import useful, useful_thanks
from .views import glossary

urlpatterns = [
    path("glossary/", glossary, name="glossary"),
    path("useful/", useful, name="useful"),
    path("useful/thanks/", useful_thanks, name="useful_thanks"),
]
