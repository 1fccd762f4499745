"""What the demo's listings are found by: the real ones first, and in danger only those that somebody answers."""

import pytest

from directory.models import Service

HELPLINES = {"samaritans", "breathing-space"}


@pytest.mark.parametrize("text", ["housing", "benefits", "recovery", "employability course", "mental health"])
def test_an_example_never_stands_before_a_real_service_that_answers_as_well(client, demo: None, text: str) -> None:
    found = client.get("/find/", {"q": text}).context["page"].cards
    assert not Service.objects.get(pk=found[0].service.pk).is_example


@pytest.mark.parametrize("text", ["I want to die", "end my life", "killing myself"])
def test_distress_leads_to_lines_that_somebody_answers(client, demo: None, text: str) -> None:
    first = client.get("/find/", {"q": text}).context["page"].promoted
    assert {item.url for item in first} == {f"/services/{slug}/" for slug in HELPLINES}
