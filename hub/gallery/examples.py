"""What each component is shown with. A component without an example fails a test."""

from dataclasses import dataclass, field

from django.utils.safestring import mark_safe

from directory.navigation.pagination import Pagination, make_pagination, paginator_of
from directory.templatetags.notices import NOTICE_KINDS
from home.links import Link
from search.query import Notice, Promoted

LONG_WORD = "Rechtsschutzversicherungsgesellschaftsangestellter"
LONG = f"A name that goes on for longer than anybody expects, with {LONG_WORD} in the middle of it, and then ends"
# The layout of the gallery's own page shows these, and a page has each of them once.
IN_THE_LAYOUT = ("demonstration_bar", "exit_link", "footer", "header", "safety_bar", "urgent_help")


@dataclass(frozen=True, slots=True)
class Example:
    """A state, and the context that brings the component into it."""

    state: str
    context: dict[str, object] = field(default_factory=dict)


def _pages(of: str, total: int, number: int) -> dict[str, object]:
    pagination: Pagination | None = make_pagination(paginator_of(total, 10).page(number), "?page={}".format)
    return {"of": of, "pagination": pagination}


def _notice(kind: str) -> Example:
    return Example(
        kind or "plain",
        {
            "kind": kind,
            "title": "" if kind in ("warning", "done") else "The list is full",
            "content": mark_safe("<p>Take one off before you add <a href='#main-content'>another</a>.</p>"),
            "on_paper": True,
        },
    )


NUMBER = Notice("Samaritans listen, free, any time.", "tel:116123", "116 123", "At any time", ("suicide",))
DANGER = Notice("Somebody may die.", "tel:999", "Call 999", "In danger now", ("suicide",))

LANGUAGES = (
    {"name": "English", "tag": "en-GB", "direction": "ltr", "address": "", "is_current": True},
    {"name": "العربية", "tag": "ar", "direction": "rtl", "address": "/ar/", "is_current": False},
)
SEARCHED_HERE = {"is_from_standby": True}
STAFF = {"wagtailadmin": {"access_admin": True}}

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "availability": tuple(
        Example(state, {"availability": state, "words": words})
        for state, words in (
            ("open", "Taking referrals"),
            ("waiting", "Wait: about 3 weeks"),
            ("full", "Full"),
            ("unknown", f"Not confirmed, {LONG}"),
        )
    ),
    "breadcrumbs": (
        Example("the home page alone"),
        Example("in the finder", {"in_finder": True}),
        Example("many, with long words", {"breadcrumbs": [Link(LONG, "/")] * 3, "title": LONG, "url": "/"}),
    ),
    "distress_panel": (Example("empty"), Example("filled", {"notices": (NUMBER, DANGER)})),
    "error_summary": (
        Example("one", {"links": [("main-content", "Enter an age")]}),
        Example("many, with long words", {"links": [("main-content", LONG)] * 3, "level": 3}),
    ),
    "example": (Example("filled"),),
    "footer_short": (Example("filled"),),
    "header_plain": (Example("filled"),),
    "holds_private": (Example("seen by scripts alone"),),
    # One state: a page has one such list.
    "languages": (Example("two", {"choices": LANGUAGES}),),
    "mark": (Example("filled"),),
    "notice": (
        *(_notice(kind) for kind in NOTICE_KINDS),
        Example("long words", {"title": LONG, "content": LONG, "on_paper": True}),
    ),
    "pagination": (
        Example("empty: one page", _pages("one page", 10, 1)),
        Example("at the start", _pages("the start", 40, 1)),
        Example("many", _pages("many", 98_760, 4_938)),
        Example("at the end", _pages("the end", 40, 4)),
    ),
    "place_choices": (
        Example("empty"),
        Example("one", {"id": "one-place", "name": "one-place", "labels": ["Perth, Perth and Kinross"]}),
        Example("many", {"id": "places", "name": "places", "labels": [LONG, "Newport, Fife", "Newport, Gwent"]}),
    ),
    "report_problem": (Example("filled", {"about": "/services/samaritans/"}),),
    "search_notices": (
        Example("empty"),
        Example(
            "filled",
            {
                "notices": (Notice("Somebody looks for you.", "/enquiries/new/", "Send an enquiry", LONG),),
                "promoted": (Promoted("The three stages", "/guidance/", "One at a time"), Promoted(LONG, "/", LONG)),
            },
        ),
    ),
    "search_standby": (
        Example("the search server answers"),
        Example("the index of this machine answers", {"page": SEARCHED_HERE, "perms": STAFF}),
    ),
    "sign_cross": (Example("filled"),),
    "sign_question": (Example("filled"),),
    "sign_search": (Example("filled"),),
    "sign_tick": (Example("filled"),),
    "untranslated": (
        Example("filled", {"wanted": "Welsh", "original": "English"}),
        Example("long words", {"wanted": LONG, "original": LONG}),
    ),
    "what_stays": (Example("filled"),),
}
