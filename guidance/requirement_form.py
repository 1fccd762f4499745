"""What the list of requirements can be narrowed by, as a form."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from directory.forms.public_form import PublicForm
from guidance.choices import Jurisdiction, Level
from guidance.requirement_list import GROUPINGS, STATES, FilterChoices, RequirementQuery


class RequirementForm(PublicForm):
    """Sent by GET. It never fails: `RequirementQuery.read` has left out what is unknown."""

    def __init__(self, query: RequirementQuery, offered: FilterChoices, **options: Any) -> None:
        super().__init__(**{"auto_id": "filter-%s", **options})
        self.fields.update(
            {
                "level": _select(_("How binding"), Level.choices, query.level),
                "in": _select(_("Nation"), Jurisdiction.choices, query.nation),
                "stage": _select(_("Stage"), offered.stages, query.stage),
                "when": _select(_("When"), STATES.items(), query.state),
                "source": _select(_("Source"), offered.sources, query.source),
                "by": forms.ChoiceField(label=_("Group by"), choices=GROUPINGS.items(), initial=query.by),
            }
        )


def _select(label: str, choices: Iterable[tuple[str, str]], chosen: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", _("All")), *choices], initial=chosen, required=False)
