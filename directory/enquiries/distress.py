"""Where the recogniser of distress is reached. Goes once `search.distress` is there: see `urgency`."""

try:
    from search.distress import recognise
except ModuleNotFoundError:

    def recognise(text: str) -> tuple[str, ...]:
        return ()
