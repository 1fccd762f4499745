"""What a listing says, as the values it is filtered by. Pure functions.

What a listing does not record about a person never filters it out for good, since "can I refer?" answers "ask" there.
Where few listings tell it in full, it has a value of its own. Who is turned away for certain stands in
`referral.index_values`.
"""

from collections.abc import Iterable

NOT_RECORDED = "not-recorded"
BEFORE_RELEASE, AFTER_RELEASE = frozenset({"prison", "before-release"}), "licence"
INSIDE, GATE, AFTER = "inside", "gate", "after"
AT_A_PLACE, OUTREACH, VIRTUAL = "place", "outreach", "virtual"


def or_not_recorded(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values, or the one that says that there are none."""
    return values or (NOT_RECORDED,)


def ways_to_meet(*, has_place: bool, is_outreach: bool, is_virtual: bool) -> tuple[str, ...]:
    """How somebody meets the service: at its place, where they are, by phone or online."""
    ways = {AT_A_PLACE: has_place, OUTREACH: is_outreach, VIRTUAL: is_virtual}
    return tuple(way for way, is_offered in ways.items() if is_offered)


def release_steps(settings: Iterable[str]) -> tuple[str, ...]:
    """At which steps of a release a service of these settings can begin or go on.

    Inside is before release. At the gate are those who work on both sides of it: who only works before has no part
    in the day itself, and a licence begins after it. Who does not say where may be there afterwards.
    """
    settings = frozenset(settings)
    before, after = bool(settings & BEFORE_RELEASE), AFTER_RELEASE in settings
    steps = {INSIDE: before, GATE: before and after, AFTER: after or not settings}
    return tuple(step for step, is_part in steps.items() if is_part)
