"""How a table is built from the command line."""

import sys
from collections.abc import Callable


class CannotBuild(Exception):
    """What a table is made from is missing or contradicts itself. Says what to mend."""


def run(build: Callable[[], int], built: str) -> None:
    """Build a table and say how many rows it has, or what to mend. built: "places written"."""
    try:
        sys.stdout.write(f"{build()} {built}.\n")
    except CannotBuild as error:
        sys.exit(str(error))
