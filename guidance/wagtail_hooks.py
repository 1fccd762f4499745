"""Registers what guidance adds to the admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .bulk_actions import stop_bulk_publishing
from .choosers import service_chooser
from .rich_text import register_published_links, register_term
from .viewsets import GlossaryTermViewSet

hooks.register("register_admin_viewset", lambda: service_chooser)
hooks.register("before_bulk_action", stop_bulk_publishing)
hooks.register("register_rich_text_features", register_term)
# Registered after Wagtail's own handler, so that this one replaces it.
hooks.register("register_rich_text_features", register_published_links, order=10)

register_snippet(GlossaryTermViewSet)
