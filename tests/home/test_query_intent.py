"""Who asks how a scheme is run, and who asks for help."""

import pytest

from home.query_intent import asks_about_schemes


@pytest.mark.parametrize(
    "text",
    [
        "how do I pay a peer worker",
        "how much supervision do mentors need",
        "training for volunteers",
        "can a peer have a criminal record",
        "should our staff be paid",
        "evidence that peer mentoring works",
        "DBS check for volunteers",
    ],
)
def test_about_schemes(text: str) -> None:
    assert asks_about_schemes(text)


@pytest.mark.parametrize(
    "text",
    ["", "detox", "how do I stop drinking", "where can I sleep tonight", "my son is in jail", "peer support", "?"],
)
def test_about_help(text: str) -> None:
    assert not asks_about_schemes(text)
