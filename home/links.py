"""A name that leads somewhere, for menus and lists."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    url: str
