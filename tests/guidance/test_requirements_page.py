"""All rules of all guides in one list: narrowed, grouped, and as a file."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from guidance.models import GuidanceIndexPage, GuidePage
from tests.factories.guidance import make_guide, make_section, make_stage

pytestmark = pytest.mark.django_db
PAGE = "/guidance/requirements/"


def rule(text: str, **changes: Any) -> dict[str, Any]:
    source = {"title": "The Act", "publisher": "Parliament", "published": "2020", "url": "https://law.example/act"}
    value = {
        "level": "law",
        "text": text,
        "applies_to": "Employers",
        "jurisdictions": ["scotland"],
        "source": source,
        "valid_from": None,
        "valid_until": None,
        "note": "",
        "identifier": text.lower().replace(" ", "-"),
    }
    return {"type": "requirement", "value": {**value, **changes}}


@pytest.fixture
def section() -> GuidanceIndexPage:
    section = make_section()
    today = timezone.localdate()
    ours = {"title": "", "publisher": "", "published": "", "url": ""}
    first, second = make_stage(section, "Define it"), make_stage(section, "Set it up")
    make_guide(
        first,
        "Pay",
        body=[
            rule("Pay the minimum wage"),
            rule("Pay on Fridays", level="suggestion", source=ours, jurisdictions=["scotland", "england"]),
        ],
    )
    make_guide(
        second,
        "Checks",
        body=[
            rule("Pay the minimum wage"),
            rule("Ask for a check", valid_from=(today + timedelta(days=9)).isoformat()),
            rule("Keep the old form", level="past", jurisdictions=["wales"]),
        ],
    )
    return section


def found(client: Client, **query: str) -> list[str]:
    return [each.rule["text"] for each in client.get(PAGE, query).context["found"]]


def test_every_rule_is_listed_once_with_all_its_guides(client: Client, section: GuidanceIndexPage) -> None:
    page = client.get(PAGE)
    assert page.status_code == 200
    html = page.content.decode()
    assert html.count("Pay the minimum wage") == 1
    assert found(client) == ["Pay the minimum wage", "Pay on Fridays", "Ask for a check", "Keep the old form"]
    assert [guide.title for guide in page.context["found"][0].guides] == ["Pay", "Checks"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"level": "suggestion"}, ["Pay on Fridays"]),
        ({"in": "england"}, ["Pay on Fridays"]),
        ({"in": "wales"}, ["Keep the old form"]),
        ({"stage": "1"}, ["Pay the minimum wage", "Pay on Fridays"]),
        ({"when": "coming"}, ["Ask for a check"]),
        ({"when": "past"}, ["Keep the old form"]),
        ({"source": "The Act", "when": "now"}, ["Pay the minimum wage"]),
        ({"source": "Our own suggestions"}, ["Pay on Fridays"]),
        ({"level": "law", "in": "wales"}, []),
    ],
)
def test_it_is_narrowed_by_what_was_chosen(
    client: Client, section: GuidanceIndexPage, query: dict[str, str], expected: list[str]
) -> None:
    assert found(client, **query) == expected


@pytest.mark.parametrize("wrong", ["nobody", "law\0", "<script>", "' OR 1=1 --", "x" * 5000])
def test_what_is_unknown_is_left_out(client: Client, section: GuidanceIndexPage, wrong: str) -> None:
    query = dict.fromkeys(("level", "in", "stage", "source", "when", "by", "format"), wrong)
    assert len(found(client, **query)) == 4
    assert wrong not in client.get(PAGE, query).content.decode()


def test_what_has_passed_and_what_is_to_come_says_so(client: Client, section: GuidanceIndexPage) -> None:
    html = client.get(PAGE).content.decode()
    assert "Must, from" in html
    assert "Applied to" in html


@pytest.mark.parametrize(
    ("by", "headings"),
    [
        ("level", ["Must by law", "History", "We suggest"]),
        ("source", ["The Act", "Our own suggestions"]),
        ("nation", ["Scotland", "England", "Wales"]),
        ("stage", ["Stage 1: Define it", "Stage 2: Set it up"]),
    ],
)
def test_it_is_grouped_as_asked(client: Client, section: GuidanceIndexPage, by: str, headings: list[str]) -> None:
    assert [str(heading) for heading, _ in client.get(PAGE, {"by": by}).context["groups"]] == headings


def test_the_file_holds_what_was_chosen_and_starts_no_formula(client: Client, section: GuidanceIndexPage) -> None:
    guide = GuidePage.objects.get(title="Pay")
    guide.body = [rule("=HYPERLINK(1)")]
    guide.save_revision().publish()
    response = client.get(PAGE, {"stage": "1", "format": "csv"})
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row["text"] for row in rows] == ["'=HYPERLINK(1)"]
    assert rows[0]["level"] == "Must by law"
    assert rows[0]["address of source"] == "https://law.example/act"
    assert rows[0]["guides"] == "Pay"


def test_drafts_and_hidden_guides_are_not_in_it(client: Client, section: GuidanceIndexPage) -> None:
    GuidePage.objects.get(title="Checks").unpublish()
    assert found(client) == ["Pay the minimum wage", "Pay on Fridays"]


def test_it_says_when_there_is_nothing(client: Client) -> None:
    make_section()
    assert "No guide states a requirement yet" in client.get(PAGE).content.decode()


def test_it_costs_the_same_however_many_guides(client: Client, section: GuidanceIndexPage) -> None:
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    stage = make_stage(section, "Deliver it")
    for number in range(8):
        make_guide(stage, f"Guide {number}", body=[rule(f"Rule {number}")])
    client.get(PAGE)
    with CaptureQueriesContext(connection) as many:
        assert len(client.get(PAGE).context["found"]) == 12
    assert len(many) == len(few) <= 12


def test_a_stage_cannot_take_its_address(section: GuidanceIndexPage) -> None:
    stage = make_stage(section, "Another")
    stage.slug = "requirements"
    with pytest.raises(ValidationError, match="list of requirements"):
        stage.full_clean()


def test_a_long_list_goes_on_on_another_page(client: Client) -> None:
    stage = make_stage(make_section(), "Set it up")
    make_guide(stage, "All of it", body=[rule(f"Rule {number}") for number in range(61)])
    first, second = client.get(PAGE), client.get(PAGE, {"page": "2"})
    assert [len(rules) for _, rules in first.context["groups"]] == [60]
    assert [len(rules) for _, rules in second.context["groups"]] == [1]
    assert "page=2" in first.content.decode()
    assert len(client.get(PAGE, {"page": "99999"}).context["groups"]) == 1
    assert client.get(PAGE, {"format": "csv"}).content.decode().count("Rule ") == 61
