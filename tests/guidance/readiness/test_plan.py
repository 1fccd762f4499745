"""The plan: roles and dates, on paper, in Word and in a calendar."""

from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from docx import Document
from icalendar import Calendar

from guidance.readiness.actions import OpenCheck, TypedRow, save_answers, save_plan
from guidance.readiness.codes import grouped
from tests.factories.readiness import answer, begin, key_of, make_many_questions, make_questions, questions, reopened

pytestmark = pytest.mark.django_db
PLAN = "/guidance/readiness/plan/"
SAVE = f"{PLAN}save/"
NASTY = "<b>&\"'=1+1;\\,\r\n;BEGIN:VEVENT"


@pytest.fixture
def check(client: Client) -> OpenCheck:
    make_questions()
    return answer(
        client,
        begin(client),
        graded=("partly", "Two of three"),
        pvg_members=("no", ""),
        policy_written=("not-yet", NASTY),
        can_say_why=("yes", ""),
    )


def form(check: OpenCheck, **said: tuple[str, str]) -> dict[str, str]:
    """What the page posts. said: role and date by identifier, with `_` for `-`."""
    data: dict[str, str] = {}
    for key, stored in check.contents.answers.items():
        if stored.is_gap:
            due = f"{stored.due:%-d %B %Y}" if stored.due else ""
            role, due = said.get(key.partition(".")[2].replace("-", "_"), (stored.role, due))
            data |= {f"seen-{key}": stored.plan_mark, f"role-{key}": role, f"due-{key}": due}
    return data


def stored(check: OpenCheck, identifier: str):
    return reopened(check.code).contents.of(key_of(identifier))


def soon() -> date:
    return timezone.localdate() + timedelta(days=30)


def test_each_gap_gets_a_role_and_a_date(client: Client, check: OpenCheck) -> None:
    response = client.post(SAVE, form(check, graded=("HR lead", f"{soon():%d/%m/%Y}"), pvg_members=("", "")))
    assert response.headers["Location"] == f"{PLAN}?saved"
    assert (stored(check, "graded").role, stored(check, "graded").due) == ("HR lead", soon())
    page = client.get(f"{PLAN}?saved").content.decode()
    assert "The plan is saved." in page
    assert f'value="{soon():%-d %B %Y}"' in page
    assert "We can say why." not in page


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1 1 1800", "The date must be between"),
        ("1 1 3000", "The date must be between"),
        ("31 2 2027", "Enter a date with day, month and year"),
        ("soon", "Enter a date with day, month and year"),
        ("9" * 1000, "Enter a date with day, month and year"),
    ],
)
def test_a_date_that_cannot_be_is_refused_and_nothing_is_lost(
    client: Client, check: OpenCheck, typed: str, words: str
) -> None:
    response = client.post(SAVE, form(check, graded=("HR lead", typed), pvg_members=("Scheme manager", "")))
    page = response.content.decode()
    assert words in page
    assert f'value="{typed}"' in page
    assert 'value="HR lead"' in page
    assert stored(check, "graded").due is None
    assert stored(check, "pvg-members").role == "Scheme manager"


@pytest.mark.parametrize("role", ["jo@example.org", "Jo, 0131 496 0123", "+44 131 496 0123", "r" * 81])
def test_contact_details_are_no_role(client: Client, check: OpenCheck, role: str) -> None:
    page = client.post(SAVE, form(check, graded=(role, ""))).content.decode()
    assert "There is a problem" in page
    assert f'value="{role}"' in page
    assert stored(check, "graded").role == ""


def test_a_date_that_has_passed_since_is_left_alone(client: Client, check: OpenCheck) -> None:
    key = key_of("graded")
    long_ago = timezone.localdate() - timedelta(days=800)
    row = TypedRow(key, check.contents.of(key).plan_mark, {"role": "HR lead", "due": long_ago})
    saved = save_plan(opened=check, rows=[row])
    assert saved is not None
    assert client.post(SAVE, form(saved.opened, pvg_members=("Scheme manager", ""))).status_code == 303
    assert stored(check, "graded").due == long_ago
    assert stored(check, "pvg-members").role == "Scheme manager"


def test_two_people_plan_at_once(client: Client, check: OpenCheck) -> None:
    client.post(SAVE, form(check, graded=("HR lead", "")))
    response = client.post(SAVE, form(check, graded=("Scheme manager", ""), pvg_members=("Secretary", "")))
    page = response.content.decode()
    assert response.status_code == 409
    assert "HR lead" in page
    assert 'value="Scheme manager"' in page
    assert stored(check, "graded").role == "HR lead"
    assert stored(check, "pvg-members").role == "Secretary"


def test_answering_anew_keeps_the_plan(client: Client, check: OpenCheck) -> None:
    client.post(SAVE, form(check, graded=("HR lead", f"{soon():%d %m %Y}")))
    answer(client, reopened(check.code), graded=("no", "Undone"))
    assert stored(check, "graded").role == "HR lead"


def test_the_paper_has_boxes_dots_and_no_link(client: Client, check: OpenCheck) -> None:
    client.post(SAVE, form(check, graded=("HR lead", f"{soon():%d %m %Y}")))
    page = client.get(f"{PLAN}print/").content.decode()
    assert page.count("hub-plan__box") == 3
    assert "HR lead" in page
    assert f"Plan made {timezone.localdate():%-d %B %Y}" in page
    assert "http://testserver/guidance/" in page
    assert check.code not in page
    assert grouped(check.code) not in page


def test_the_word_file_says_what_the_plan_says(client: Client, check: OpenCheck) -> None:
    client.post(SAVE, form(check, graded=("HR lead", f"{soon():%d %m %Y}")))
    response = client.get(f"{PLAN}word/")
    assert response.headers["Content-Disposition"] == 'attachment; filename="readiness-plan.docx"'
    assert response.headers["Cache-Control"] == "no-store"
    document = Document(BytesIO(response.content))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert len(rows) == 4
    assert "Must, Scotland" in rows[1][2]
    assert rows[3][3:] == ["HR lead", f"{soon():%-d %B %Y}"]
    assert "<b>&\"'=1+1;\\, ;BEGIN:VEVENT" in rows[2][1]
    with ZipFile(BytesIO(response.content)) as packed:
        whole = b"".join(packed.read(name) for name in packed.namelist())
    assert check.code.encode() not in whole
    assert grouped(check.code).encode() not in whole
    assert b"http://testserver/guidance/set-it-up/checks/#before-the-first-day" in whole


def test_the_calendar_file_can_be_read_back(client: Client, check: OpenCheck) -> None:
    client.post(SAVE, form(check, policy_written=("HR; lead, one", f"{soon():%d %m %Y}")))
    response = client.get(f"{PLAN}calendar/")
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert event["SUMMARY"] == "We have a policy."
    assert event["DTSTART"].dt == soon()
    assert "HR; lead, one" in event["DESCRIPTION"]
    assert "<b>&\"'=1+1;\\, ;BEGIN:VEVENT" in event["DESCRIPTION"]
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))
    assert check.code.encode() not in response.content
    again = Calendar.from_ical(client.get(f"{PLAN}calendar/").content)
    assert [each["UID"] for each in again.walk("VEVENT")] == [event["UID"]]


def test_without_dates_there_is_no_calendar(client: Client, check: OpenCheck) -> None:
    assert client.get(f"{PLAN}calendar/").headers["Location"] == PLAN


def test_characters_that_no_file_can_hold_break_nothing(client: Client, check: OpenCheck) -> None:
    client.post(SAVE, form(check, graded=("HR\x00\x0b lead\ufffe", f"{soon():%d %m %Y}")))
    assert client.get(f"{PLAN}word/").status_code == 200
    assert client.get(f"{PLAN}calendar/").status_code == 200


def test_with_nothing_to_plan_each_page_says_so(client: Client) -> None:
    make_questions()
    begin(client)
    for address in (PLAN, f"{PLAN}print/"):
        assert "There is nothing to plan" in client.get(address).content.decode()
    assert client.get(f"{PLAN}word/").status_code == 200


def test_five_hundred_rows_work(client: Client) -> None:
    make_many_questions(500)
    check = begin(client)
    rows = [
        TypedRow(
            key,
            check.contents.of(key).answer_mark,
            {"reply": "no", "evidence": "Not decided.", "words": each.text, "level": each.level},
        )
        for key, each in questions().questions.items()
    ]
    saved = save_answers(opened=check, rows=rows)
    assert saved is not None
    data = form(saved.opened)
    data |= {name: f"{soon():%d %m %Y}" for name in data if name.startswith("due-")}
    with CaptureQueriesContext(connection) as queries:
        assert client.post(SAVE, data).status_code == 303
    assert len(queries) <= 12
    for address in (PLAN, f"{PLAN}print/", f"{PLAN}word/", f"{PLAN}calendar/"):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        assert len(queries) <= 12, address
        assert response.status_code == 200
    assert len(Calendar.from_ical(response.content).walk("VEVENT")) == 500
