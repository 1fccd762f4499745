"""Which models are found, and how their objects become documents."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Model
from django.dispatch import Signal

from search.document import Document

DocumentBuilder = Callable[[Iterable[Any]], Iterable[Document]]
KeyLister = Callable[[], Iterable[Any]]
Dependents = Mapping[type[Model], Callable[[Any], Iterable[Any]]]
DailyChangeLister = Callable[[date, date], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Registration:
    """How one kind is found."""

    kind: str
    model: type[Model]
    documents: DocumentBuilder
    all_keys: KeyLister
    facets: tuple[str, ...] = ()
    dependents: Dependents = field(default_factory=dict)
    daily_changes: DailyChangeLister | None = None
    version: int = 1
    first_in_distress: tuple[str, str] | None = None


# Apps register before and after `SearchConfig.ready()` connects whoever listens; see `signal_handlers.connect`.
kind_registered = Signal()
kind_unregistered = Signal()

_registrations: dict[str, Registration] = {}


def register(
    kind: str,
    *,
    model: type[Model],
    documents: DocumentBuilder,
    all_keys: KeyLister,
    facets: Iterable[str] = (),
    dependents: Dependents | None = None,
    daily_changes: DailyChangeLister | None = None,
    version: int = 1,
    first_in_distress: tuple[str, str] | None = None,
) -> None:
    """Make a model's objects findable under a kind. Call it in `AppConfig.ready()`.

    documents builds, in bulk, the documents of those primary keys whose objects are public; a key that yields
    none disappears from the index. all_keys lists the primary keys of all public objects. facets names the facets of
    the documents; one that is not named is counted more slowly. dependents maps
    another model to the primary keys that one of its objects concerns, so that renaming a category or moving
    an organisation reaches what shows it. due lists the primary keys of those objects whose document comes out
    differently on a day than on an earlier one although nobody changed anything, such as a check that has grown old;
    it is given the earlier day and the later one. Raise version when documents come out differently for the same
    objects: the index is then built anew. first_in_distress is a facet and a value of it: documents that have it, such
    as helplines, come before everything else when somebody types words of distress.

    Raises ValueError when the kind is taken.
    """
    if kind in _registrations:
        raise ValueError(f"The kind {kind!r} is registered already")
    registration = Registration(
        kind,
        model,
        documents,
        all_keys,
        tuple(facets),
        dict(dependents or {}),
        daily_changes,
        version,
        first_in_distress,
    )
    _registrations[kind] = registration
    kind_registered.send(sender=Registration, registration=registration)


def unregister(kind: str) -> None:
    """Forget a kind and stop watching its models. Raises KeyError when it is not registered."""
    registration = _registrations.pop(kind)
    kind_unregistered.send(sender=Registration, registration=registration)


@contextmanager
def registered(kind: str, **options: Any) -> Iterator[None]:
    """Register a kind for the length of a block; takes what `register` takes."""
    register(kind, **options)
    try:
        yield
    finally:
        unregister(kind)


def registrations() -> tuple[Registration, ...]:
    """All registrations in the order of their kinds."""
    return tuple(_registrations[kind] for kind in sorted(_registrations))


def registration_of(kind: str) -> Registration | None:
    """The registration of one kind, if there is one."""
    return _registrations.get(kind)


def named_facets() -> tuple[str, ...]:
    """The facets of all registrations, sorted."""
    return tuple(sorted({facet for registration in registrations() for facet in registration.facets}))
