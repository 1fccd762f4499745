"""Where the recogniser of distress is reached. Goes once `search.distress` is there: see `urgency`."""

try:
    from search.distress import recognise
except ModuleNotFoundError:

    def kinds_in(text: str) -> tuple[str, ...]:
        """Nothing."""
        return ()
else:

    def kinds_in(text: str) -> tuple[str, ...]:
        """The kinds of distress that a text tells of."""
        return recognise(text).kinds
