"""Which stories a reader asked for: from where, about what, and for which stage of setting up peer support."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.forms.public_form import PublicForm

NAMES = ("setting", "need", "stage")
# Longer than any slug: what is longer is nobody's choice.
LONGEST = 255


@dataclass(frozen=True, slots=True)
class StorySelection:
    """What stands in the address: `?setting=court&need=housing&stage=set-it-up`."""

    setting: str = ""
    need: str = ""
    stage: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "StorySelection":
        return cls(**{name: query.get(name, "").replace("\0", "")[:LONGEST] for name in NAMES})

    @property
    def is_made(self) -> bool:
        return self != StorySelection()

    def address(self, **more: object) -> str:
        chosen = {**{name: getattr(self, name) for name in NAMES}, **more}
        return f"?{urlencode({name: value for name, value in chosen.items() if value})}"


@dataclass(frozen=True, slots=True)
class StoryChoices:
    """What the list can be narrowed by, as pairs of slug and words: only what a story has."""

    setting: tuple[tuple[str, str], ...] = ()
    need: tuple[tuple[str, str], ...] = ()
    stage: tuple[tuple[str, str], ...] = ()

    def words_of(self, selection: StorySelection) -> list[str]:
        """What was chosen, in words. What no story has, has none."""
        found = (dict(getattr(self, name)).get(getattr(selection, name), "") for name in NAMES)
        return [words for words in found if words]


class StoryFilterForm(PublicForm):
    """Sent by GET. It never fails: a choice that no story has finds none, and the page says how to see all."""

    LABELS = {
        "setting": lazy("Where the person was"),
        "need": lazy("What it helped with"),
        "stage": lazy("Stage of setting up"),
    }

    def __init__(self, selection: StorySelection, choices: StoryChoices, **options: Any) -> None:
        super().__init__(**{"auto_id": "filter-%s", **options})
        for name in NAMES:
            offered = getattr(choices, name)
            if offered:
                self.fields[name] = forms.ChoiceField(
                    label=self.LABELS[name],
                    choices=[("", _("All")), *offered],
                    initial=getattr(selection, name),
                    required=False,
                )
