"""What editors see of the answers, and what nobody else does."""

import csv
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from guidance.models import PageFeedback
from hub.accounts.demo_accounts import ACCOUNTS
from tests.factories.guidance import make_section
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db
LIST = "/admin/reports/useful/"
ROLES = sorted({account.role for account in ACCOUNTS})
EDITING_ROLES = {"Administrators", "Editors"}


def make_feedback(page: Page | None = None, **fields: object) -> PageFeedback:
    return PageFeedback.objects.create(
        **{"page": page, "page_title": "Checks", "page_path": "/guidance/checks/", "is_useful": False, **fields}
    )


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_user("Editors"))
    return client


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("page", ["", "results/", "?export=csv", "?export=xlsx", "done/{pk}/", "delete/{pk}/"])
def test_only_editors_see_it(client: Client, role: str, page: str) -> None:
    address = f"{LIST}{page.format(pk=make_feedback(comment='Between us').pk)}"
    client.force_login(make_user(role))
    response = client.get(address)
    body = b"".join(response) if response.streaming else response.content
    assert (response.status_code == 200) == (role in EDITING_ROLES)
    assert role in EDITING_ROLES or b"Between us" not in body


@pytest.mark.parametrize("role", ROLES)
def test_only_editors_mark_and_delete_it(client: Client, role: str) -> None:
    kept, gone = make_feedback(), make_feedback()
    client.force_login(make_user(role))
    client.post(f"{LIST}done/{kept.pk}/")
    client.post(f"{LIST}delete/{gone.pk}/")
    kept.refresh_from_db()
    assert (kept.done_on == timezone.localdate()) == (role in EDITING_ROLES)
    assert PageFeedback.objects.filter(pk=gone.pk).exists() == (role not in EDITING_ROLES)


def test_looking_changes_nothing(editor: Client) -> None:
    feedback = make_feedback()
    for action in ("done", "delete"):
        editor.get(f"{LIST}{action}/{feedback.pk}/")
    feedback.refresh_from_db()
    assert feedback.done_on is None


def test_done_can_be_taken_back_and_what_is_gone_is_404(editor: Client) -> None:
    feedback = make_feedback()
    for expected in (timezone.localdate(), None):
        editor.post(f"{LIST}done/{feedback.pk}/")
        feedback.refresh_from_db()
        assert feedback.done_on == expected
    assert editor.get(f"{LIST}done/999999/").status_code == 404


def test_what_waits_comes_first_and_markup_is_shown_as_text(editor: Client) -> None:
    make_feedback(page_title="Finished", done_on=timezone.localdate())
    make_feedback(page_title="Machine", is_set_aside=True)
    make_feedback(page_title="Waiting", comment="<script>alert(1)</script>")
    html = editor.get(LIST).content.decode()
    assert html.index("Waiting") < html.index("Finished") < html.rindex("Machine")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>alert(1)" not in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"page_path": "/b/"}, {"B"}),
        ({"is_useful": "true"}, {"B"}),
        ({"done_on": "true"}, {"B"}),
        ({"done_on": "false"}, {"A", "C"}),
        ({"is_set_aside": "true"}, {"C"}),
    ],
)
def test_it_is_narrowed(editor: Client, query: dict[str, str], expected: set[str]) -> None:
    make_feedback(page_title="A", page_path="/a/")
    make_feedback(page_title="B", page_path="/b/", is_useful=True, done_on=timezone.localdate())
    make_feedback(page_title="C", page_path="/a/", is_set_aside=True)
    assert {feedback.page_title for feedback in editor.get(LIST, query).context["object_list"]} == expected


def test_the_file_holds_every_column_and_starts_no_formula(editor: Client) -> None:
    make_feedback(comment="=HYPERLINK(1)")
    body = b"".join(editor.get(LIST, {"export": "csv"})).decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(body)))
    assert row["Comment"] == "'=HYPERLINK(1)"
    assert row["Page"] == "Checks"


def test_an_answer_about_a_deleted_page_says_so(editor: Client) -> None:
    section = make_section()
    make_feedback(page=section)
    assert f"/admin/pages/{section.pk}/edit/" in editor.get(LIST).content.decode()
    section.delete()
    assert "(/guidance/checks/, deleted)" in editor.get(LIST).content.decode()


def test_a_long_list_costs_what_a_short_one_does(editor: Client) -> None:
    make_feedback()
    editor.get(LIST)
    with CaptureQueriesContext(connection) as few:
        editor.get(LIST)
    for _ in range(60):
        make_feedback()
    with CaptureQueriesContext(connection) as many:
        editor.get(LIST)
    assert len(many) <= len(few) + 1
