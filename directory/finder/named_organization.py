"""The organization that a search names."""

from dataclasses import dataclass

from directory.models import Organization
from search.cache import cached_until_change
from search.text.normalise import folded_words


@dataclass(frozen=True, slots=True)
class NamedOrganization:
    """An organization by the name that was typed."""

    name: str
    slug: str


@cached_until_change
def _organizations() -> dict[tuple[str, ...], NamedOrganization]:
    """Every public organization by its name and its other names."""
    rows = Organization.objects.published().order_by("-pk").values_list("name", "alternate_name", "slug")
    return {
        folded_words(part): NamedOrganization(name, slug)
        for name, others, slug in rows
        for part in (*others.split(","), name)
        if folded_words(part)
    }


def organization_named(text: str) -> NamedOrganization | None:
    """The organization whose name is the whole text, if there is one."""
    return _organizations().get(folded_words(text)) if text else None
