"""The leads' line in Wagtail's menu."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from directory.enquiries.models.access import is_lead


class AccessMenuItem(MenuItem):
    """Who has access, and the access log."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_lead(request.user)
