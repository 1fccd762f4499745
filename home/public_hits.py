"""Which of the things that an index found the public may see now."""

from collections.abc import Iterable, Sequence

from directory.models import Organization, Service
from guidance.managers import published_pages
from guidance.models import GlossaryTerm
from search.languages import is_multilingual
from search.query import Completion, Hit

SERVICE, ORGANIZATION, TERM = "service", "organization", "term"
NOT_PAGES = (SERVICE, ORGANIZATION, TERM)


def only_public(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Only what the database calls public: an index may lag, and a withdrawn service is never shown."""
    services = [hit.key for hit in hits if hit.kind == SERVICE]
    pages = [hit.key for hit in hits if hit.kind not in NOT_PAGES]
    public = {(SERVICE, pk) for pk in Service.objects.published().filter(pk__in=services).values_list("pk", flat=True)}
    public |= {(ORGANIZATION, pk) for pk in _public_organizations(hits)}
    public |= {(TERM, pk) for pk in _known_terms(hits)}
    public |= {("page", pk) for pk in published_pages().filter(pk__in=pages).values_list("pk", flat=True)}
    return tuple(hit for hit in hits if (hit.kind if hit.kind in NOT_PAGES else "page", int(hit.key)) in public)


def in_answered_language_only(suggested: Sequence[Completion]) -> Sequence[Completion]:
    """Without the pages for which another stands in the language that is answered: those are suggested themselves."""
    keys = [each.key for each in suggested if each.kind not in NOT_PAGES]
    if not keys or not is_multilingual():
        return suggested
    shown = {str(pk) for pk in published_pages().in_language().filter(pk__in=keys).values_list("pk", flat=True)}
    return [each for each in suggested if each.kind in NOT_PAGES or each.key in shown]


def _known_terms(hits: tuple[Hit, ...]) -> Iterable[int]:
    keys = [hit.key for hit in hits if hit.kind == TERM]
    return GlossaryTerm.objects.filter(pk__in=keys).values_list("pk", flat=True) if keys else ()


def _public_organizations(hits: tuple[Hit, ...]) -> Iterable[int]:
    keys = [hit.key for hit in hits if hit.kind == ORGANIZATION]
    return Organization.objects.published().filter(pk__in=keys).values_list("pk", flat=True) if keys else ()
