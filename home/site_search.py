"""The search of the whole site: its query, read from an address, and one page of results."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.indexing.organizations import services_of
from directory.navigation.languages import in_answered_language
from directory.navigation.pagination import Pagination, make_pagination, paginator_of
from directory.navigation.service_urls import service_url
from directory.vocabulary.labels import FACETS, read_labels
from search.api import find
from search.languages import shown_in_another_language
from search.query import MAX_OFFSET, MAX_TEXT, Hit, Notice, Promoted, SearchQuery, Understood, clean_text
from search.search_log import log_search
from search.text.normalise import folded_words

from .links import Link
from .public_hits import ORGANIZATION, SERVICE, TERM, only_public
from .query_intent import GUIDANCE_KINDS, asks_about_schemes

PAGE_SIZE = 10
MAX_SERVICES = 5
LAST_PAGE = MAX_OFFSET // PAGE_SIZE
# Kinds in the order they are offered, with what one and what all of them are called.
KINDS = {
    SERVICE: (lazy("Service"), lazy("Services")),
    ORGANIZATION: (lazy("Organisation"), lazy("Organisations")),
    "guide": (lazy("Guide"), lazy("Guides")),
    "stage": (lazy("Stage"), lazy("Stages")),
    "story": (lazy("Story"), lazy("Stories")),
    TERM: (lazy("Word explained"), lazy("Words explained")),
    "page": (lazy("About this site"), lazy("About this site")),
}


@dataclass(frozen=True, slots=True)
class SiteSearchQuery:
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
class SiteSearchInterpretation:
    """Part of the text that means something the finder filters by. `words_url`: the search for the words alone."""

    typed: str
    names: tuple[Link, ...]
    words_url: str


@dataclass(frozen=True, slots=True)
class KindFacet:
    """One kind to narrow down to, with how many were found."""

    label: str
    count: int
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class SiteSearchHit:
    """As the list shows it. `snippet` is safe HTML. `services`: what an organisation runs."""

    title: str
    url: str
    kind: str
    snippet: str
    services: tuple[Link, ...] = ()
    more_services: int = 0


@dataclass(frozen=True, slots=True)
class SiteSearchResults:
    """One page of results, with what to say above it."""

    query: SiteSearchQuery
    hits: tuple[SiteSearchHit, ...]
    kinds: tuple[KindFacet, ...]
    total: int
    pages: int
    suggestion: str
    is_complete: bool
    notices: tuple[Notice, ...] = ()
    promoted: tuple[Promoted, ...] = ()
    interpretations: tuple[SiteSearchInterpretation, ...] = ()
    is_from_standby: bool = False

    @property
    def is_past_the_end(self) -> bool:
        return self.query.page > self.pages

    @property
    def first_address(self) -> str:
        return self.query.address(page=1)

    @property
    def pagination(self) -> Pagination | None:
        """Links to the other pages."""
        page = reachable_pages(self.total).get_page(self.query.page)
        return make_pagination(page, lambda number: self.query.address(page=number))


def read_site_search_query(parameters: QueryDict) -> SiteSearchQuery:
    """Read the address's parameters. Never fails: what makes no sense is left out and named."""
    problems = []
    raw = parameters.get("q", "")
    text = clean_text(raw, MAX_TEXT)
    if len(raw.strip()) > MAX_TEXT:
        problems.append(_("That is long. We looked for the first %(value)s characters.") % {"value": MAX_TEXT})
    kind = parameters.get("kind", "")
    if kind and kind not in KINDS:
        problems.append(_("We do not have that kind of page, so here is everything."))
        kind = ""
    page = _page_number(parameters.get("page", "1"))
    if page is None:
        problems.append(_("That page number makes no sense, so here is the first page."))
    return SiteSearchQuery(text, kind, page or 1, tuple(problems))


def _page_number(raw: str) -> int | None:
    if not raw.isascii() or not raw.isdigit() or len(raw) > len(str(MAX_OFFSET)) * 4:
        return None
    return max(int(raw), 1)


def search_everything(query: SiteSearchQuery) -> SiteSearchResults:
    """Find one page of whatever is public."""
    asked = engine_query(query)
    result = find(asked)
    if not result.total:
        # Only searches that found nothing are logged: each log entry is a write, and most searches find something.
        log_search(asked, result.total)
    hits = only_public(result.hits_not_promoted) if query.page <= LAST_PAGE else ()
    return SiteSearchResults(
        query=query,
        hits=_hits(hits),
        kinds=_kind_facets(query, result.facets.get("kind", {})),
        total=result.total,
        pages=reachable_pages(result.total).num_pages,
        suggestion=result.did_you_mean or "",
        is_complete=result.complete,
        notices=result.notices,
        promoted=tuple(replace(each, url=in_answered_language(each.url)) for each in result.promoted),
        interpretations=tuple(_interpretations(query, result.understood)),
        is_from_standby=result.is_from_standby,
    )


def reachable_pages(total: int) -> Paginator:
    """The pages of so many results that the engine still leads to."""
    return paginator_of(min(total, LAST_PAGE * PAGE_SIZE), PAGE_SIZE)


def engine_query(query: SiteSearchQuery) -> SearchQuery:
    """Translate a site search query into one for `search.api`."""
    asks_how = asks_about_schemes(query.text)
    return SearchQuery(
        text=query.text,
        kinds=(query.kind,) if query.kind else tuple(KINDS),
        preferred={"kind": GUIDANCE_KINDS} if asks_how else {},
        # Whoever asks how to pay a peer worker is not looking for somebody to talk to.
        phrases=not asks_how,
        facets=("kind",),
        outside=shown_in_another_language(),
        offset=(min(query.page, LAST_PAGE) - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )


def _hits(hits: tuple[Hit, ...]) -> tuple[SiteSearchHit, ...]:
    organizations = [int(hit.key) for hit in hits if hit.kind == ORGANIZATION]
    run = services_of(organizations) if organizations else {}
    shown = []
    for hit in hits:
        services = run[int(hit.key)] if hit.kind == ORGANIZATION else []
        links = tuple(Link(name, service_url(slug)) for name, slug in services[:MAX_SERVICES])
        shown.append(
            SiteSearchHit(
                hit.title,
                in_answered_language(hit.url),
                KINDS[hit.kind][0],
                hit.snippet,
                links,
                len(services) - len(links),
            )
        )
    return tuple(shown)


def _interpretations(query: SiteSearchQuery, understood: Iterable[Understood]) -> Iterator[SiteSearchInterpretation]:
    """What was shown besides the words, unless the words are its very name."""
    labels = read_labels() if understood else {}
    parts: dict[str, list[Understood]] = {}
    for part in understood:
        if part.is_applied and part.facet in FACETS and part.value in labels[part.facet]:
            parts.setdefault(part.typed, []).append(part)
    for typed, found in parts.items():
        names = tuple(
            Link(labels[part.facet][part.value], f"{reverse('find')}?{urlencode({part.facet: part.value})}")
            for part in found
        )
        if [folded_words(name.title) for name in names] != [folded_words(typed)]:
            words = f'{found[0].rest} "{typed}"'.strip()
            yield SiteSearchInterpretation(typed, names, query.address(q=words, page=1))


def _kind_facets(query: SiteSearchQuery, counts: dict[str, int]) -> tuple[KindFacet, ...]:
    everything = sum(count for kind, count in counts.items() if kind in KINDS)
    choices = [KindFacet(_("Everything"), everything, query.address(kind="", page=1), not query.kind)]
    for kind, (_types, label) in KINDS.items():
        if counts.get(kind) or kind == query.kind:
            address = query.address(kind=kind, page=1)
            choices.append(KindFacet(label, counts.get(kind, 0), address, kind == query.kind))
    return tuple(choices)
