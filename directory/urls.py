"""Addresses of the public directory."""

from django.urls import include, path

from .finder.views import find
from .referral.views import forget, who
from .release.views import release, release_plan
from .service_page.views import can_i_refer, service, service_map
from .views import organization

urlpatterns = [
    path("find/", find, name="find"),
    path("services/<slug:slug>/", service, name="service"),
    path("services/<slug:slug>/can-i-refer/", can_i_refer, name="can_i_refer"),
    path("services/<slug:slug>/map/", service_map, name="service_map"),
    path("organisations/<slug:slug>/", organization, name="organization"),
    path("list/", include("directory.saved_list.urls")),
    path("for/", who, name="who"),
    path("for/forget/", forget, name="forget"),
    path("release/", release, name="release"),
    path("release/plan/", release_plan, name="release_plan"),
]
