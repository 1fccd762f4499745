"""The line of these pages in Wagtail's menu."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from directory.enquiries.models.access import is_lead


class RequestsMenuItem(MenuItem):
    """Shown to leads."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_lead(request.user)
