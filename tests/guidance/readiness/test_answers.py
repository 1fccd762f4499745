"""Answering: each page saved, nothing typed lost, and two people at once."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guidance.models import ReadinessCheck
from guidance.readiness.actions import OpenCheck
from guidance.readiness.typed_text import LONGEST_EVIDENCE
from tests.factories.guidance import make_section, make_stage
from tests.factories.readiness import answer, begin, form_of, guide, key_of, make_questions, questions, reopened

pytestmark = pytest.mark.django_db
SET_UP = "/guidance/readiness/stage/set-it-up/"
SAVE = f"{SET_UP}save/"


@pytest.fixture
def check(client: Client) -> OpenCheck:
    make_questions()
    return begin(client)


def post(client: Client, check: OpenCheck, *, then: str = "result", **said: tuple[str, str]):
    return client.post(SAVE, {**form_of(check, questions().questions, **said), "then": then})


def stored(check: OpenCheck, identifier: str):
    return reopened(check.code).contents.of(key_of(identifier))


def test_a_check_is_begun_for_a_stage_and_a_nation(client: Client) -> None:
    make_questions()
    response = client.post(reverse("readiness_begin"), {"stage": "set-it-up", "nation": "england"})
    assert response.status_code == 303
    assert response.headers["Location"] == SET_UP
    page = client.get(SET_UP).content.decode()
    assert "4 questions from the guidance" in page
    assert "We can say why." not in page
    # Three letters come about by chance in a form's token, but not as a word of their own.
    assert not re.search(r"\bPVG\b", page)


def test_beginning_without_a_nation_says_so_and_stores_nothing(client: Client) -> None:
    make_questions()
    response = client.post(reverse("readiness_begin"), {"stage": "set-it-up"})
    page = response.content.decode()
    assert "Choose where you work" in page
    assert 'value="set-it-up" checked' in page
    assert not ReadinessCheck.objects.exists()


@pytest.mark.parametrize("stage", ["nothing", "", "\x00", "set-it-up'--"])
def test_an_unknown_stage_is_refused(client: Client, stage: str) -> None:
    make_questions()
    assert (
        "Choose a stage" in client.post(reverse("readiness_begin"), {"stage": stage, "nation": "all"}).content.decode()
    )


def test_a_question_says_how_binding_it_is_who_says_so_and_which_chapter_closes_it(
    client: Client, check: OpenCheck
) -> None:
    page = client.get(SET_UP).content.decode()
    assert "Must, Scotland" in page
    assert "The Act, Parliament, 2020" in page
    assert 'href="/guidance/set-it-up/checks/#before-the-first-day"' in page
    assert "We suggest" in page
    # What no longer applies is asked of nobody.
    assert "The old form is gone." not in page


def test_answers_are_saved_and_the_next_stage_follows(client: Client, check: OpenCheck) -> None:
    response = client.post(
        "/guidance/readiness/stage/define-it/save/",
        {**form_of(check, [key_of("can-say-why")], can_say_why=("partly", "Said at  one meeting")), "then": "next"},
    )
    assert response.headers["Location"] == SET_UP
    assert stored(check, "can-say-why").evidence == "Said at one meeting"
    page = client.get("/guidance/readiness/stage/define-it/").content.decode()
    assert 'value="partly" autocomplete="off" checked' in page
    assert "1 of 1 answered" in page


def test_any_stage_can_be_gone_to_and_what_was_typed_is_saved(client: Client, check: OpenCheck) -> None:
    response = post(client, check, then="define-it", graded=("no", "Not done"))
    assert response.headers["Location"] == "/guidance/readiness/stage/define-it/"
    assert stored(check, "graded").reply == "no"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (("maybe", "Half of it"), "Choose one of the five answers."),
        (("not-for-us", ""), "Say why it is not for you."),
        (("yes", "x" * 100_000), "Shorten this to 500 characters."),
        (("yes", "Ask jo@example.org"), "this looks like an e-mail address"),
        (("yes", "Ring 0131 496 0123 first"), "this looks like a telephone number"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    client: Client, check: OpenCheck, said: tuple[str, str], words: str
) -> None:
    response = post(client, check, graded=said, on_time=("yes", "Payslips"))
    page = response.content.decode()
    assert response.status_code == 200
    assert words in page
    assert "There is a problem" in page
    assert said[1] in page
    assert stored(check, "graded").reply == ""
    assert stored(check, "on-time").evidence == "Payslips"


def test_figures_and_dates_are_no_telephone_numbers(client: Client, check: OpenCheck) -> None:
    said = "Policy 2024-01, version 12.3, agreed on 12 12 2025, 14 of 20 trained"
    answer(client, check, graded=("yes", said))
    assert stored(check, "graded").evidence == said


def test_markup_pasted_from_word_is_kept_as_its_words(client: Client, check: OpenCheck) -> None:
    pasted = (
        "<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--><style>p.MsoNormal{margin:0}</style>"
        '<p class="MsoNormal">Checklist <b>used</b><o:p></o:p></p><p class=MsoNormal>with &lt;both&gt; candidates</p>'
    )
    answer(client, check, graded=("yes", pasted))
    assert stored(check, "graded").evidence == "Checklist used with <both> candidates"


def test_what_looks_like_markup_is_text(client: Client, check: OpenCheck) -> None:
    answer(client, check, graded=("yes", '<script>alert(1)</script> "x" & 5 < 6\x00\u202e'))
    page = client.get(SET_UP).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &quot;x&quot; &amp; 5 &lt; 6" in page
    assert "<script>alert" not in page


def test_two_people_at_once_lose_nothing(client: Client, check: OpenCheck) -> None:
    post(client, check, graded=("partly", "Theirs"), on_time=("yes", "Theirs too"))
    # The second form was drawn before the first was sent.
    response = post(client, check, graded=("no", "Mine"), pvg_members=("yes", "Seen"))
    page = response.content.decode()
    assert response.status_code == 409
    assert "Somebody else saved this meanwhile:</strong> Partly. Theirs" in page
    assert 'value="Mine"' in page
    assert stored(check, "graded").evidence == "Theirs"
    assert stored(check, "on-time").evidence == "Theirs too"
    assert stored(check, "pvg-members").evidence == "Seen"


def test_sent_again_after_both_texts_were_seen_it_holds(client: Client, check: OpenCheck) -> None:
    post(client, check, graded=("partly", "Theirs"))
    page = post(client, check, graded=("no", "Mine")).content.decode()
    key = key_of("graded")
    seen = page.partition(f'name="seen-{key}" value="')[2].partition('"')[0]
    response = client.post(
        SAVE, {f"seen-{key}": seen, f"reply-{key}": "no", f"evidence-{key}": "Mine", "then": "result"}
    )
    assert response.status_code == 303
    assert stored(check, "graded").evidence == "Mine"


def test_two_people_who_say_the_same_do_not_disagree(client: Client, check: OpenCheck) -> None:
    post(client, check, graded=("yes", "The list"))
    assert post(client, check, graded=("yes", "The list")).status_code == 303


def test_a_check_that_is_closed_meanwhile_keeps_what_was_typed_and_saves_it_with_the_link(
    client: Client, check: OpenCheck
) -> None:
    client.cookies.clear()
    response = post(client, check, graded=("no", "Typed for an hour"))
    page = response.content.decode()
    assert response.status_code == 404
    assert 'value="Typed for an hour"' in page
    assert "What you typed is kept on this page" in page
    data = {**form_of(check, questions().questions, graded=("no", "Typed for an hour")), "then": "result"}
    response = client.post(reverse("readiness_open"), {**data, "code": check.code, "to": SAVE})
    assert response.headers["Location"] == reverse("readiness_result")
    assert stored(check, "graded").evidence == "Typed for an hour"


@pytest.mark.parametrize("address", ["https://elsewhere.example/", "/admin/", "/guidance/readiness/delete/for-good/"])
def test_what_was_typed_is_saved_nowhere_else(client: Client, check: OpenCheck, address: str) -> None:
    response = client.post(reverse("readiness_open"), {"code": check.code, "to": address})
    assert response.headers["Location"].startswith("/guidance/readiness/")
    assert reopened(check.code)


def test_a_fault_of_the_database_keeps_what_was_typed(client: Client, check: OpenCheck) -> None:
    def refuse(execute, sql, params, many, context):
        if sql.startswith("UPDATE"):
            raise OperationalError("Typed for an hour")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        response = post(client, check, graded=("no", "Typed for an hour"))
    page = response.content.decode()
    assert response.status_code == 503
    assert 'value="Typed for an hour"' in page
    assert f'action="{SAVE}"' in page


def test_a_statement_taken_out_while_somebody_wrote_hands_the_words_back(client: Client, check: OpenCheck) -> None:
    data = {**form_of(check, questions().questions, graded=("no", "My words")), "then": "result"}
    page = guide("Pay")
    del page.checklist[0]
    page.save_revision().publish()
    response = client.post(SAVE, data)
    assert response.status_code == 409
    assert "No: My words" in response.content.decode()


def test_a_guide_that_is_deleted_leaves_its_answers_as_no_longer_asked(client: Client, check: OpenCheck) -> None:
    answer(client, check, graded=("partly", "Two of three"), can_say_why=("yes", ""))
    guide("Pay").delete()
    page = client.get(reverse("readiness_result")).content.decode()
    assert "No longer asked" in page
    assert "Pay is graded.</strong> Partly. Two of three" in page


def test_a_guide_or_stage_that_is_renamed_keeps_its_answers(client: Client, check: OpenCheck) -> None:
    answer(client, check, graded=("partly", "Two of three"))
    page = guide("Pay")
    page.title, page.slug = "Money", "money"
    page.save_revision().publish()
    stage = page.get_parent().specific
    stage.slug = "set-up"
    stage.save_revision().publish()
    assert client.get(SET_UP).headers["Location"] == reverse("readiness_result")
    shown = client.get(reverse("readiness_result")).content.decode()
    assert 'href="/guidance/set-up/money/"' in shown
    assert "No longer asked" not in shown


def test_a_check_of_a_stage_that_is_gone_says_so(client: Client) -> None:
    make_questions()
    check = begin(client, stage="set-it-up")
    answer(client, check, graded=("partly", "Two of three"))
    guide("Pay").get_parent().delete()
    page = client.get(reverse("readiness_result")).content.decode()
    assert "The stage that this check was for is not published now." in page
    assert "Two of three" in page


def test_another_site_cannot_answer(client: Client, check: OpenCheck) -> None:
    data = form_of(check, questions().questions, graded=("no", "Forged"))
    for header in ({"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_ORIGIN": "https://elsewhere.example"}):
        assert client.post(SAVE, data, **header).status_code == 403
    assert stored(check, "graded").reply == ""


def test_nothing_of_it_is_kept_by_a_browser_or_a_search_engine(client: Client, check: OpenCheck) -> None:
    for address in (SET_UP, reverse("readiness_result"), reverse("readiness_plan"), reverse("readiness_start")):
        response = client.get(address)
        assert response.headers["Cache-Control"] == "no-store", address
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert response.headers["Referrer-Policy"] == "no-referrer"


def test_reloading_after_a_fault_leads_back_to_the_questions(client: Client, check: OpenCheck) -> None:
    assert client.get(SAVE).headers["Location"] == SET_UP


def test_a_page_asks_the_database_no_more_than_twelve_times(client: Client, check: OpenCheck) -> None:
    client.get(SET_UP)
    with CaptureQueriesContext(connection) as queries:
        client.get(SET_UP)
    assert len(queries) <= 12
    data = {**form_of(check, questions().questions, graded=("no", "x")), "then": "next"}
    with CaptureQueriesContext(connection) as queries:
        client.post("/guidance/readiness/stage/define-it/save/", data)
    # A savepoint reads nothing.
    assert len([query for query in queries if "SAVEPOINT" not in query["sql"]]) <= 12


def test_a_stage_cannot_have_its_address() -> None:
    with pytest.raises(ValidationError, match="The readiness check has this address"):
        make_stage(make_section(), "Readiness")


def test_the_longest_evidence_fits(client: Client, check: OpenCheck) -> None:
    answer(client, check, graded=("yes", "y" * LONGEST_EVIDENCE))
    assert len(stored(check, "graded").evidence) == LONGEST_EVIDENCE
