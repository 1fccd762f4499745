"""Every address of the site. Wagtail's pages come last because they match anything."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from .admin.page_choosers import VisiblePagesBrowseView, VisiblePagesChosenMultipleView
from .deployment import health
from .media.views import media

# Listed before Wagtail's URLs of the same paths, so that these answer and Wagtail's names still lead to them.
choose_page = require_admin_access(VisiblePagesBrowseView.as_view())

urlpatterns = [
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
    path("", include("directory.urls")),
    path("guidance/readiness/", include("guidance.readiness.urls")),
    path("", include("guidance.urls")),
    path("", include("home.urls")),
    path("media/<path:name>", media, name="media"),
    path("", include(wagtail_urls)),
]

handler400 = "hub.views.bad_request"
handler403 = "hub.views.permission_denied"
handler404 = "hub.views.page_not_found"
handler500 = "hub.middleware.stopped_database.server_error"
