"""Ranges of ages as values of an index. Pure functions."""

# One less than a power of two, so that spans halve evenly: an age is in eight, a range of ages is at most twelve.
OLDEST = 127


def age_spans(minimum: int | None, maximum: int | None) -> tuple[str, ...]:
    """The fewest spans that together hold the ages from minimum to maximum in whole years; None is no limit.

    Each span begins at a multiple of its own length, a power of two, so that a range of ages is a handful of values
    and an age matches exactly.
    """
    first, last = minimum or 0, OLDEST if maximum is None else min(maximum, OLDEST)
    spans = []
    while first <= last:
        length = (first & -first) or OLDEST + 1
        while first + length - 1 > last:
            length //= 2
        spans.append(_span(first, length))
        first += length
    return tuple(spans)


def spans_with(age: int) -> tuple[str, ...]:
    """Every span that holds an age in whole years, from 0 to `OLDEST`."""
    lengths = [1 << power for power in range(OLDEST.bit_length() + 1)]
    return tuple(_span(age - age % length, length) for length in lengths)


def _span(first: int, length: int) -> str:
    return f"{first}-{first + length - 1}"
