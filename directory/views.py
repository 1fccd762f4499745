"""Public pages of the directory."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from .models import Organization, Service


def find(request: HttpRequest) -> HttpResponse:
    return render(request, "directory/find.html", {})


def service(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Service.objects.published().with_page_details(), slug=slug)
    return render(request, "directory/service_detail.html", {"service": found})


def organization(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Organization.objects.published(), slug=slug)
    return render(request, "directory/organization_detail.html", {"organization": found})
