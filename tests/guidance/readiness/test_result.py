"""What is left, against frameworks, and against last time."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from guidance.models import ReadinessSnapshot
from guidance.readiness.actions import OpenCheck
from tests.factories.readiness import answer, begin, make_questions

pytestmark = pytest.mark.django_db
RESULT = "/guidance/readiness/result/"
MANY = {
    "can_say_why": ("yes", ""),
    "ask_late_said": ("partly", "Said at one meeting"),
    "pvg_members": ("not-yet", "Forms sent"),
    "policy_written": ("no", ""),
    "graded": ("not-for-us", "No paid posts"),
}


@pytest.fixture
def check(client: Client) -> OpenCheck:
    make_questions()
    return begin(client)


def page(client: Client, address: str = RESULT) -> str:
    return client.get(address).content.decode()


def test_the_heading_counts_what_is_left_and_not_a_score(client: Client, check: OpenCheck) -> None:
    answer(client, check, **MANY)
    shown = page(client)
    assert "<h1" in shown
    assert ">3 things left to do</h1>" in shown
    assert "You say yes to 1 of 5. 2 of what is left are a must. 1 question is not answered yet." in shown
    assert "%" not in shown.partition("<main")[2].partition("</main>")[0]


def test_what_must_be_done_comes_first_with_the_chapter_that_closes_it(client: Client, check: OpenCheck) -> None:
    answer(client, check, **MANY)
    shown = page(client)
    places = [shown.index(words) for words in ("Everyone is a PVG member.", "We have a policy.", "Late asking.")]
    assert places == sorted(places)
    assert 'href="/guidance/set-it-up/checks/#before-the-first-day">Checks, “Before the first day”</a>' in shown
    assert "Not yet. Forms sent." in shown


@pytest.mark.parametrize(
    ("said", "heading"),
    [
        ({}, "Nothing answered yet"),
        ({"graded": ("yes", "")}, "5 questions left to answer"),
        ({"graded": ("no", "")}, "1 thing left to do"),
    ],
)
def test_other_headings(client: Client, check: OpenCheck, said: dict, heading: str) -> None:
    answer(client, check, **said)
    assert f">{heading}</h1>" in page(client)


def test_when_everything_is_yes_nothing_is_left(client: Client) -> None:
    make_questions()
    check = begin(client, stage="define-it")
    answer(client, check, can_say_why=("yes", "Minutes"))
    assert ">Nothing left to do</h1>" in page(client)


def test_it_asks_no_more_than_twelve_times(client: Client, check: OpenCheck) -> None:
    answer(client, check, **MANY)
    client.get(RESULT)
    for name in ("start", "result", "compare", "frameworks", "plan", "print_plan", "link", "plan_word_file"):
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(f"readiness_{name}"))
        assert len(queries) <= 12, name


def test_it_is_compared_with_the_last_day_before(client: Client, check: OpenCheck) -> None:
    opened = answer(client, check, **MANY)
    assert "Since" not in page(client)
    last = timezone.localdate() - timedelta(days=90)
    ReadinessSnapshot.objects.update(day=last)
    answer(client, opened, policy_written=("yes", "Signed"), can_say_why=("partly", ""), pvg_members=("yes", "All"))
    shown = page(client)
    assert f"Since {last:%-d %B %Y}" in shown
    assert "2 things went to yes" in shown
    assert "1 went back from yes" in shown
    assert f"You say yes to 2 of 5, 1 more than on {last:%-d %B %Y}." in shown
    compared = page(client, reverse("readiness_compare"))
    assert "3 answers are different." in compared
    assert "We have a policy." in compared
    assert ReadinessSnapshot.objects.count() == 2


def test_the_last_state_of_a_day_counts(client: Client, check: OpenCheck) -> None:
    opened = answer(client, check, graded=("no", ""))
    answer(client, opened, graded=("yes", ""))
    assert ReadinessSnapshot.objects.count() == 1


@pytest.mark.parametrize("day", ["", "2026-13-45", "yesterday", "1800-01-01", "\x00"])
def test_any_day_may_be_asked_for(client: Client, check: OpenCheck, day: str) -> None:
    answer(client, check, **MANY)
    assert client.get(reverse("readiness_compare"), {"day": day}).status_code == 200


def test_without_guidance_there_is_no_check(client: Client) -> None:
    assert client.get("/guidance/readiness/").status_code == 404


def test_where_nothing_is_asked_the_page_says_so(client: Client) -> None:
    from tests.factories.guidance import make_section

    make_section()
    assert "No guide asks anything yet." in page(client, "/guidance/readiness/")
    assert client.post(reverse("readiness_begin"), {"stage": "all", "nation": "all"}).status_code == 200


def test_it_is_linked_from_home_from_the_guidance_from_each_stage_and_from_each_checklist(client: Client) -> None:
    make_questions()
    assert 'href="/guidance/readiness/"' in page(client, "/")
    assert 'href="/guidance/readiness/"' in page(client, "/guidance/")
    assert 'href="/guidance/readiness/?stage=set-it-up"' in page(client, "/guidance/set-it-up/")
    assert 'href="/guidance/readiness/?stage=set-it-up"' in page(client, "/guidance/set-it-up/pay/")
    assert 'value="set-it-up" checked' in page(client, "/guidance/readiness/?stage=set-it-up")
