"""What the first visitors of a process would wait for, done while the process starts."""

from django.urls import reverse

from directory.opening_hours.bank_holidays import load_calendar
from directory.places.gazetteer import find_places
from search.first_search import load_words


def prepare_for_requests() -> None:
    """Once, before the workers are made. Asks neither the database nor the index."""
    load_calendar()
    load_words()
    # Reads the tables of places and of postcodes.
    for text in ("Glasgow", "G51"):
        find_places(text)
    # Reads every module that has views.
    reverse("find")
