"""What is still public, asked of the database: an index may be behind, or wrong."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from search.registry import Registration, registration_of

# The kind and the key of a document.
Name = tuple[str, str]


def public_among(names: Iterable[Name]) -> set[Name]:
    """Those whose objects the public may see. One query for each kind, and none of an unknown kind is."""
    by_kind: dict[str, list[str]] = {}
    for kind, key in dict.fromkeys(names):
        by_kind.setdefault(kind, []).append(key)
    public: set[Name] = set()
    for kind, keys in by_kind.items():
        registration = registration_of(kind)
        if registration is not None:
            public |= {(kind, key) for key in _public_keys(registration, keys)}
    return public


def _public_keys(registration: Registration, keys: list[str]) -> set[str]:
    everything = registration.all_keys()
    if isinstance(everything, QuerySet):
        usable = [key for key in keys if _is_key(registration, key)]
        return {str(key) for key in everything.filter(pk__in=usable)}
    return {str(key) for key in everything}.intersection(keys)


def _is_key(registration: Registration, key: str) -> bool:
    try:
        registration.model._meta.pk.to_python(key)
    except ValidationError:
        return False
    return True
