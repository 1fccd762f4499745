"""Drafts: how long they live, that they are sealed, and coming back to one by its code."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone

from directory.enquiries.drafts.actions import change_draft, sweep_drafts
from directory.enquiries.key_store.models import EnquiryKey
from directory.enquiries.models import Draft, Enquiry, WrongCode
from tests.factories.enquiries import ANSWER, answer, fill, posted, press_send, start, state_of, step_of

pytestmark = pytest.mark.django_db
BACK, SAVE = "/enquiries/come-back/", "/enquiries/save/"
CODE = re.compile(r"[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{4}")


def save(client: Client, path: str = "/enquiries/1/q5/", **typed: Any) -> str:
    """Press "Save and come back later" on a page; the code."""
    page = client.post(SAVE, {"state": state_of(client.get(path)), **typed})
    assert page.status_code == 200
    found = CODE.search(page.content.decode())
    return found[0] if found else ""


def come_back(client: Client, code: str) -> Any:
    return client.post(BACK, {"code": code})


def later(**length: float) -> None:
    """Let time pass for every draft."""
    passed = timedelta(**length)
    for draft in Draft.objects.all():
        Draft.objects.filter(pk=draft.pk).update(
            held_until=draft.held_until - passed,
            expires_at=draft.expires_at - passed,
            saved_at=draft.saved_at - passed if draft.saved_at else None,
        )


def test_a_draft_is_sealed_under_a_key_of_its_own(client: Client) -> None:
    fill(client)
    draft = Draft.objects.get()
    values = " ".join(str(value) for value in Draft.objects.values().get().values())
    for typed in ("five times", "R.M.", "professional", "community", "council.example"):
        assert typed not in values
    assert EnquiryKey.objects.filter(pk=draft.key_id).exists()
    assert draft.holder_digest not in client.cookies["enquiry_drafts"].value


def test_sending_deletes_the_draft_with_its_key_and_the_cookie(client: Client) -> None:
    page = fill(client)
    key = Draft.objects.get().key_id
    sent = press_send(client, page)
    assert not Draft.objects.exists()
    assert not EnquiryKey.objects.filter(pk=key).exists()
    assert sent.cookies["enquiry_drafts"]["max-age"] == 0


def test_a_draft_that_cannot_be_deleted_stops_no_receipt(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**options: Any) -> None:
        raise DatabaseError

    page = fill(client)
    monkeypatch.setattr("directory.enquiries.steps.sending.end_drafts", fail)
    assert press_send(client, page).status_code == 303
    assert press_send(client, page).status_code == 303
    assert Enquiry.objects.count() == 1


def test_the_cookie_is_kept_to_enquiries_and_names_nothing(client: Client) -> None:
    begun = client.post(ANSWER, {"state": state_of(start(client)), "sender_kind": "relative"})
    cookie = begun.cookies["enquiry_drafts"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/enquiries/", True, "Lax")
    assert not cookie["max-age"], "it goes when the browser is closed"
    assert str(Draft.objects.get().pk) not in cookie.value


@pytest.mark.parametrize("number", ["0", "2", "32768", "9" * 30])
def test_a_number_that_is_no_draft_opens_nothing(client: Client, number: str) -> None:
    fill(client)
    assert client.get(f"/enquiries/{number}/q5/").status_code == 404
    assert client.get(f"/enquiries/{number}/stop/").status_code == 200
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("cookie", ["", "forged", "\x00", "a" * 5000])
def test_a_forged_cookie_opens_nothing(client: Client, cookie: str) -> None:
    fill(client)
    client.cookies["enquiry_drafts"] = cookie
    assert client.get("/enquiries/1/q5/").status_code == 404


def test_it_dies_an_hour_after_the_last_page_and_its_key_with_it(client: Client) -> None:
    fill(client)
    later(minutes=50)
    page = client.get("/enquiries/1/q5/")
    assert page.status_code == 200
    answer(client, page, posted())
    later(minutes=50)
    assert client.get("/enquiries/1/q5/").status_code == 200, "every page counts"
    later(minutes=11)
    assert client.get("/enquiries/1/q5/").status_code == 404
    call_command("sweep_drafts", verbosity=0)
    assert not Draft.objects.exists()
    assert not EnquiryKey.objects.exists()


def test_a_page_typed_too_late_keeps_what_was_typed_and_goes_on(client: Client) -> None:
    fill(client)
    page = client.get("/enquiries/1/q5/")
    later(hours=2)
    sweep_drafts()
    again = client.post(ANSWER, {"state": state_of(page), **posted(words="Typed too late")})
    shown = again.content.decode()
    assert again.status_code == 200
    assert "Typed too late" in shown
    assert "open for too long" in shown
    first = answer(client, again, posted(words="Typed too late"))
    assert step_of(first) == "q1"
    assert "Typed too late" in fill(client, page=first, words="Typed too late").content.decode()


def test_sweeping_leaves_what_somebody_goes_on_with(client: Client) -> None:
    fill(client)
    other = Client()
    fill(other)
    old, kept = Draft.objects.order_by("begun_at")
    Draft.objects.filter(pk=old.pk).update(expires_at=timezone.now())
    assert sweep_drafts() == 1
    assert Draft.objects.get() == kept
    assert EnquiryKey.objects.get().pk == kept.key_id


def test_a_code_opens_it_elsewhere_for_fourteen_days_and_stays_what_it_is(client: Client) -> None:
    fill(client)
    code = save(client, words="Saved as it stands", needs="housing")
    later(days=13, hours=23)
    for _ in range(2):
        other = Client()
        page = come_back(other, code.lower().replace("-", " "))
        assert page.status_code == 303
        assert "Saved as it stands" in other.get("/enquiries/1/check/").content.decode()
    assert client.get("/enquiries/1/check/").status_code == 404, "the first browser let go"
    later(hours=2)
    assert come_back(Client(), code).status_code == 200
    assert sweep_drafts() == 1


def test_only_a_digest_of_the_code_is_kept(client: Client) -> None:
    fill(client)
    code = save(client)
    values = " ".join(str(value) for value in Draft.objects.values().get().values())
    assert code not in values
    assert code.replace("-", "") not in values
    # 24 letters, 14 of them.
    assert 24**14 > 2**60


def test_the_code_is_shown_once_and_the_same_page_shows_the_same(client: Client) -> None:
    fill(client)
    data = {"state": state_of(client.get("/enquiries/1/q5/")), **posted()}
    first, again = (CODE.search(client.post(SAVE, data).content.decode()) for _ in range(2))
    assert first
    assert again
    assert first[0] == again[0]
    assert save(client) == "", "another page does not take it away"
    assert come_back(Client(), first[0]).status_code == 303


def test_a_new_code_ends_the_old_one(client: Client) -> None:
    fill(client)
    old = save(client)
    page = client.post(SAVE, {"state": state_of(client.get("/enquiries/1/q5/"))})
    renewed = client.post(SAVE, {"state": state_of(page), "anew": "yes"})
    new = CODE.search(renewed.content.decode())
    assert new
    assert come_back(Client(), old).status_code == 200
    assert come_back(Client(), new[0]).status_code == 303


def test_a_wrong_answer_is_saved_as_it_is_and_not_judged_before_it_is_sent(client: Client) -> None:
    fill(client)
    page = client.get("/enquiries/1/q6/")
    code = CODE.search(client.post(SAVE, {"state": state_of(page), "name": "R", "age": "thirty"}).content.decode())
    assert code
    other = Client()
    there = other.get(come_back(other, code[0]).headers["Location"])
    assert step_of(there) == "q6"
    assert 'value="thirty"' in there.content.decode()


def test_leaving_means_that_the_code_is_needed(client: Client) -> None:
    fill(client)
    code = save(client)
    client.get("/leave/")
    client.cookies.pop("enquiry_drafts", None)
    assert client.get("/enquiries/1/q5/").status_code == 404
    assert come_back(client, code).status_code == 303
    assert client.get("/enquiries/1/q5/").status_code == 200


WRONG = ["", "x", "4K7M2-XQD9W-7RAC", "\x00", "😀" * 100, "4" * 5000]


def test_wrong_codes_get_one_page_of_one_length(client: Client) -> None:
    fill(client)
    save(client)
    pages = {come_back(Client(), code).content.decode() for code in WRONG}
    bare = {re.sub(r'(name="(?:csrfmiddlewaretoken|opened)" value=")[^"]*', r"\1", page) for page in pages}
    assert len(bare) == 1
    assert len({len(page) for page in pages}) == 1
    assert "No saved enquiry opens with that" in bare.pop()


def test_guessing_is_slowed_and_others_at_the_address_come_back(client: Client) -> None:
    fill(client)
    code = save(client)
    for _ in range(30):
        come_back(Client(), "4K7M2-XQD9W-7RAC")
    opened = Client().get(BACK).content.decode()
    assert WrongCode.objects.count() <= 20, "what is noted is bounded"
    in_haste = Client().post(BACK, {"code": code, "opened": re.search(r'name="opened" value="([^"]*)"', opened)[1]})
    assert in_haste.status_code == 200
    now = timezone.now().timestamp()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.core.signing.time.time", lambda: now + 8)
        typed = Client().post(BACK, {"code": code, "opened": re.search(r'name="opened" value="([^"]*)"', opened)[1]})
    assert typed.status_code == 303


def test_more_drafts_than_are_taken_are_asked_to_wait_with_what_was_typed(client: Client, settings: Any) -> None:
    settings.ENQUIRY_DRAFTS_MOST = 1
    fill(client)
    other = Client()
    refused = other.post(ANSWER, {"state": state_of(start(other)), "sender_kind": "relative"})
    assert refused.status_code == 429
    assert 'value="relative" checked' in refused.content.decode()
    assert "hank you" not in refused.content.decode()
    answer(client, client.get("/enquiries/1/q5/"), posted(words="Still kept"))
    assert "Still kept" in client.get("/enquiries/1/check/").content.decode()


def test_stopping_deletes_it_and_not_from_another_site(client: Client) -> None:
    fill(client)
    asked = client.get("/enquiries/1/stop/", headers={"Sec-Fetch-Site": "cross-site"})
    assert "Delete your answers?" in asked.content.decode()
    assert Draft.objects.exists()
    stopped = client.get("/enquiries/1/stop/", headers={"Sec-Fetch-Site": "same-origin"})
    assert "Nothing was sent" in stopped.content.decode()
    assert not Draft.objects.exists()
    assert not EnquiryKey.objects.exists()


def test_stopping_one_leaves_the_other(client: Client) -> None:
    fill(client)
    fill(client, words="The other")
    client.get("/enquiries/1/stop/")
    assert "The other" in client.get("/enquiries/2/check/").content.decode()


def test_a_draft_says_nothing_of_itself(client: Client) -> None:
    fill(client)
    draft = Draft.objects.get()
    assert str(draft) == f"Draft {draft.pk}"
    state = change_draft(draft=draft, change=lambda kept: kept)
    assert "R.M." not in repr(state)


def test_a_token_of_somebody_else_gives_no_draft(client: Client) -> None:
    page = start(client)
    client.post(ANSWER, {"state": state_of(page), "sender_kind": "relative"})
    other = Client()
    fill(other)
    refused = other.post(ANSWER, {"state": state_of(page), "sender_kind": "person"})
    assert refused.status_code == 200
    assert "open for too long" in refused.content.decode()
    assert connection.alias == "default"
    assert Draft.objects.count() == 2
    assert isinstance(Draft.objects.first().token, uuid.UUID)
