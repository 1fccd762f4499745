"""The form in which an editor says which statements of our guides cover one of a framework."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail.admin.forms import WagtailAdminModelForm

from .asked import Question, read_asked


def known_questions() -> dict[str, Question]:
    """Every statement of a published guide by its key; none without guidance."""
    try:
        return read_asked().questions
    except Http404:
        return {}


def lost_keys(covered_by: Iterable[str], known: Iterable[str]) -> list[str]:
    """Those that no published guide has now: its page or the statement was taken down."""
    there = set(known)
    return [key for key in covered_by if key not in there]


class FrameworkStatementForm(WagtailAdminModelForm):
    """Offers each statement of the published guides, guide by guide, and what is chosen and no longer there."""

    covered_by = forms.MultipleChoiceField(
        label=lazy("Covered by"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=lazy(
            "Tick a statement when a team that can say yes to it has done what the framework asks, or a named part of "
            "it. In doubt leave it out. With none ticked, readers see that no question of ours covers this."
        ),
        error_messages={
            "invalid_choice": lazy("One of the statements is in no published guide. Nothing was saved: look again.")
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = known_questions()
        lost = lost_keys(self.instance.covered_by, known)
        self.fields["covered_by"].choices = [*_lost_group(lost), *_groups(known.values(), self.instance.covered_by)]


def _groups(questions: Iterable[Question], ticked: Iterable[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """By guide, in the order of the guidance: those with a ticked statement first, so that nobody looks for it."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for question in questions:
        groups.setdefault(f"{question.stage.title}: {question.guide.title}", []).append((question.key, question.text))
    chosen = set(ticked)
    return sorted(groups.items(), key=lambda group: chosen.isdisjoint(key for key, _text in group[1]))


def _lost_group(keys: list[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    named = [(key, key.partition(".")[2] or key) for key in keys]
    return [(_("No longer in a published guide: readers do not see these"), named)] if named else []
