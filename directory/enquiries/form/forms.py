"""Forms made of questions: a page of them on the site, all at once for whoever records a call or a letter."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import EnquiryAnswers
from directory.forms.public_form import PublicForm
from directory.places.fields import CHOICE

from .answers import make_answers
from .asked import Asked
from .offered import Offered
from .questions import QUESTIONS, make_fields
from .rules import find_gaps

Typed = dict[str, list[str]]
# More than any answer may hold, less than would fill the storage.
LONGEST_ANSWER = 20_000


class QuestionsForm(PublicForm):
    """Some questions, to whoever is asked. Checks what was typed without a database."""

    def __init__(self, names: Iterable[str], asked: Asked, **options: Any) -> None:
        super().__init__(**options)
        self.asked = asked
        self.fields.update(make_fields(names, asked))

    @sensitive_variables()
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        together = {**self.asked.earlier, **cleaned}
        for name, message in find_gaps(together, already_wrong=self.errors.keys()):
            if name in self.fields:
                self.add_error(name, message)
        return cleaned

    def unjudged(self) -> "QuestionsForm":
        """The same form with what was typed and without a word about it."""
        self._errors = ErrorDict()
        return self

    @property
    def text_length(self) -> int:
        return sum(len(value) for values in typed_in(self.data, self.fields).values() for value in values)


class EnquiryForm(QuestionsForm):
    """All questions on one page, for whoever writes down what somebody else says."""

    def __init__(self, *, offered: Offered, data: Any = None, **options: Any) -> None:
        super().__init__(QUESTIONS, Asked(offered), data=data, **options)

    @sensitive_variables()
    def answers(self) -> EnquiryAnswers:
        """The cleaned answers, split into what lists may show and what is encrypted."""
        return make_answers(self.cleaned_data)


@sensitive_variables()
def typed_in(data: Mapping[str, Any] | None, names: Iterable[str]) -> Typed:
    """What was posted for these questions, as it was typed, with the place that was chosen for one."""
    if not isinstance(data, MultiValueDict):
        return {}
    keys = [key for name in names for key in (name, f"{name}{CHOICE}")]
    return {key: [value for value in data.getlist(key) if isinstance(value, str)] for key in keys if key in data}


@sensitive_variables()
def as_posted(typed: Typed) -> QueryDict:
    """What `typed_in` took, as a browser posts it."""
    data = QueryDict(mutable=True)
    for name, values in typed.items():
        data.setlist(name, values)
    return data
