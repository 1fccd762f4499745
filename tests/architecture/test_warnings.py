"""A warning that our code causes fails the test; one that a library causes for itself does not."""

import warnings

import pytest


def warn(module: str) -> None:
    warnings.warn_explicit("It goes with the next version.", DeprecationWarning, "made_up.py", 1, module=module)


@pytest.mark.parametrize("module", ["hub.made_up", "directory.enquiries.made_up", "search"])
def test_ours_fails(module: str) -> None:
    with pytest.raises(DeprecationWarning):
        warn(module)


def test_a_name_that_begins_alike_is_not_ours() -> None:
    # The filters stay as they are: an error would be raised here.
    with warnings.catch_warnings(record=True) as caught:
        warn("searching.made_up")
    assert [warning.category for warning in caught] == [DeprecationWarning]
