"""The way back up: what breadcrumbs show."""

from typing import NamedTuple


class Crumb(NamedTuple):
    """One page above this one."""

    title: str
    url: str


HOME = Crumb("Home", "/")
