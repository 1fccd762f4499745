"""Searching everything public at once: what was asked for, and a page of what was found."""

from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode

from django.http import QueryDict

from directory.models import Service
from guidance.published import published_pages
from search.finding import find
from search.query import MAX_OFFSET, MAX_TEXT, Hit, Notice, Promoted, SearchQuery, clean_text
from search.sought import record

PAGE_SIZE = 10
LAST_PAGE = MAX_OFFSET // PAGE_SIZE
SERVICE = "service"
# Kinds in the order they are offered, with what one and what all of them are called.
KINDS = {
    SERVICE: ("Service", "Services"),
    "guide": ("Guide", "Guides"),
    "stage": ("Stage", "Stages"),
    "story": ("Story", "Stories"),
    "page": ("About this site", "About this site"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a visitor asked for, brought into range. `problems` says in words what could not be used."""

    text: str = ""
    kind: str = ""
    page: int = 1
    problems: tuple[str, ...] = ()

    def address(self, **changes: object) -> str:
        """The query string of this search with some of it changed."""
        values = {"q": self.text, "kind": self.kind, "page": self.page, **changes}
        kept = {name: value for name, value in values.items() if value and (name, value) != ("page", 1)}
        return f"?{urlencode(kept)}"


@dataclass(frozen=True, slots=True)
class KindChoice:
    """One kind to narrow down to, with how many were found."""

    label: str
    count: int
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, as the list shows it. `snippet` is safe HTML."""

    title: str
    url: str
    kind: str
    snippet: str


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page of findings."""

    asked: Asked
    findings: tuple[Finding, ...]
    kinds: tuple[KindChoice, ...]
    total: int
    pages: int
    suggestion: str
    is_complete: bool
    notices: tuple[Notice, ...] = ()
    promoted: tuple[Promoted, ...] = ()

    @property
    def is_past_the_end(self) -> bool:
        return self.asked.page > max(1, self.pages)


def read_asked(parameters: QueryDict) -> Asked:
    """Read the address's parameters. Never fails: what makes no sense is left out and named."""
    problems = []
    raw = parameters.get("q", "")
    text = clean_text(raw, MAX_TEXT)
    if len(raw.strip()) > MAX_TEXT:
        problems.append(f"That is long. We looked for the first {MAX_TEXT} characters.")
    kind = parameters.get("kind", "")
    if kind and kind not in KINDS:
        problems.append("We do not have that kind of page, so here is everything.")
        kind = ""
    page = _page_number(parameters.get("page", "1"))
    if page is None:
        problems.append("That page number makes no sense, so here is the first page.")
    return Asked(text, kind, page or 1, tuple(problems))


def _page_number(raw: str) -> int | None:
    if not raw.isascii() or not raw.isdigit() or len(raw) > len(str(MAX_OFFSET)) * 4:
        return None
    return max(int(raw), 1)


def search_everything(asked: Asked) -> FoundPage:
    """Find what was asked for, one page of it."""
    query = SearchQuery(
        text=asked.text,
        kinds=(asked.kind,) if asked.kind else tuple(KINDS),
        facets=("kind",),
        offset=(min(asked.page, LAST_PAGE) - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )
    result = find(query)
    if not result.total:
        # Only what was sought in vain is counted: a count is a write, and most searches find something.
        record(query, result.total)
    pages = min(ceil(result.total / PAGE_SIZE), LAST_PAGE)
    hits = _still_public(result.hits_not_promoted) if asked.page <= LAST_PAGE else ()
    return FoundPage(
        asked=asked,
        findings=tuple(
            Finding(hit.title, hit.url, KINDS[hit.kind][0], hit.snippet) for hit in hits if hit.kind in KINDS
        ),
        kinds=_kind_choices(asked, result.facets.get("kind", {})),
        total=result.total,
        pages=pages,
        suggestion=result.suggestion or "",
        is_complete=result.complete,
        notices=result.notices,
        promoted=result.promoted,
    )


def _still_public(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Only what the database calls public: an index may lag, and a withdrawn service is never shown."""
    services = [hit.key for hit in hits if hit.kind == SERVICE]
    pages = [hit.key for hit in hits if hit.kind != SERVICE]
    public = {(SERVICE, pk) for pk in Service.objects.published().filter(pk__in=services).values_list("pk", flat=True)}
    public |= {("page", pk) for pk in published_pages().filter(pk__in=pages).values_list("pk", flat=True)}
    return tuple(hit for hit in hits if (SERVICE if hit.kind == SERVICE else "page", int(hit.key)) in public)


def _kind_choices(asked: Asked, counts: dict[str, int]) -> tuple[KindChoice, ...]:
    everything = sum(count for kind, count in counts.items() if kind in KINDS)
    choices = [KindChoice("Everything", everything, asked.address(kind="", page=1), not asked.kind)]
    for kind, (_, label) in KINDS.items():
        if counts.get(kind) or kind == asked.kind:
            address = asked.address(kind=kind, page=1)
            choices.append(KindChoice(label, counts.get(kind, 0), address, kind == asked.kind))
    return tuple(choices)
