"""The shape of a demo listing."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Listing:
    """One service as a source describes it. What the source does not say keeps its default.

    `needs`, `settings`, `routes`, `peers`, `orders` hold slugs of terms; `areas` codes; `places` names of locations;
    `partners` pairs of an organization's slug and whether it shares information under an agreement; `fields` other
    fields of `Service` by name; `schedules` and `prices` the fields of rows of opening hours and prices.
    """

    slug: str
    name: str
    organization: str
    summary: str
    source: str
    needs: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    peers: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    partners: tuple[tuple[str, bool], ...] = ()
    tags: tuple[str, ...] = ()
    phone: str = ""
    schedules: tuple[dict[str, object], ...] = ()
    prices: tuple[dict[str, object], ...] = ()
    fields: dict[str, object] = field(default_factory=dict)


GLASGOW = "S12000049"
GREATER_GLASGOW = "S08000031"
SCOTLAND = "S92000003"
ENGLAND = "E92000001"
UNITED_KINGDOM = "K02000001"

SACRO_ARTICLE = "Sacro's article on its Lived Experience Peer Support Service, last changed 9 November 2022."
POP_ARTICLE = "Police Scotland's article on the Positive Outcomes Project, last changed 13 October 2021."
PRISON_ARTICLE = "Article on the Prison Recovery Coordinator, published 5 October 2022."
LIAISON_SPECIFICATION = "NHS England's service specification for liaison and diversion, part on peer support."
PEER_MODEL = "Leaflet on the peer support model of Women into Work."
PUBLIC_LINE = "The line's own published number. Named in one of our sources or shown on every page of the hub."
