"""Publishing checks for pages that are published from a list."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from .publishing_checks import PublishingChecks


def stop_bulk_publishing(
    request: HttpRequest, action_type: str, pages: Iterable[Page], action: PublishBulkAction
) -> HttpResponseBase | None:
    """Before a bulk action: publish nothing when one of the chosen drafts may not go live, and say which."""
    if action_type != "publish":
        return None
    with_descendants = action.cleaned_form.cleaned_data["include_descendants"]
    for page in pages:
        for candidate in (page, *(page.get_descendants().not_live() if with_descendants else ())):
            draft = candidate.get_latest_revision_as_object()
            if isinstance(draft, PublishingChecks) and draft.publishing_problems():
                messages.error(
                    request,
                    _("Nothing was published. “%(draft)s” is not ready: edit it to see why.") % {"draft": draft},
                )
                return redirect("wagtailadmin_explore", candidate.get_parent().pk)
    return None
