"""“Was this page useful?”, as a reader answers it."""

import logging
import re
import time
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from guidance.feedback import robots
from guidance.models import GuidePage, PageFeedback
from tests.factories.guidance import make_guide, make_section, make_stage

pytestmark = pytest.mark.django_db
PATH = "/guidance/set-it-up/checks/"
FORM = f"/useful/?page={PATH}"


@pytest.fixture
def guide() -> GuidePage:
    return make_guide(make_stage(make_section(), "Set it up"), "Checks", slug="checks")


def answer(client: Client, **fields: str) -> object:
    """Sent by somebody who took their time."""
    opened = robots.opened_now()
    return client.post(FORM, {"answer": "no", "comment": "", "website": "", "opened": opened, **fields})


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever posts has taken their time, whatever the clock says."""
    monkeypatch.setattr(robots, "_took_time", lambda opened: bool(opened))


def test_a_guide_asks_without_a_form_a_token_or_a_cookie(client: Client, guide: GuidePage) -> None:
    response = client.get(PATH)
    html = response.content.decode()
    assert f"/useful/?page={PATH}&amp;answer=yes" in html
    assert f"/useful/?page={PATH}&amp;answer=no" in html
    assert "csrfmiddlewaretoken" not in html
    assert 'name="opened"' not in html
    assert not response.cookies


@pytest.mark.parametrize(("said", "checked"), [("yes", "yes"), ("no", "no"), ("maybe", ""), ("", "")])
def test_the_form_knows_what_was_pressed(client: Client, guide: GuidePage, said: str, checked: str) -> None:
    response = client.get(f"{FORM}&answer={said}")
    html = response.content.decode()
    assert re.findall(r'<input[^>]*value="(\w+)"[^>]* checked', html) == list(filter(None, [checked]))
    assert "Do not write about a person" in html
    assert not response.cookies
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_an_answer_is_kept_with_its_page_and_day_and_nothing_else(
    client: Client, guide: GuidePage, typed: None
) -> None:
    response = answer(client, comment="What about <b>Wales</b>?")
    assert response.status_code == 303
    assert response.headers["Location"] == "/useful/thanks/?page=%2Fguidance%2Fset-it-up%2Fchecks%2F"
    assert "Thank you" in client.get(response.headers["Location"]).content.decode()
    kept = PageFeedback.objects.get()
    assert {field.name for field in PageFeedback._meta.fields} == {
        "id",
        "page",
        "page_title",
        "page_path",
        "is_useful",
        "comment",
        "received_on",
        "is_set_aside",
        "done_on",
    }
    assert (kept.page_id, kept.page_title, kept.page_path) == (guide.pk, "Checks", PATH)
    assert (kept.is_useful, kept.comment, kept.is_set_aside) == (False, "What about <b>Wales</b>?", False)
    assert kept.received_on == timezone.localdate()
    assert not response.cookies


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"answer": ""}, "Say whether the page was useful"),
        ({"answer": "maybe"}, "Choose yes or no"),
        ({"comment": "x" * 1001}, "Shorten your comment to 1,000 characters. It has 1001"),
        ({"comment": "a\0b"}, "Take out characters that cannot be read"),
    ],
)
def test_a_wrong_answer_says_so_and_keeps_what_was_typed(
    client: Client, guide: GuidePage, typed: None, fields: dict[str, str], problem: str
) -> None:
    typed_words = "My words <i>stay</i>"
    response = answer(client, **{"comment": typed_words, **fields})
    html = response.content.decode()
    assert response.status_code == 200
    assert problem in html
    assert 'id="error-summary"' in html
    kept = fields.get("comment", typed_words).replace("\0", "")
    assert kept.replace("<", "&lt;").replace(">", "&gt;")[:100] in html.replace("\0", "")
    assert not PageFeedback.objects.exists()


@pytest.mark.parametrize(
    "page", ["", "guidance/", "/nothing/", "https://elsewhere.example/", "//x", "/a\0b/", "/" + "x" * 600, "/admin/"]
)
def test_only_a_published_page_can_be_spoken_of(client: Client, guide: GuidePage, page: str) -> None:
    assert client.get("/useful/", {"page": page}).status_code == 404
    assert client.post("/useful/?" + "page=%2Fnothing%2F", {"answer": "yes"}).status_code == 404


def test_a_draft_and_a_page_for_some_cannot_either(client: Client, guide: GuidePage) -> None:
    PageViewRestriction.objects.create(page=guide, restriction_type="login")
    assert client.get(FORM).status_code == 404
    PageViewRestriction.objects.all().delete()
    guide.unpublish()
    assert client.get(FORM).status_code == 404


def test_another_site_cannot_post(client: Client, guide: GuidePage, typed: None) -> None:
    fields = {"answer": "no", "opened": robots.opened_now()}
    assert client.post(FORM, fields, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200
    assert not PageFeedback.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"website": "https://spam.example"},
        {"opened": ""},
        {"opened": "forged:1:x"},
        {"comment": "https://a.example https://b.example"},
    ],
)
def test_what_a_machine_may_have_sent_is_set_aside_and_thanked(
    client: Client, guide: GuidePage, monkeypatch: pytest.MonkeyPatch, fields: dict[str, str]
) -> None:
    if "opened" not in fields:
        monkeypatch.setattr(robots, "_took_time", lambda opened: True)
    assert answer(client, **fields).status_code == 303
    assert PageFeedback.objects.get().is_set_aside


def test_in_haste_it_is_set_aside_and_later_it_is_not(guide: GuidePage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = robots.opened_now()
    assert robots.looks_like_a_machine(comment="", trap="", opened=opened)
    later = time.time() + robots.FASTEST_SECONDS + 1
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)
    assert not robots.looks_like_a_machine(comment="", trap="", opened=opened)


def test_a_flood_is_set_aside_and_then_refused_with_its_words(
    client: Client, guide: GuidePage, typed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(robots, "MOST_A_DAY", 1)
    monkeypatch.setattr(robots, "MOST_SET_ASIDE", 1)
    for _ in range(2):
        assert answer(client).status_code == 303
    response = answer(client, comment="Still here")
    assert response.status_code == 503
    assert "We cannot keep this just now" in response.content.decode()
    assert "Still here" in response.content.decode()
    assert list(PageFeedback.objects.order_by("pk").values_list("is_set_aside", flat=True)) == [False, True]


def test_the_comment_is_in_no_log_and_no_name(
    client: Client, guide: GuidePage, typed: None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer(client, comment="Ms Pseudonym of Govan")
    assert "Pseudonym" not in caplog.text
    assert "Pseudonym" not in str(PageFeedback.objects.get())


def test_deleting_the_page_leaves_the_answer(client: Client, guide: GuidePage, typed: None) -> None:
    answer(client)
    guide.delete()
    kept = PageFeedback.objects.get()
    assert (kept.page, kept.page_title, kept.page_path) == (None, "Checks", PATH)


def test_after_two_years_it_is_forgotten(guide: GuidePage, capsys: pytest.CaptureFixture[str]) -> None:
    today = timezone.localdate()
    for days in (729, 730, 800):
        PageFeedback.objects.create(
            page_title="A", page_path="/a/", is_useful=True, received_on=today - timedelta(days=days)
        )
    call_command("forget_feedback")
    assert "2 forgotten" in capsys.readouterr().out
    assert PageFeedback.objects.get().received_on == today - timedelta(days=729)
