"""What the values of every filter are called."""

from collections.abc import Collection

from django.db.models import CharField, Q, Value
from django.utils.translation import gettext_lazy as lazy

from directory.models import Area, Service, Taxonomy, TaxonomyTerm, WayIn
from directory.models.areas import still_valid
from search.cache import cached_until_change, log_changes_of
from search.changelog.log import record_changes

from .facets import AT_A_PLACE, NOT_RECORDED, OUTREACH, VIRTUAL

# Rows of the change log with this kind stand for no document; they tell every process that a name has changed.
KIND = "labels"
FACETS = {
    "setting": lazy("Where the person is now"),
    "need": lazy("Help with"),
    "way": lazy("Ways in"),
    "referrals": lazy("Has room"),
    "mode": lazy("How they meet"),
    "peer": lazy("Peer workers"),
    "area": lazy("Area it covers"),
}
# Named where a person is described; nothing is filtered by them in an address.
ABOUT_THE_PERSON = ("route", "order")
FACETS_OF_TAXONOMIES = {
    Taxonomy.SETTING: "setting",
    Taxonomy.NEED: "need",
    Taxonomy.REFERRAL_ROUTE: "route",
    Taxonomy.PEER_ROLE: "peer",
    Taxonomy.ORDER_TYPE: "order",
}
FIXED = {
    "referrals": {Service.Referrals.OPEN.value: lazy("Now"), Service.Referrals.WAITING.value: lazy("With a wait")},
    "way": {
        WayIn.Kind.CALL.value: lazy("Call"),
        WayIn.Kind.DROP_IN.value: lazy("Drop in"),
        WayIn.Kind.ASK_STAFF.value: lazy("Ask the staff there"),
        WayIn.Kind.PROFESSIONAL.value: lazy("A professional refers"),
        WayIn.Kind.ENQUIRY.value: lazy("Send an enquiry"),
    },
    "mode": {
        AT_A_PLACE: lazy("At a place"),
        OUTREACH: lazy("They go to the person"),
        VIRTUAL: lazy("By phone or online"),
    },
}
# Facets that many listings say nothing about.
OFTEN_NOT_RECORDED = ("setting",)
# What a value is called where its facet is not named beside it.
ALONE = {
    ("setting", NOT_RECORDED): lazy("Setting not recorded"),
    ("referrals", Service.Referrals.OPEN.value): lazy("Has room now"),
    ("referrals", Service.Referrals.WAITING.value): lazy("Takes people, with a wait"),
}


class Labels(dict[str, dict[str, str]]):
    """The name of each slug of each facet. `retired`: facet and slug of what is named, but no longer offered."""

    retired: frozenset[tuple[str, str]] = frozenset()

    def offered(self, facet: str, keeping: Collection[str] = ()) -> dict[str, str]:
        """What may be chosen in this facet, and what was chosen already, in the order to show."""
        return {
            slug: name for slug, name in self[facet].items() if (facet, slug) not in self.retired or slug in keeping
        }


def watch_labels() -> None:
    """Note every change of a name in the change log."""
    log_changes_of(KIND, TaxonomyTerm, Area)


def record_areas() -> None:
    """Note that areas have changed, for those who write them without `save()`."""
    record_changes(KIND, ["areas"])


@cached_until_change
def read_labels() -> Labels:
    """The name of each slug of each facet, in the order to show them."""
    terms = TaxonomyTerm.objects.filter(taxonomy__slug__in=FACETS_OF_TAXONOMIES).order_by()
    areas = Area.objects.order_by()
    rows = terms.annotate(is_retired=Q(retired_at__isnull=False)).values_list(
        "taxonomy__slug", "position", "slug", "name", "is_retired"
    )
    rows = rows.union(
        areas.values_list(Value("area", output_field=CharField()), Value(0), "code", "name", Value(False)), all=True
    )
    found = Labels({facet: dict(FIXED.get(facet, {})) for facet in (*FACETS, *ABOUT_THE_PERSON)})
    retired = set()
    for taxonomy, _unused, slug, name, is_retired in sorted(rows, key=lambda row: (row[1], row[3])):
        facet = FACETS_OF_TAXONOMIES.get(taxonomy, "area")
        found[facet][slug] = name
        if is_retired:
            retired.add((facet, slug))
    found.retired = frozenset(retired)
    for facet in OFTEN_NOT_RECORDED:
        found[facet][NOT_RECORDED] = lazy("Not recorded")
    return found


@cached_until_change
def read_held() -> dict[str, str]:
    """The establishments that hold only women or only men, by code: "women" or "men"."""
    return dict(Area.objects.exclude(holds="").values_list("code", "holds"))


@cached_until_change
def read_establishments() -> dict[str, str]:
    """The names of prisons and other establishments that still exist, by code."""
    held = Area.objects.filter(still_valid(), kind__in=Area.ESTABLISHMENTS)
    return dict(held.order_by("name").values_list("code", "name"))
