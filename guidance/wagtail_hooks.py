"""Registers what guidance adds to the admin."""

from django.urls import reverse
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .bulk_actions import stop_bulk_publishing
from .choosers import service_chooser
from .feedback import admin_urls
from .feedback.reports import LIST, TITLE, FeedbackMenuItem
from .readiness.viewsets import FrameworkViewSetGroup
from .rich_text import register_published_links, register_sized_documents, register_term
from .viewsets import GlossaryTermViewSet, ServiceGuideViewSet

hooks.register("register_admin_viewset", lambda: service_chooser)
hooks.register("before_bulk_action", stop_bulk_publishing)
hooks.register("register_rich_text_features", register_term)
# Registered after Wagtail's own handlers, so that these replace them.
hooks.register("register_rich_text_features", register_published_links, order=10)
hooks.register("register_rich_text_features", register_sized_documents, order=10)

register_snippet(GlossaryTermViewSet)
register_snippet(ServiceGuideViewSet)
register_snippet(FrameworkViewSetGroup)
hooks.register("register_admin_urls", lambda: admin_urls.urlpatterns)
hooks.register(
    "register_reports_menu_item",
    lambda: FeedbackMenuItem(TITLE, reverse(LIST), icon_name="help", order=910),
)
