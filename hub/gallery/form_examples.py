"""A form with each kind of field, in the states a visitor can bring it into."""

from collections.abc import Iterator

from django import forms
from django.http import QueryDict

from directory.forms.fields import DateField, NumberField
from directory.forms.public_form import PublicForm
from directory.forms.widgets import Checkboxes, Radios
from directory.places.fields import PlaceField

from .examples import LONG

CHOICES = (("one", "The first"), ("two", LONG))


class EveryFieldForm(PublicForm):
    """One field of each kind."""

    text = forms.CharField(label="A line of text")
    email = forms.EmailField(label="An address", help_text=LONG)
    number = NumberField(label="A number")
    place = PlaceField(label="A place")
    textarea = forms.CharField(label="Some lines of text", widget=forms.Textarea({"rows": 4}))
    select = forms.ChoiceField(label="One of several", choices=CHOICES)
    radios = forms.ChoiceField(label="One of two", choices=CHOICES, widget=Radios(hints={"two": "With a hint"}))
    checkboxes = forms.MultipleChoiceField(label="Any of two", choices=CHOICES, widget=Checkboxes)
    checkbox = forms.BooleanField(label=LONG)
    date = DateField(label="A date", what="The date", help_text="For example, 27 3 2027")


FILLED = {
    "text": ["Text"],
    "email": ["name@hub.example"],
    "number": ["34"],
    "place": ["G42"],
    "textarea": ["Two\nlines"],
    "select": ["two"],
    "radios": ["two"],
    "checkboxes": ["one", "two"],
    "checkbox": ["on"],
    "date-day": ["27"],
    "date-month": ["March"],
    "date-year": ["2027"],
}


def form_states() -> Iterator[tuple[str, PublicForm]]:
    """Each state with a form in it. Prefixes keep their ids apart."""
    yield "empty", EveryFieldForm(prefix="empty")
    data = QueryDict(mutable=True)
    for name, values in FILLED.items():
        data.setlist(f"filled-{name}", values)
    yield "filled", EveryFieldForm(data, prefix="filled")
    yield "with errors", EveryFieldForm(QueryDict(), prefix="wrong")
