"""Every address of the site. Wagtail's pages come last because they match anything."""

from django.conf import settings
from django.urls import include, path, re_path
from django.urls.resolvers import LocalePrefixPattern, URLPattern, URLResolver
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from home.page_routes import serve
from search.languages import own_language, spoken_language

from .admin.page_choosers import VisiblePagesBrowseView, VisiblePagesChosenMultipleView
from .deployment import health
from .media.views import media

# Listed before Wagtail's URLs of the same paths, so that these answer and Wagtail's names still lead to them.
choose_page = require_admin_access(VisiblePagesBrowseView.as_view())

ONE_LANGUAGE = [
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
    path("health/work", health.work, name="health_work"),
    path("admin/choose-page/", choose_page),
    path("admin/choose-page/<int:parent_page_id>/", choose_page),
    path("admin/choose-page/chosen-multiple/", require_admin_access(VisiblePagesChosenMultipleView.as_view())),
    # Outside what Wagtail wraps: these are for whoever has not passed yet.
    path("admin/second-factor/", include("hub.accounts.second_factor.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("enquiries/", include("directory.enquiries.urls")),
    path("media/<path:name>", media, name="media"),
]
EACH_LANGUAGE = [
    path("", include("directory.urls")),
    path("guidance/readiness/", include("guidance.readiness.urls")),
    path("", include("guidance.urls")),
    path("", include("home.urls")),
]
PAGES = path("", include(wagtail_urls))


class LanguagePrefix(LocalePrefixPattern):
    """The code of a language before an address, but for the hub's own and for languages that only the admin speaks."""

    @property
    def language_prefix(self) -> str:
        language = spoken_language()
        return "" if language == own_language() else f"{language}/"


def addresses(*, is_multilingual: bool) -> list[URLPattern | URLResolver]:
    """All of them; those of another language begin with its code, those of the hub's own are the same either way."""
    if not is_multilingual:
        return [*ONE_LANGUAGE, *EACH_LANGUAGE, PAGES]
    pages = re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve")
    return [*ONE_LANGUAGE, URLResolver(LanguagePrefix(prefix_default_language=False), [*EACH_LANGUAGE, pages, PAGES])]


urlpatterns = addresses(is_multilingual=settings.WAGTAIL_I18N_ENABLED)

handler400 = "hub.views.bad_request"
handler403 = "hub.views.permission_denied"
handler404 = "hub.views.page_not_found"
handler500 = "hub.middleware.stopped_database.server_error"
