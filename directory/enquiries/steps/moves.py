"""Where an enquiry goes on after a page."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.drafts.state import DraftState
from directory.enquiries.form.forms import Typed
from directory.enquiries.form.reading import ReadAnswers
from directory.places.fields import CHOICE, PlaceField
from directory.places.messages import typed_or_chosen

from .rendering import BEFORE, CHECK

PLACE = "postcode_district"


@sensitive_variables()
def next_place(state: DraftState, reading: ReadAnswers, slug: str) -> str:
    """The page after this one. A page with problems comes again; after checking, only what is still open does."""
    if slug in reading.open_slugs:
        return slug
    if not state.has_read:
        return BEFORE
    following = "" if state.has_checked else reading.after(slug)
    return following or next(iter(reading.open_slugs), CHECK)


def first_place(state: DraftState, reading: ReadAnswers) -> str:
    """Where to go on with a draft that somebody comes back to."""
    if not state.has_read and reading.open_slugs[:1] != ["q1"]:
        return BEFORE
    return next(iter(reading.open_slugs), CHECK)


@sensitive_variables()
def with_page(
    state: DraftState, slug: str, typed: Typed, *, is_checked: bool = True, was_trapped: bool = False
) -> DraftState:
    """The draft with one page as typed; once everything is answered, with the note that all was checked."""
    typed = with_known_place(typed)
    answered = state.answered(slug, typed, is_checked=is_checked, was_trapped=was_trapped)
    if answered.has_checked or not answered.reading.is_complete:
        return answered
    return replace(answered, has_checked=True)


@sensitive_variables()
def with_known_place(typed: Typed) -> Typed:
    """Without the second half of a postcode: a place that is known is kept by its name, not as it was typed."""
    if not (values := typed.get(PLACE)):
        return typed
    place = PlaceField(required=False, confirms=True)
    chosen = typed.get(f"{PLACE}{CHOICE}")
    try:
        label = place.clean(typed_or_chosen(values[0], chosen[0]) if chosen else values[0])
        return {PLACE: [label]} if place.clean(label) == label else typed
    except ValidationError:
        return typed
