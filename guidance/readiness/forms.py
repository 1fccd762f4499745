"""What a check is begun with, and how an older one is opened."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.forms.public_form import PublicForm
from directory.forms.widgets import Radios
from guidance.choices import Jurisdiction

from .asked import QuestionSet

ALL = "all"


class StartForm(PublicForm):
    """Which stage, and where."""

    stage = forms.ChoiceField(
        label=_("What do you want to check?"),
        widget=Radios(),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose a stage, or all stages")),
    )
    nation = forms.ChoiceField(
        label=_("Where do you work?"),
        help_text=_("Law and standards differ."),
        widget=Radios(classes="govuk-radios--inline"),
        choices=[*Jurisdiction.choices, (ALL, _("In more than one"))],
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose where you work")),
    )

    def __init__(self, asked: QuestionSet, data: Any = None, *, stage: str = "") -> None:
        """stage: the slug of the stage that is chosen already."""
        chosen = stage if asked.stage(stage) else ALL
        super().__init__(data, initial={"stage": chosen})
        self.asked = asked
        self.fields["stage"].choices = [
            (ALL, _("All stages (%(count)s questions)") % {"count": len(asked.questions)}),
            *((each.slug, f"{each.entry.label} ({len(each.questions)})") for each in asked.stages),
        ]

    @property
    def stage_key(self) -> UUID | None:
        """The stage that was chosen; none for all of them."""
        stage = self.asked.stage(self.cleaned_data["stage"])
        return stage.key if stage else None

    @property
    def nation_code(self) -> str:
        chosen = self.cleaned_data["nation"]
        return "" if chosen == ALL else chosen


class PrivateLinkForm(PublicForm):
    """The private link, or the code in it."""

    code = forms.CharField(
        label=_("Your private link, or its code"),
        help_text=_("Paste the whole link, or type the 28 letters and numbers at its end."),
        required=False,
        widget=forms.TextInput({"autocapitalize": "none"}),
    )
