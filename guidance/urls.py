"""Addresses of the guidance that are not Wagtail pages."""

from django.urls import path

from .feedback.views import useful, useful_thanks
from .services_by_guide import services_by_guide
from .views import glossary

urlpatterns = [
    path("glossary/", glossary, name="glossary"),
    path("services-by-guide/<int:pk>/", services_by_guide, name="services_by_guide"),
    path("useful/", useful, name="useful"),
    path("useful/thanks/", useful_thanks, name="useful_thanks"),
]
