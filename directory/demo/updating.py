"""Keeps what the demo wrote up to date, and leaves alone what anybody else has touched.

The demo keeps one revision of each service and organization, made by nobody. A second one, one with an author, or a
row that differs from its only revision is somebody's work.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field
from modelcluster.models import ClusterableModel, get_all_child_m2m_relations
from wagtail.models import Revision

from directory.models import Organization, Service

Kept = Service | Organization

# What a row says about itself rather than about what it describes.
BOOKKEEPING = frozenset(
    {
        "pk",
        "id",
        "slug",
        "service",
        "content_object",
        "live",
        "has_unpublished_changes",
        "first_published_at",
        "last_published_at",
        "live_revision",
        "latest_revision",
        "retired_at",
        "go_live_at",
        "expire_at",
        "expired",
        "locked",
        "locked_at",
        "locked_by",
        "last_modified",
        "is_synthetic",
    }
)


def update_published(wanted: Kept) -> None:
    """Publish a service or organization as it is wanted, unless somebody has edited it or taken it down."""
    existing = type(wanted)._default_manager.filter(slug=wanted.slug).first()
    if existing is None:
        _publish(wanted)
    elif existing.live and is_only_the_demos(existing) and _plain(existing) != _plain(wanted):
        _copy(wanted, existing)
        _publish(existing)


def take_down(model: type[Kept], slugs: Iterable[str]) -> None:
    """Take down what the demo no longer has, unless somebody has made it theirs."""
    for existing in model._default_manager.filter(slug__in=tuple(slugs), live=True):
        if is_only_the_demos(existing):
            existing.unpublish()


def is_only_the_demos(existing: Kept) -> bool:
    """Whether nobody has saved it but the demo."""
    revisions = list(existing.revisions.all()[:2])
    return len(revisions) == 1 and revisions[0].user_id is None and _is_as_saved(existing, revisions[0])


def _is_as_saved(existing: Kept, revision: Revision) -> bool:
    """Whether its own fields are those of the revision. A field that came later than the revision tells nothing."""
    saved, now = revision.content, _stored(existing)
    return all(saved[field.name] == now[field.name] for field in _own_fields(existing) if field.name in saved)


def _plain(kept: Kept) -> Any:
    """What it says, as plain values that can be compared."""
    return _without_bookkeeping(_stored(kept))


def _stored(kept: Kept) -> dict[str, Any]:
    """What a revision of it would hold."""
    return json.loads(json.dumps(kept.serializable_data(), cls=DjangoJSONEncoder))


def _without_bookkeeping(stored: Any) -> Any:
    """The same without keys, and with rows in an order of their own: the database gives them in another."""
    if isinstance(stored, dict):
        return {name: _without_bookkeeping(value) for name, value in stored.items() if name not in BOOKKEEPING}
    if isinstance(stored, list):
        return sorted((_without_bookkeeping(item) for item in stored), key=repr)
    return stored


def _own_fields(kept: Kept) -> list[Field]:
    return [field for field in kept._meta.concrete_fields if field.name not in BOOKKEEPING]


def _copy(wanted: Kept, existing: Kept) -> None:
    for field in _own_fields(wanted):
        setattr(existing, field.attname, getattr(wanted, field.attname))
    if isinstance(wanted, ClusterableModel):
        wanted.copy_all_child_relations(existing)
        for field in get_all_child_m2m_relations(wanted):
            setattr(existing, field.name, list(getattr(wanted, field.name).all()))


def _publish(kept: Kept) -> None:
    """Save and publish it through its only revision: a second one would look like an editor's."""
    kept.full_clean(exclude=["latest_revision", "live_revision"])
    kept.save()
    revision = kept.save_revision()
    revision.publish()
    kept.revisions.exclude(pk=revision.pk).delete()
