"""Retiring what listings name, and bringing it back."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from directory.models.retirement import Retirable
from directory.vocabulary.labels import KIND
from search.changelog.log import record_changes

RETIRE, BRING_BACK = "directory.retire", "directory.bring_back"


@transaction.atomic
def retire(*, instance: Retirable, by: Any) -> bool:
    """Offer it no more, neither to choose nor to filter by. Returns whether it was offered until now.

    No document of the index changes: what names it goes on doing so. Only the lists of what is offered are read anew.
    """
    return _set(instance, timezone.now(), RETIRE, by)


@transaction.atomic
def bring_back(*, instance: Retirable, by: Any) -> bool:
    """Offer it again. Returns whether it was retired until now."""
    return _set(instance, None, BRING_BACK, by)


def _set(instance: Retirable, moment: Any, action: str, by: Any) -> bool:
    rows = type(instance)._base_manager.filter(pk=instance.pk, retired_at__isnull=moment is not None)
    if not rows.update(retired_at=moment):
        return False
    instance.retired_at = moment
    record_changes(KIND, [f"{instance._meta.model_name}-{instance.pk}"])
    log(instance=instance, action=action, user=by)
    return True
