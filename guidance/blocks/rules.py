"""What rules ask for: who says so, where, how strongly, and since when; and sources that do not agree."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail import blocks

from guidance.choices import Jurisdiction, Level, all_jurisdictions, jurisdiction_words

from .minimum_list import MinimumListBlock

NOW, COMING, PAST = "now", "coming", "past"
# What the left column says of a rule that is in force.
STRENGTHS = {
    Level.LAW: lazy("Must"),
    Level.STANDARD: lazy("Must"),
    Level.SHOULD: lazy("Should"),
    Level.PAST: lazy("Past"),
    Level.SUGGESTION: lazy("We suggest"),
}
BINDING = {Level.LAW: lazy("by law"), Level.STANDARD: lazy("by a standard or contract")}
CROSSED = lazy("The last day lies before the first.")
# Drawn by Jinja2, because a list of rules has dozens: see ADR 41.
REQUIREMENT_TEMPLATE = "blocks/requirement_block.html"
NO_SOURCE = lazy("Say where this is written, or choose “We suggest”.")


def in_words(day: date) -> str:
    return format_date(day, "j F Y")


class SourceBlock(blocks.StructBlock):
    """Where something is written."""

    title = blocks.CharBlock(max_length=250, required=False)
    publisher = blocks.CharBlock(max_length=150, required=False)
    published = blocks.CharBlock(
        max_length=60,
        required=False,
        label=lazy("Date"),
        help_text=lazy("As the source gives it: 20 November 2019, or 2019. Empty: the source shows no date."),
    )
    url = blocks.URLBlock(required=False, label=lazy("Address"))

    class Meta:
        icon = "link"
        template = "blocks/source_block.html"


class JurisdictionsBlock(blocks.MultipleChoiceBlock):
    """The nations that something holds in."""

    def __init__(self, **options: Any) -> None:
        options.pop("choices", None)
        super().__init__(
            choices=Jurisdiction.choices,
            **{
                "default": all_jurisdictions,
                "widget": forms.CheckboxSelectMultiple,
                "search_index": False,
                "help_text": _("Tick all three if it holds in each."),
                **options,
            },
        )

    def deconstruct(self) -> tuple:
        # Nothing of it is needed to read what is stored.
        return ("wagtail.blocks.MultipleChoiceBlock", [], {"choices": Jurisdiction.choices})


class IdentifierBlock(blocks.RegexBlock):
    """What other things know a statement by. It stays when the words change."""

    def __init__(self, **options: Any) -> None:
        options.pop("regex", None)
        super().__init__(
            regex=r"^[a-z0-9][a-z0-9-]*$",
            **{
                "required": False,
                "max_length": 80,
                "help_text": _(
                    "Filled in when you save. Answers of the readiness check hang on it: leave it as it is."
                ),
                "error_messages": {"invalid": _("Use small letters, digits and hyphens.")},
                **options,
            },
        )

    def deconstruct(self) -> tuple:
        return ("wagtail.blocks.CharBlock", [], {"required": False})


class RequirementValue(blocks.StructValue):
    """One rule, and how it stands today."""

    @property
    def state(self) -> str:
        """Whether it is in force now, coming, or past."""
        today = timezone.localdate()
        if self["level"] == Level.PAST or (self["valid_until"] and self["valid_until"] < today):
            return PAST
        return COMING if self["valid_from"] and self["valid_from"] > today else NOW

    @property
    def strength(self) -> str:
        """Must, should, past or our suggestion; with the day if it is still to come."""
        if self.state == PAST:
            return _("Past")
        words = STRENGTHS[Level(self["level"])]
        return (
            _("%(words)s, from %(in_words)s") % {"words": words, "in_words": in_words(self["valid_from"])}
            if self.state == COMING
            else words
        )

    @property
    def binding_words(self) -> str:
        return "" if self.state == PAST else BINDING.get(Level(self["level"]), "")

    @property
    def jurisdiction_words(self) -> str:
        return jurisdiction_words(self["jurisdictions"] or ())

    @property
    def is_suggestion(self) -> bool:
        return self["level"] == Level.SUGGESTION

    @property
    def time_words(self) -> str:
        """Since when it holds, from when it will, or since when it no longer does."""
        first, last = self["valid_from"], self["valid_until"]
        if self.state == PAST and last:
            return _("No longer applies since %(in_words)s") % {"in_words": in_words(last + timedelta(days=1))}
        if self.state == COMING:
            until = _(", until %(in_words)s") % {"in_words": in_words(last)} if last else ""
            return _("Applies from %(in_words)s%(until)s") % {"in_words": in_words(first), "until": until}
        if first and last:
            return _("Since %(first)s, until %(last)s") % {"first": in_words(first), "last": in_words(last)}
        if first:
            return _("Since %(first)s") % {"first": in_words(first)}
        return _("Until %(last)s") % {"last": in_words(last)} if last else ""


class RequirementBlock(blocks.StructBlock):
    """What a rule asks for, how strongly, of whom, where and when, and who says so."""

    level = blocks.ChoiceBlock(choices=Level.choices, default=Level.STANDARD, search_index=False)
    text = blocks.TextBlock(rows=3)
    applies_to = blocks.CharBlock(
        max_length=150, help_text=lazy("Whose duty it is: every employer, liaison and diversion.")
    )
    jurisdictions = JurisdictionsBlock()
    source = SourceBlock()
    valid_from = blocks.DateBlock(
        required=False, label=lazy("Applies from"), help_text=lazy("The first day, if you know it.")
    )
    valid_until = blocks.DateBlock(
        required=False, label=lazy("Applies until"), help_text=lazy("The last day, if there is one.")
    )
    note = blocks.CharBlock(max_length=300, required=False, help_text=lazy("What is uncertain: the date has passed."))
    identifier = IdentifierBlock()

    class Meta:
        icon = "clipboard-list"
        label = lazy("Requirement")
        description = lazy("A rule: how binding, for whom, where, since when, and where it is written.")
        template = REQUIREMENT_TEMPLATE
        value_class = RequirementValue
        preview_value: ClassVar[dict] = {
            "level": "standard",
            "text": "Choose people with recent contact with the justice system.",
            "applies_to": "Liaison and diversion teams",
            "jurisdictions": ["england"],
            "source": {
                "title": "Liaison and diversion service specification",
                "publisher": "NHS England",
                "published": "2019",
                "url": "",
            },
            "valid_from": None,
            "valid_until": None,
            "note": "",
            "identifier": "recent-contact",
        }

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if problems := requirement_problems(cleaned):
            raise blocks.StructBlockValidationError(
                {name: ValidationError(words) for name, words in problems.items()},
            )
        return cleaned


def requirement_problems(value: blocks.StructValue) -> dict[str, str]:
    """What is wrong with a rule, by the part of it: dates that cross, and a rule that nobody made."""
    problems = {}
    if value["valid_from"] and value["valid_until"] and value["valid_until"] < value["valid_from"]:
        problems["valid_until"] = CROSSED
    if value["level"] != Level.SUGGESTION and not value["source"]["title"]:
        problems["level"] = NO_SOURCE
    return problems


class AccountBlock(blocks.StructBlock):
    """What one source says."""

    text = blocks.TextBlock(rows=2, label=lazy("What it says"))
    source = SourceBlock()

    class Meta:
        icon = "openquote"


class DisagreementValue(blocks.StructValue):
    """Sources that do not agree."""

    @property
    def jurisdiction_words(self) -> str:
        return jurisdiction_words(self["jurisdictions"] or ())


class DisagreementBlock(blocks.StructBlock):
    """Two or more sources that say different things, side by side."""

    question = blocks.CharBlock(
        max_length=150, help_text=lazy("What they disagree about: by when did teams need peers?")
    )
    jurisdictions = JurisdictionsBlock()
    accounts = MinimumListBlock(AccountBlock(), min_num=2, max_num=4)
    reading = blocks.TextBlock(
        rows=2, required=False, label=lazy("What to do"), help_text=lazy("How to act until it is clear.")
    )

    class Meta:
        icon = "resubmit"
        label = lazy("Sources that disagree")
        description = lazy("What each source says, with its date, side by side. Nobody is declared right.")
        template = "blocks/disagreement_block.html"
        value_class = DisagreementValue
        preview_value: ClassVar[dict] = {
            "question": "By when was it due?",
            "jurisdictions": ["england"],
            "accounts": [
                {
                    "text": "By March 2020.",
                    "source": {"title": "A report", "publisher": "Its publisher", "published": "2018", "url": ""},
                },
                {
                    "text": "By March 2021.",
                    "source": {"title": "A specification", "publisher": "NHS", "published": "2019", "url": ""},
                },
            ],
            "reading": "Both days have passed.",
        }

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if not all(account["source"]["title"] for account in cleaned["accounts"]):
            raise blocks.StructBlockValidationError(non_block_errors=[lazy("Say for each where it is written.")])
        return cleaned
