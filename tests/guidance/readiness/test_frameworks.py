"""Named frameworks: how the check stands against them, and how an editor says what covers what."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guidance.demo.frameworks import create_frameworks, places_of, rows
from guidance.models import Framework, FrameworkStatement, GuidePage
from guidance.readiness.actions import OpenCheck
from guidance.readiness.coverage import coverage_of
from hub.accounts import roles
from hub.accounts.demo_accounts import ACCOUNTS
from tests.factories.hub import make_user
from tests.factories.readiness import answer, begin, key_of, make_questions, questions

pytestmark = pytest.mark.django_db
ADMIN = "/admin/snippets/guidance/frameworkstatement/"
ROLES = sorted({account.role for account in ACCOUNTS})
MAY = {roles.ADMINISTRATORS, roles.EDITORS}
NONE = "No question of ours covers this."


@pytest.fixture
def check(client: Client) -> OpenCheck:
    make_questions()
    return begin(client)


def make_statement(words: str, *covered_by: str) -> FrameworkStatement:
    framework, _ = Framework.objects.get_or_create(
        title="One framework",
        defaults={
            "publisher": "Its publisher",
            "published": "2020",
            "url": "https://one.example",
            "scope": "England",
            "read": "In part.",
        },
    )
    return FrameworkStatement.objects.create(
        framework=framework, words=words, level="should", covered_by=list(covered_by)
    )


def page(client: Client, name: str) -> str:
    response = client.get(reverse(name))
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(make_user(roles.EDITORS))
    return client


def form(statement: FrameworkStatement, *covered_by: str, **changes: Any) -> dict[str, Any]:
    """What the page of a statement posts."""
    fields = {"framework": statement.framework_id, "words": statement.words, "level": "should", "position": "0"}
    return {**fields, "covered_by": list(covered_by), **changes}


def edit(editor: Client, statement: FrameworkStatement, *covered_by: str, **changes: Any) -> Any:
    return editor.post(f"{ADMIN}edit/{statement.pk}/", form(statement, *covered_by, **changes))


def test_a_framework_is_counted_in_its_statements(client: Client, check: OpenCheck) -> None:
    make_statement("Say why.", "gone.gone", key_of("can-say-why"))
    make_statement("Have both.", key_of("policy-written"), key_of("graded"))
    make_statement("Nobody maps this.")
    opened = answer(client, check, can_say_why=("yes", ""), policy_written=("yes", ""), graded=("partly", ""))
    every = questions()
    (found,) = coverage_of(every, every.for_check(opened.check), opened.contents)
    assert (found.total, found.asked, found.yes, found.unmapped) == (3, 2, 1, 1)
    shown = page(client, "readiness_frameworks")
    assert "Nobody maps this." in shown
    assert shown.count(NONE) == 1
    assert shown.count("You say yes.") == 1


def test_what_another_stage_asks_is_said(client: Client) -> None:
    make_questions()
    make_statement("Say why.", key_of("can-say-why"))
    begin(client, stage="set-it-up")
    assert "Your check does not ask it." in page(client, "readiness_frameworks")


def test_without_frameworks_nothing_is_compared(client: Client, check: OpenCheck) -> None:
    assert "known frameworks" not in page(client, "readiness_result")
    assert "No framework is compared here yet." in page(client, "readiness_frameworks")


def test_what_an_editor_maps_is_shown_at_once_and_what_nobody_maps_as_such(
    client: Client, check: OpenCheck, editor: Client
) -> None:
    statement = make_statement("Say why.")
    assert page(client, "readiness_frameworks").count(NONE) == 1
    assert f'value="{key_of("can-say-why")}"' in editor.get(f"{ADMIN}edit/{statement.pk}/").content.decode()

    assert edit(editor, statement, key_of("can-say-why")).status_code == 302

    shown = page(client, "readiness_frameworks")
    assert NONE not in shown
    assert "We can say why." in shown
    assert '<span class="hub-ready__cell-label" aria-hidden="true">Not covered</span> 0' in page(
        client, "readiness_result"
    )
    edit(editor, statement)
    assert page(client, "readiness_frameworks").count(NONE) == 1


def test_guides_with_a_ticked_statement_come_first(check: OpenCheck, editor: Client) -> None:
    keys = key_of("can-say-why"), key_of("graded")
    for ticked, other in (keys, keys[::-1]):
        statement = make_statement(f"Asks {ticked}.", ticked)
        shown = editor.get(f"{ADMIN}edit/{statement.pk}/").content.decode()
        assert shown.index(f'value="{ticked}"') < shown.index(f'value="{other}"')


def test_a_new_framework_and_a_new_statement_are_made_in_the_admin(
    client: Client, check: OpenCheck, editor: Client
) -> None:
    values = {
        "title": "Another",
        "publisher": "Somebody",
        "published": "2024",
        "url": "https://two.example/",
        "scope": "Wales",
        "read": "All of it.",
        "position": "0",
    }
    assert editor.post("/admin/snippets/guidance/framework/add/", values).status_code == 302
    framework = Framework.objects.get(title="Another")
    fields = {"framework": framework.pk, "words": "Ask first.", "level": "must, it says", "position": "1"}
    assert editor.post(f"{ADMIN}add/", fields).status_code == 302
    shown = page(client, "readiness_frameworks")
    for words in ("Another", "Ask first.", "(must, it says)", NONE):
        assert words in shown


def test_a_guide_with_another_address_still_covers(check: OpenCheck) -> None:
    make_statement("Say why.", key_of("can-say-why"))
    renamed = GuidePage.objects.get(title="Why")
    renamed.slug, renamed.title = "what-for", "What for"
    renamed.save_revision().publish()
    assert coverage_of(questions())[0].asked == 1


@pytest.mark.parametrize("how", ["unpublished", "deleted", "taken out"])
def test_what_is_no_longer_there_is_shown_to_the_editor_and_breaks_nothing(
    how: str, client: Client, check: OpenCheck, editor: Client
) -> None:
    key = key_of("can-say-why")
    statement = make_statement("Say why.", key)
    guide = GuidePage.objects.get(title="Why")
    if how == "taken out":
        guide.checklist = []
        guide.save_revision().publish()
    else:
        guide.unpublish() if how == "unpublished" else guide.delete()

    assert page(client, "readiness_frameworks").count(NONE) == 1
    assert page(client, "readiness_result")
    assert "1 statement, 1 is no longer there" in editor.get(ADMIN).content.decode()
    shown = editor.get(f"{ADMIN}edit/{statement.pk}/").content.decode()
    assert "No longer in a published guide" in shown
    assert f'value="{key}"' in shown
    assert "can-say-why" in shown

    # It stays while its box is ticked, because its guide may come back.
    assert edit(editor, statement, key, words="Say why, again.").status_code == 302
    statement.refresh_from_db()
    assert statement.covered_by == [key]
    assert edit(editor, statement).status_code == 302
    statement.refresh_from_db()
    assert statement.covered_by == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"covered_by": ["forged.key"]}, "One of the statements is in no published guide."),
        ({"words": ""}, "This field is required."),
        ({"words": "x" * 301}, "at most 300 characters"),
        ({"framework": "999"}, "Select a valid choice."),
    ],
)
def test_bad_input_is_named_and_what_was_typed_stays(
    changes: dict[str, Any], words: str, check: OpenCheck, editor: Client
) -> None:
    statement = make_statement("Say why.")
    typed = {"level": "typed level", "covered_by": [key_of("graded")], **changes}
    response = edit(editor, statement, **typed)
    shown = response.content.decode()
    assert response.status_code == 200
    assert words in shown
    assert "typed level" in shown
    statement.refresh_from_db()
    assert (statement.words, statement.level, statement.covered_by) == ("Say why.", "should", [])


def test_the_same_statement_twice_is_refused(check: OpenCheck, editor: Client) -> None:
    statement = make_statement("Say why.")
    response = editor.post(f"{ADMIN}add/", form(statement))
    assert "This framework has that statement already." in response.content.decode()


def test_the_list_is_narrowed_to_what_nobody_maps(check: OpenCheck, editor: Client) -> None:
    make_statement("Mapped one.", key_of("graded"))
    make_statement("Bare one.")
    unmapped = editor.get(ADMIN, {"mapped": "no"}).content.decode()
    assert "Bare one." in unmapped
    assert "Mapped one." not in unmapped
    mapped = editor.get(ADMIN, {"mapped": "yes"}).content.decode()
    assert "Mapped one." in mapped
    assert "Bare one." not in mapped


@pytest.mark.parametrize("role", ROLES)
def test_editors_and_administrators_alone_may(role: str, check: OpenCheck) -> None:
    statement = make_statement("Say why.")
    client = Client()
    client.force_login(make_user(role))
    expected = 200 if role in MAY else 302
    for address in (ADMIN, f"{ADMIN}edit/{statement.pk}/", "/admin/snippets/guidance/framework/"):
        assert client.get(address).status_code == expected
    edit(client, statement, key_of("graded"))
    statement.refresh_from_db()
    assert bool(statement.covered_by) == (role in MAY)


def test_every_match_of_the_demo_leads_to_a_statement_and_what_is_there_stays(demo: None) -> None:
    known = questions().questions
    statements = list(FrameworkStatement.objects.all())
    wanted = {key for statement in statements for key in statement.covered_by}
    assert wanted - known.keys() == set()
    assert len(wanted) > 30
    table = rows("statements.csv")
    assert len(statements) == len(table)
    assert sum(len(statement.covered_by) for statement in statements) == sum(len(places_of(row)) for row in table)

    FrameworkStatement.objects.filter(pk=statements[0].pk).update(words="As an editor has it", covered_by=[])
    create_frameworks()
    assert FrameworkStatement.objects.count() == len(table)
    assert FrameworkStatement.objects.get(pk=statements[0].pk).words == "As an editor has it"
