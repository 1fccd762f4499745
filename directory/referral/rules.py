"""What a listing says about who it takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

# The settings in which somebody is at an establishment of each kind: there it decides, not only the home address.
PRISON = "prison"
INSIDE = frozenset({PRISON, "before-release"})
SETTINGS_AT = {
    "prison": INSIDE,
    "secure_care": INSIDE,
    "secure_hospital": INSIDE,
    "police_custody": frozenset({"police-custody"}),
    "court": frozenset({"court"}),
}


@dataclass(frozen=True, slots=True)
class Establishment:
    """A prison, court, secure care centre or the like that a listing names. `kind`: a key of `SETTINGS_AT`."""

    name: str
    kind: str = "prison"

    def concerns(self, setting: str | None) -> bool:
        """Whether somebody in this setting may be there; an unknown setting may be any."""
        return setting is None or setting in SETTINGS_AT[self.kind]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """When a fact was confirmed, and with whom, which may be empty."""

    on: date
    by: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a listing says about who it takes.

    Ages in whole years; None is not recorded. `gender`: "women", "men", "anyone" or "" for not recorded.
    `related_gender`: "women" or "men" where a service of the same partners takes only them. `settings`, `orders`,
    `routes` map slugs to names. `areas`: where people must live, code to name; `establishments`: where they must be
    held or heard, by code. Both as they hold today. Empty is not recorded. `is_full`: whether it said it takes nobody
    at the moment. `is_helpline`: anyone may call, and nobody refers. `confirmed`: what was confirmed and can still be
    relied on, by the name of the fact: setting, age, gender, area, order, route. `questions`: what is still to be
    asked about a fact, as readers see it.
    """

    minimum_age: int | None = None
    maximum_age: int | None = None
    gender: str = ""
    related_gender: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, str] = field(default_factory=dict)
    routes: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    establishments: Mapping[str, Establishment] = field(default_factory=dict)
    is_full: bool = False
    is_helpline: bool = False
    confirmed: Mapping[str, Confirmed] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)

    @property
    def may_depend_on_gender(self) -> bool:
        """Whether it can matter for the answer if the person is a woman or a man."""
        return self.gender in ("women", "men") or bool(self.related_gender) or "gender" in self.questions
