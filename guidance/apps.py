from django.apps import AppConfig
from django.core.checks import register
from django.forms import Widget
from django.utils.translation import gettext_lazy as lazy


class GuidanceConfig(AppConfig):
    name = "guidance"

    def ready(self) -> None:
        from wagtail.models import Page

        from directory.models import Service
        from search.admin.promotion_choosers import register_promotion_chooser
        from search.cache import log_changes_of

        from .checks import page_types_have_every_language
        from .models import ServiceGuide
        from .search_documents import register_guidance

        register(page_types_have_every_language)
        register_guidance()
        # Guides are shown with these links as they were when the change log last grew.
        log_changes_of("service_guide", ServiceGuide)
        register_promotion_chooser("page", lazy("A page"), model=Page, widget=_page_chooser)
        register_promotion_chooser("service", lazy("A service"), model=Service, widget=_service_chooser)


def _page_chooser() -> Widget:
    from wagtail.admin.widgets import AdminPageChooser  # imported late: the admin loads after the apps

    return AdminPageChooser()


def _service_chooser() -> Widget:
    from .choosers import service_chooser  # imported late, for the same reason

    return service_chooser.widget_class()
