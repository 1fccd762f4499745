"""System checks for what grows old by itself: the table of bank holidays."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Warning
from django.utils import timezone

from directory.opening_hours.bank_holidays import last_year

# Enquiries, hours and releases look further ahead than today.
YEARS_AHEAD = 5


def bank_holidays_are_known(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    """Say so in time: after the last year of the table every day would count as a working day."""
    known_until = last_year()
    if timezone.localdate().year + YEARS_AHEAD <= known_until:
        return []
    return [
        Warning(
            f"Bank holidays are known until the end of {known_until}.",
            hint="Bring the package `holidays` up to date: promised dates and “open now” leave out later ones.",
            id="directory.W001",
        )
    ]
