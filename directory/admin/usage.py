"""Where something is used: what names it, in how many places, and which. Nothing in use can be deleted.

Read from the relations themselves, so that one more relation counts by itself. Wagtail's own index of references knows
nothing of many-to-many fields, of drafts and of what was loaded in bulk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

from django.db.models import Model, ProtectedError, QuerySet
from django.db.models.signals import pre_delete
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from wagtail.models import DraftStateMixin, Revision

MAX_NAMED = 10


@dataclass(frozen=True, slots=True)
class Usage:
    """One way in which something is used: by which objects, and through what."""

    owners: QuerySet
    through: str
    count: int

    @property
    def label(self) -> str:
        """As in "Services: helps with"."""
        return f"{capfirst(str(self.owners.model._meta.verbose_name_plural))}: {self.through}"


class Usages(Sequence[tuple[Model, str]]):
    """Everything that uses something, with how. Counted in the database, read slice by slice."""

    def __init__(self, uses: Sequence[Usage]) -> None:
        self.uses = uses

    def __len__(self) -> int:
        return sum(use.count for use in self.uses)

    @overload
    def __getitem__(self, wanted: int) -> tuple[Model, str]: ...
    @overload
    def __getitem__(self, wanted: slice) -> list[tuple[Model, str]]: ...
    def __getitem__(self, wanted: int | slice) -> Any:
        if isinstance(wanted, int):
            return self[wanted : wanted + 1][0]
        first, last, _unused = wanted.indices(len(self))
        found: list[tuple[Model, str]] = []
        for use in self.uses:
            if first < use.count and last > 0:
                found += [(owner, use.through) for owner in use.owners[max(first, 0) : last]]
            first, last = first - use.count, last - use.count
        return found


def usages_of(instance: Model) -> Usages:
    """Where this object is used. A few queries, whatever the number of places."""
    found = []
    for relation in _relations(type(instance)):
        rows = relation.related_model._base_manager.filter(**{relation.field.name: instance.pk})
        parental = _parental_key(relation.related_model)
        owner = parental.related_model if parental else relation.related_model
        named = rows.values(parental.attname) if parental else rows.values("pk")
        through = str(parental.remote_field.name if parental else relation.field.verbose_name).replace("_", " ")
        drafts = _keys_of_drafts(owner, relation, parental, instance.pk)
        for keys, how in ((named, through), (drafts, _("%(through)s, in a draft") % {"through": through})):
            owners = owner._base_manager.filter(pk__in=keys).order_by("pk")
            if how != through:
                owners = owners.exclude(pk__in=named)
            if keys is named or keys:
                found.append(Usage(owners, how, owners.count()))
    return Usages([use for use in found if use.count])


def _relations(model: type[Model]) -> Iterator[Any]:
    """The relations by which other objects name one of these. What is a part of it does not count."""
    for relation in model._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or relation.related_model._meta.auto_created:
            continue
        if getattr(relation.related_model, "wagtail_reference_index_ignore", False):
            # What it was called before goes with it.
            continue
        if not isinstance(relation.field, ParentalKey):
            yield relation


def _parental_key(model: type[Model]) -> Any:
    return next((field for field in model._meta.concrete_fields if isinstance(field, ParentalKey)), None)


def _keys_of_drafts(owner: type[Model], relation: Any, parental: Any, key: Any) -> list[Any]:
    """The owners whose newest draft names it. Only what has a draft that is not published is read."""
    if not issubclass(owner, DraftStateMixin):
        return []
    newest = owner._base_manager.filter(has_unpublished_changes=True).values("latest_revision")
    drafts = Revision.objects.filter(pk__in=newest).values_list("object_id", "content")
    name, part = relation.field.name, parental.remote_field.name if parental else ""
    return [owned for owned, content in drafts if _names(content, name, part, key)]


def _names(content: dict[str, Any], name: str, part: str, key: Any) -> bool:
    holders = content.get(part) or () if part else (content,)
    for holder in holders:
        value = holder.get(name)
        if key in value if isinstance(value, list) else value == key:
            return True
    return False


def protect_what_is_used(*models: type[Model]) -> None:
    """Refuse to delete objects of these models while they are used, whoever deletes and however many at once."""
    for model in models:
        pre_delete.connect(_refuse, sender=model, dispatch_uid=f"protect.{model.__name__}")


def _refuse(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    used = usages_of(instance)
    if used:
        raise ProtectedError(
            _("This %(kind)s is used in %(number)s places. Retire it instead.")
            % {"kind": sender._meta.verbose_name, "number": len(used)},
            {owner for owner, _unused in used[:MAX_NAMED]},
        )
