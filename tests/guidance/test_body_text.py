"""What is told from a body."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from guidance.body_text import headings, labels, minutes_to_read, plain_text, prose
from guidance.demo.building import doubt, figures, heading, stream_value, text
from guidance.models import GuidePage

BODY = GuidePage._meta.get_field("body")


def test_headings_have_anchors() -> None:
    body = stream_value(BODY, [heading("What’s next?"), text("<h3>Not this</h3>"), heading("Then")])
    assert headings(body) == [("whats-next", "What’s next?"), ("then", "Then")]


def test_plain_text_has_the_words_and_nothing_else() -> None:
    body = stream_value(
        BODY, [heading("Start"), text("<p>One &amp; two</p><ul><li>three</li></ul>"), doubt("<p>Hm.</p>")]
    )
    assert plain_text(body) == "Start. One & two three. Hm."


def test_what_is_quoted_is_whole_sentences_and_the_rest_is_only_found() -> None:
    body = stream_value(
        BODY,
        [
            heading("How wide can it be?"),
            figures("In numbers", (("17", "roles that peers took on", False),), "Leaflet of a project"),
            text("<p>Peers do many things. See how.</p><ul><li>Role model</li><li>They listen to people.</li></ul>"),
        ],
    )
    assert prose(body) == "How wide can it be?\nPeers do many things. See how.\nThey listen to people."
    assert labels(body) == ("In numbers", "17", "roles that peers took on", "Leaflet of a project", "Role model")


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (180, 1), (181, 2), (1800, 10)])
def test_minutes(words: int, minutes: int) -> None:
    assert minutes_to_read("word " * words) == minutes


@pytest.mark.django_db
def test_a_review_is_due_from_its_day_on() -> None:
    today = timezone.localdate()
    assert GuidePage(next_review=today).is_review_due
    assert not GuidePage(next_review=today + timedelta(days=1)).is_review_due
    assert not GuidePage().is_review_due


@pytest.mark.django_db
def test_the_next_review_comes_after_the_last() -> None:
    guide = GuidePage(title="x", slug="x", reviewed_at=date(2026, 2, 2), next_review=date(2026, 2, 2))
    with pytest.raises(ValidationError, match="not after"):
        guide.clean()
