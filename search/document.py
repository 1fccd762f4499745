"""What an app hands over to be found."""

import hashlib
import json
import marshal
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
RANK_RANGE = (0.1, 10.0)
# The last format that writes equal values alike; later ones mark what occurs twice in memory.
MARSHAL_FORMAT = 2


@dataclass(frozen=True, slots=True)
class Document:
    """One findable thing, built from its live object.

    kind and key together name it; key is the primary key as text. url is site-relative. aliases are other names and
    acronyms people use. phrases are what people type who know no name of it: they find it as a name does, but
    whoever types one of them whole has not named it. facets maps a facet's name to slugs. coverage holds the codes
    of the areas served, empty when that is not recorded. points are (latitude, longitude) pairs in degrees, WGS84;
    pairs that are not on Earth are left out. topics names those facets that say what it is about: of several things
    filed under a value, those that are about little else come first. checked is the day the content was last
    confirmed. rank multiplies relevance and is held between 0.1 and 10. body is prose, of which parts are shown;
    keywords are further words it is found by, such as labels and names of areas, and are never shown.

    Raises ValueError for a kind or facet name that is not a lower-case identifier.
    """

    kind: str
    key: str
    title: str
    url: str
    aliases: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    summary: str = ""
    body: str = ""
    keywords: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
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
        content = [
            [
                self.title,
                self.url,
                self.summary,
                self.body,
                self.checked.toordinal() if self.checked else 0,
                self.rank,
            ],
            [
                sorted(self.aliases),
                sorted(self.phrases),
                sorted(self.coverage),
                sorted(self.topics),
                sorted(self.keywords),
                [[float(north), float(east)] for north, east in sorted(self.points)],
            ],
            sorted([[name, sorted(slugs)] for name, slugs in self.facets.items()]),
        ]
        return hashlib.blake2b(_written(content), digest_size=8).hexdigest()


def _written(content: list[Any]) -> bytes:
    """Nested lists as bytes, the same for equal ones. A rebuild writes every document; other ways take far longer."""
    try:
        return marshal.dumps(content, MARSHAL_FORMAT)
    except ValueError:
        # It knows plain text only, not the subclasses that Django has for choices and safe text.
        return marshal.dumps(json.loads(json.dumps(content)), MARSHAL_FORMAT)


def identity(kind: str, key: object) -> str:
    """Join a kind and a primary key into the name a document has in an index."""
    return f"{kind}:{key}"


def is_on_earth(latitude: float | None, longitude: float | None) -> bool:
    """Whether both are finite degrees within range."""
    if latitude is None or longitude is None:
        return False
    return math.isfinite(latitude) and math.isfinite(longitude) and abs(latitude) <= 90.0 and abs(longitude) <= 180.0
