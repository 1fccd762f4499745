"""What a listing is filtered by."""

import pytest

from directory.vocabulary.facets import or_not_recorded, release_steps, ways_to_meet


def test_ways_to_meet_are_those_offered() -> None:
    assert ways_to_meet(has_place=True, is_outreach=False, is_virtual=True) == ("place", "virtual")


def test_what_is_not_recorded_has_a_value_of_its_own() -> None:
    assert or_not_recorded(()) == ("not-recorded",)
    assert or_not_recorded(("court",)) == ("court",)


@pytest.mark.parametrize(
    ("worked_in", "steps"),
    [
        ((), ("after",)),
        (("licence",), ("after",)),
        (("before-release",), ("inside",)),
        (("prison",), ("inside",)),
        (("prison", "licence"), ("inside", "gate", "after")),
        (("before-release", "licence"), ("inside", "gate", "after")),
        (("court", "community-sentence"), ()),
        (("police-custody",), ()),
        (("court", "licence"), ("after",)),
    ],
)
def test_each_setting_has_its_steps_of_a_release(worked_in: tuple[str, ...], steps: tuple[str, ...]) -> None:
    assert release_steps(worked_in) == steps
