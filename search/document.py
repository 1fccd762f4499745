"""What an app hands over to be found."""

import hashlib
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
RANK_RANGE = (0.1, 10.0)
# Two control characters made for this, which no text holds.
ITEM_END, GROUP_END = "\x1f", "\x1e"


@dataclass(frozen=True, slots=True)
class Document:
    """One findable thing, built from its live object.

    kind and key together name it; key is the primary key as text. url is site-relative. aliases are other
    names and acronyms people use. facets maps a facet's name to slugs. coverage holds the codes of the areas
    served, empty when that is not recorded. points are (latitude, longitude) pairs in degrees, WGS84; pairs
    that are not on Earth are left out. checked is the day the content was last confirmed. rank multiplies
    relevance and is held between 0.1 and 10.

    Raises ValueError for a kind or facet name that is not a lower-case identifier.
    """

    kind: str
    key: str
    title: str
    url: str
    aliases: tuple[str, ...] = ()
    summary: str = ""
    body: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    coverage: tuple[str, ...] = ()
    points: tuple[tuple[float, float], ...] = ()
    checked: date | None = None
    rank: float = 1.0

    def __post_init__(self) -> None:
        for name in (self.kind, *self.facets):
            if not NAME.match(name):
                raise ValueError(f"{name!r} is not a lower-case identifier")
        object.__setattr__(self, "key", str(self.key))
        object.__setattr__(self, "points", tuple(point for point in self.points if is_on_earth(*point)))
        low, high = RANK_RANGE
        object.__setattr__(self, "rank", min(max(float(self.rank), low), high))

    @property
    def identity(self) -> str:
        """The one name of this document in an index."""
        return identity(self.kind, self.key)

    def fingerprint(self) -> str:
        """A short digest of everything that can be found or shown."""
        # Plain joining: this runs for every document of a rebuild, where any encoder would be the greatest cost.
        parts: list[Iterable[object]] = [
            (self.title, self.url, self.summary, self.body, self.checked, self.rank),
            sorted(self.aliases),
            sorted(self.coverage),
            sorted(self.points),
        ]
        parts += [(name, *sorted(self.facets[name])) for name in sorted(self.facets)]
        content = GROUP_END.join(ITEM_END.join(map(str, part)) for part in parts)
        return hashlib.blake2b(content.encode(errors="surrogatepass"), digest_size=8).hexdigest()


def identity(kind: str, key: object) -> str:
    """Join a kind and a primary key into the name a document has in an index."""
    return f"{kind}:{key}"


def is_on_earth(latitude: float | None, longitude: float | None) -> bool:
    """Whether both are finite degrees within range."""
    if latitude is None or longitude is None:
        return False
    return math.isfinite(latitude) and math.isfinite(longitude) and abs(latitude) <= 90.0 and abs(longitude) <= 180.0
