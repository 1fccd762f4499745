"""What the demo's listings are found by: the real ones first, and in danger only those that somebody answers."""

import pytest

from directory.demo.create import create_directory
from directory.demo.search_words import create_search_words

HELPLINES = {"samaritans", "breathing-space"}


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["housing", "benefits", "recovery", "employability course", "mental health"])
def test_an_example_never_stands_before_a_real_service_that_answers_as_well(
    client, settings, tmp_path, text: str
) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    services = create_directory()
    found = client.get("/find/", {"q": text}).context["page"].cards
    assert not services[found[0].service.slug].is_example


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["I want to die", "end my life", "killing myself"])
def test_distress_leads_to_lines_that_somebody_answers(client, settings, tmp_path, text: str) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    create_directory()
    create_search_words()
    first = client.get("/find/", {"q": text}).context["page"].promoted
    assert {item.url for item in first} == {f"/services/{slug}/" for slug in HELPLINES}
