"""The shape of a demo listing."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from directory.models import Fact, WayIn

Kind = WayIn.Kind
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class FromToday:
    """A day so many days after the demo is loaded, or before it if negative. With `words`, a text that ends in it."""

    days: int
    words: str = ""

    def on(self, today: date) -> date | str:
        """The day or the text, as it is on the day of loading."""
        day = today + timedelta(days=self.days)
        return f"{self.words} {day.day} {day:%B %Y}" if self.words else day


@dataclass(frozen=True, slots=True)
class DemoListing:
    """One service as a source describes it. What the source does not say keeps its default.

    `inferred` says what we worked out: what is in `source` and what is not must be told apart by readers. `needs`,
    `settings`, `routes`, `peers`, `orders` hold slugs of terms. `areas`, `places`, `partners` hold codes, names and
    slugs, or the fields of the row that names them. `ways`: kind, details, working days until an answer; `questions`:
    what each is about, and its words; `confirmations`: the fact, the day, with whom; `phones`: number, who answers.
    `contacts`, `languages`, `schedules`, `prices`: fields of rows; `fields`: other fields of `Service` by name. A
    `FromToday` may stand for the value of any field.
    """

    slug: str
    name: str
    organization: str
    summary: str
    source: str
    inferred: str = ""
    needs: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    peers: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    areas: tuple[str | Row, ...] = ()
    places: tuple[str | Row, ...] = ()
    partners: tuple[str | Row, ...] = ()
    tags: tuple[str, ...] = ()
    ways: tuple[tuple[Kind, str, int | None], ...] = ()
    questions: tuple[tuple[Fact, str], ...] = ()
    confirmations: tuple[tuple[Fact, FromToday, str], ...] = ()
    phones: tuple[tuple[str, str], ...] = ()
    contacts: tuple[Row, ...] = ()
    languages: tuple[Row, ...] = ()
    schedules: tuple[Row, ...] = ()
    prices: tuple[Row, ...] = ()
    fields: Row = field(default_factory=dict)


GLASGOW = "S12000049"
GREATER_GLASGOW = "S08000031"
SCOTLAND = "S92000003"
ENGLAND = "E92000001"
UNITED_KINGDOM = "K02000001"

CALL = (Kind.CALL, "", None)
ENQUIRY = (Kind.ENQUIRY, "", None)

SACRO_ARTICLE = (
    "Article by Emma Martin of Sacro on its Lived Experience Peer Support Service, changed 9 November 2022."
)
POP_ARTICLE = "Article by Thomas Carey of the Positive Outcomes Project, changed 13 October 2021."
PRISON_ARTICLE = "Article on the Prison Recovery Coordinator, published 5 October 2022."
LIAISON_SPECIFICATION = "NHS England's service specification for liaison and diversion, part on peer support."
PEER_MODEL = "Leaflet on the peer support model of Women into Work."
