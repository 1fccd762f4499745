"""What to say when a place that somebody typed cannot be used."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from search.text.lists_in_words import listed, one_of

from .gazetteer import Matches, area_name, find_places
from .postcodes import OUTSIDE_UK

MOST_NAMED = 5
NO_POSTCODE = lazy("Enter a full or partial postcode that exists, like G42 9HX or G42")
NO_PLACE = lazy("We do not know that place. Enter a town, a district or a postcode, like Govan or G51")


def unknown_place(text: str, found: Matches) -> str:
    """A sentence without a full stop when the text means no place at all; nothing when it means one or several."""
    if found.place or found.others:
        return ""
    if found.nation:
        return _("%(area_name)s is too large to be near to. Enter a town, a council area or a postcode") % {
            "area_name": area_name(found.nation)
        }
    if found.outside_uk == OUTSIDE_UK["BF"]:
        return _(
            "We cannot place a forces address (BFPO). Enter the town or postcode in the UK that matters, or leave "
            "this empty"
        )
    if found.outside_uk:
        return _(
            "We cannot place %(outside_uk)s: we know places in "
            "the United Kingdom only. Enter a town or postcode there, or leave this empty"
        ) % {"outside_uk": found.outside_uk}
    if found.is_wrong_postcode:
        return NO_POSTCODE
    return (
        _("We do not know that place. Did you mean %(nearest)s?") % {"nearest": found.nearest}
        if found.nearest
        else NO_PLACE
    )


def place_problem(text: str, found: Matches) -> str:
    """The same for a form that cannot take a choice by a link: several places are a problem too."""
    if found.place or not found.others:
        return unknown_place(text, found)
    if found.region:
        return _("%(region)s is more than one area. Choose which, or enter a town or a postcode") % {
            "region": found.region
        }
    names = [place.label for place in found.others[:MOST_NAMED]]
    if len(found.others) > MOST_NAMED:
        return _("More than one place has that name. Enter %(names)s or another") % {
            "names": listed(names, with_commas=True)
        }
    return _("More than one place has that name. Enter %(names)s") % {"names": one_of(names, with_commas=True)}


def place_correction(found: Matches) -> str:
    """A sentence that asks for a yes when a text was taken for something other than it says; else nothing."""
    if found.place and found.is_corrected:
        return _("Did you mean %(area_label)s? Choose it, or enter another town or postcode") % {
            "area_label": found.place.area_label
        }
    return ""


def offered_for(text: str) -> tuple[str, ...]:
    """The labels to choose from: of several places, or of the one that a text was taken for or is nearest to."""
    found = find_places(text)
    if found.place:
        return (found.place.area_label,) if found.is_corrected else ()
    return tuple(place.area_label for place in found.others) or ((found.nearest,) if found.nearest else ())


def typed_or_chosen(typed: str, chosen: str) -> str:
    """The place that was chosen, if it was offered for what is typed; else what is typed."""
    return chosen if chosen and chosen in offered_for(typed) else typed
