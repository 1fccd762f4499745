"""What the answers typed so far come to: which are good, which pages are still to be answered, and what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import EnquiryAnswers

from .answers import make_answers
from .asked import Asked
from .forms import QuestionsForm, Typed, as_posted
from .offered import Offered
from .steps import STEPS, Step, earlier_answers


@dataclass(slots=True, repr=False)
class ReadAnswers:
    """All pages read in order, because what is asked depends on what was answered before."""

    offered: Offered
    typed: Mapping[str, Typed]
    cleaned: dict[str, Any] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    asked: dict[str, Asked] = field(default_factory=dict)
    open_slugs: list[str] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        return not self.open_slugs

    @property
    def now_asked(self) -> Asked:
        """With everything that was answered."""
        return Asked(self.offered, earlier_answers(self.cleaned))

    def form(self, step: Step) -> QuestionsForm:
        """A page that applies, as it was typed. Made anew each time: most of those still open are never looked at."""
        asked = self.asked[step.slug]
        return QuestionsForm(step.fields(asked), asked, data=as_posted(self.typed.get(step.slug, {})))

    def after(self, slug: str) -> str:
        """The page after this one; nothing after the last."""
        slugs = [step.slug for step in self.steps]
        place = slugs.index(slug) + 1 if slug in slugs else 0
        return slugs[place] if place < len(slugs) else ""

    def before(self, slug: str) -> str:
        """The page before this one; nothing before the first."""
        slugs = [step.slug for step in self.steps]
        return slugs[slugs.index(slug) - 1] if slug in slugs[1:] else ""

    def number(self, slug: str) -> int:
        """Which of the pages it is, from 1."""
        return [step.slug for step in self.steps].index(slug) + 1

    @sensitive_variables()
    def answers(self) -> EnquiryAnswers:
        """What is sent, once everything is answered."""
        return make_answers(self.cleaned)


@sensitive_variables()
def read_typed(offered: Offered, typed: Mapping[str, Typed], checked: frozenset[str]) -> ReadAnswers:
    """Read every page that applies. `checked`: pages on which somebody pressed Continue."""
    reading = ReadAnswers(offered, typed)
    for step in STEPS:
        asked = reading.now_asked
        if not step.applies(asked):
            continue
        reading.steps.append(step)
        reading.asked[step.slug] = asked
        if step.slug in checked and (form := reading.form(step)).is_valid():
            reading.cleaned.update(form.cleaned_data)
        else:
            reading.open_slugs.append(step.slug)
    return reading
