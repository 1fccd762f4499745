"""What the values of every filter are called."""

from django.db.models import CharField, Value

from directory.facets import AT_A_PLACE, MAN, NOT_RECORDED, OUTREACH, VIRTUAL, WOMAN
from directory.models import Area, Service, Taxonomy, TaxonomyTerm
from search.changes import record_changes
from search.remembering import note_changes, remembered

# Rows of the change log with this kind stand for no document; they tell every process that a name has changed.
KIND = "labels"
FACETS = {
    "setting": "Where the person is now",
    "need": "Help with",
    "referrals": "Taking referrals",
    "route": "Who is referring",
    "gender": "The person is",
    "mode": "How they meet",
    "peer": "Peer workers",
    "order": "Order or sentence",
    "area": "Area it covers",
}
FACETS_OF_TAXONOMIES = {
    Taxonomy.SETTING: "setting",
    Taxonomy.NEED: "need",
    Taxonomy.REFERRAL_ROUTE: "route",
    Taxonomy.PEER_ROLE: "peer",
    Taxonomy.ORDER_TYPE: "order",
}
FIXED = {
    "referrals": {Service.Referrals.OPEN.value: "Now", Service.Referrals.WAITING.value: "With a wait"},
    "gender": {WOMAN: "A woman", MAN: "A man"},
    "mode": {AT_A_PLACE: "At a place", OUTREACH: "They go to the person", VIRTUAL: "By phone or online"},
}
# Facets that many listings say nothing about.
OFTEN_NOT_RECORDED = ("setting", "route", "order")
# What a value is called where its facet is not named beside it.
ALONE = {
    ("setting", NOT_RECORDED): "Setting not recorded",
    ("route", NOT_RECORDED): "Who can refer not recorded",
    ("order", NOT_RECORDED): "Orders not recorded",
    ("referrals", Service.Referrals.OPEN.value): "Taking referrals now",
    ("referrals", Service.Referrals.WAITING.value): "Taking referrals, with a wait",
}

Labels = dict[str, dict[str, str]]


def watch_labels() -> None:
    """Note every change of a name in the change log."""
    note_changes(KIND, TaxonomyTerm, Area)


def record_areas() -> None:
    """Note that areas have changed, for those who write them without `save()`."""
    record_changes(KIND, ["areas"])


@remembered
def read_labels() -> Labels:
    """The name of each slug of each facet, in the order to show them."""
    terms = TaxonomyTerm.objects.filter(taxonomy__slug__in=FACETS_OF_TAXONOMIES).order_by()
    areas = Area.objects.order_by()
    rows = terms.values_list("taxonomy__slug", "position", "slug", "name").union(
        areas.values_list(Value("area", output_field=CharField()), Value(0), "code", "name"), all=True
    )
    found: Labels = {facet: dict(FIXED.get(facet, {})) for facet in FACETS}
    for taxonomy, _, slug, name in sorted(rows, key=lambda row: (row[1], row[3])):
        found[FACETS_OF_TAXONOMIES.get(taxonomy, "area")][slug] = name
    for facet in OFTEN_NOT_RECORDED:
        found[facet][NOT_RECORDED] = "Not recorded"
    return found
