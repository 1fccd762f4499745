"""Registers the inbox with Wagtail's admin."""

from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext as _
from wagtail import hooks

from .access import user_pages
from .access_admin import urls as access_urls
from .access_admin.menu import AccessMenuItem
from .data_requests import urls as requests_urls
from .data_requests.menu import RequestsMenuItem
from .inbox import urls
from .inbox.menu import EnquiriesMenuItem


@hooks.register("register_admin_urls")
def register_inbox_urls() -> list[URLPattern | URLResolver]:
    return [
        path("enquiries/requests/", include(requests_urls)),
        path("enquiries/access/", include(access_urls)),
        path("enquiries/", include(urls)),
    ]


@hooks.register("register_admin_menu_item")
def register_enquiries_menu_item() -> EnquiriesMenuItem:
    return EnquiriesMenuItem(_("Enquiries"), reverse_lazy("enquiries_inbox:list"), icon_name="mail", order=250)


@hooks.register("register_admin_menu_item")
def register_requests_menu_item() -> RequestsMenuItem:
    return RequestsMenuItem(_("Data requests"), reverse_lazy("enquiries_requests:list"), icon_name="group", order=260)


@hooks.register("register_admin_menu_item")
def register_access_menu_item() -> AccessMenuItem:
    return AccessMenuItem(_("Enquiry access"), reverse_lazy("enquiries_access:list"), icon_name="key", order=251)


hooks.register("before_edit_user", user_pages.before_edit_user)
hooks.register("before_delete_user", user_pages.before_delete_user)
hooks.register("before_bulk_action", user_pages.before_bulk_action)
