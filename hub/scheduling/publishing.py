"""Publishing and expiring what is due, each on its own."""

import logging
from collections.abc import Callable, Iterator

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)


def publish_and_expire() -> list[Exception]:
    """Do what editors set a time for, and return what failed.

    Wagtail's own command ends at the first page that cannot be published, and with it whatever comes later: a story
    that was to be taken down would stay up because another one lacks a consent.
    """
    return [fault for step in (*_expiries(), *_publications()) if (fault := _attempt(step)) is not None]


def _expiries() -> Iterator[Callable[[], object]]:
    models = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    for model in [Page, *(model for model in models if not issubclass(model, Page))]:
        for expired in model.objects.filter(live=True, expire_at__lt=timezone.now()).order_by("expire_at"):
            yield lambda expired=expired: expired.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publications() -> Iterator[Callable[[], object]]:
    for revision in Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at"):
        yield lambda revision=revision: revision.publish(log_action="wagtail.publish.scheduled")


def _attempt(step: Callable[[], object]) -> Exception | None:
    try:
        with transaction.atomic():
            step()
    except Exception as fault:
        logger.error("A page could not be published or taken down: %s", type(fault).__name__)
        return fault
    return None
