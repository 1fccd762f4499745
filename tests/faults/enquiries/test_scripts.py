"""Scripts in every field, looked at in Chromium wherever somebody shows what was typed: none runs."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.template import engines
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser

from directory.enquiries.actions import Attempt, add_note, claim_enquiry, close_enquiry, raise_flag, record_attempt
from directory.enquiries.content.references import code_of
from directory.enquiries.models import Enquiry
from directory.enquiries.status.actions import leave_message
from hub.accounts import roles
from hub.models import User
from tests.factories.enquiries import fill, make_enquiry, state_of
from tests.factories.hub import make_user
from tests.faults.scripts import SCRIPTS, scripts
from tests.faults.size import size
from tests.faults.viewing import Viewer, viewing

pytestmark = [pytest.mark.django_db, pytest.mark.browser, pytest.mark.usefixtures("terms")]

FIELDS = (
    *("name", "words", "what_would_help", "language", "access_needs", "times", "introduction", "who_may_answer"),
    *(
        "address",
        "phone",
        "email",
        "sender_name",
        "sender_role",
        "sender_organisation",
        "sender_phone",
        "sender_email",
    ),
)
ALL = list(scripts())
# The short form takes them from all over.
CHOSEN = ALL[:: size(32, 1)]
PASSWORD = "a-long-passphrase-of-a-lead"


def in_fields(chosen: list[str]) -> Iterator[dict[str, str]]:
    """All of them, as many in one enquiry as it has fields."""
    for start in range(0, len(chosen), len(FIELDS)):
        some = chosen[start : start + len(FIELDS)]
        yield dict(zip(FIELDS, some + chosen[: len(FIELDS) - len(some)], strict=True))


@pytest.fixture
def writer() -> User:
    """A member of staff whose own name is one."""
    return make_user(roles.MODERATORS, "writer@staff.example", first_name=ALL[3][:150], last_name=ALL[0][:150])


@pytest.fixture
def lead() -> User:
    user = make_user(roles.LEADS, "lead@staff.example")
    user.set_password(PASSWORD)
    user.save()
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def worked_on(texts: dict[str, str], writer: User) -> Enquiry:
    """An enquiry with scripts in what was sent, in what was said later, and in what was noted."""
    ways = ("phone", "text", "email", "letter", "sender")
    enquiry = make_enquiry(**{**texts, "channels": ways, "email_reference": False})
    claim_enquiry(enquiry=enquiry, by=writer)
    for text in list(texts.values())[:3]:
        add_note(enquiry=enquiry, by=writer, text=text)
        leave_message(enquiry=enquiry, kind="correction", text=text, token=uuid.uuid4())
        record_attempt(enquiry=enquiry, by=writer, attempt=Attempt("sender", "phone", "message", said=text))
        raise_flag(enquiry=enquiry, by=writer, kind="contact", reason=text)
    return enquiry


def see_enquiry(viewer: Viewer, enquiry: Enquiry, texts: dict[str, str]) -> None:
    """As a moderator: the list, the enquiry, and texts that were too late."""
    inbox = viewer.client
    viewer.see(inbox.get("/admin/enquiries/"))
    shown = viewer.see(inbox.get(f"/admin/enquiries/{enquiry.pk}/"))
    assert texts["words"].strip() in shown, "it is there to be read"
    viewer.see(inbox.post("/admin/enquiries/find/", {"reference": texts["name"]}))
    other = make_enquiry(**{**texts, "channels": ("phone",), "email_reference": False})
    compared = viewer.see(inbox.get(reverse("enquiries_inbox:compare", args=[enquiry.pk, other.pk])))
    assert texts["words"].strip() in compared, "both stand side by side"
    for question in ("attempt", "flag"):
        address = reverse(f"enquiries_inbox:{question}", args=[enquiry.pk])
        viewer.see(inbox.post(address, {"said": texts["words"], "reason": texts["words"], "kind": texts["name"]}))
    close_enquiry(enquiry=enquiry, by=enquiry_claimer(enquiry), reason="planned", note=texts["words"])
    viewer.see(inbox.post(f"/admin/enquiries/{enquiry.pk}/note/", {"text": texts["words"]}))
    viewer.see(inbox.get(f"/admin/enquiries/{enquiry.pk}/"))


def enquiry_claimer(enquiry: Enquiry) -> User:
    claimer = Enquiry.objects.get(pk=enquiry.pk).claimed_by
    assert claimer is not None
    return claimer


@pytest.mark.parametrize("texts", [pytest.param(texts, id=str(n)) for n, texts in enumerate(in_fields(CHOSEN))])
def test_none_runs_for_staff(browser: Browser, writer: User, lead: User, texts: dict[str, str]) -> None:
    enquiry = worked_on(texts, writer)
    Enquiry.objects.filter(pk=enquiry.pk).update(
        service_name=texts["name"], needs=[texts["words"]], setting=texts["times"][:50], postcode_district="G31"
    )
    with viewing(browser, signed_in(writer)) as viewer:
        see_enquiry(viewer, enquiry, texts)
    assert viewer.caught == []
    desk = signed_in(lead)
    with viewing(browser, desk) as viewer:
        viewer.see(desk.get(reverse("enquiries_requests:list")))
        viewer.see(desk.get(reverse("enquiries_requests:about", args=[enquiry.pk])))
        printed = desk.post(
            reverse("enquiries_requests:print", args=[enquiry.pk]), {"password": PASSWORD, "with_safety": "on"}
        )
        assert texts["words"].strip() in viewer.see(printed)
        viewer.see(desk.get("/admin/enquiries/log/"))
    assert viewer.caught == []


@pytest.mark.parametrize("texts", [pytest.param(texts, id=str(n)) for n, texts in enumerate(in_fields(CHOSEN))])
def test_none_runs_for_senders(browser: Browser, texts: dict[str, str]) -> None:
    sender = Client()
    typed: dict[str, Any] = {
        **texts,
        "sender_email": "a@council.example",
        "email": "b@home.example",
        "channels": ["phone", "text", "email", "letter", "sender"],
    }
    with viewing(browser, sender) as viewer:
        for wrong in ({"needs": ["none"]}, {"age": "no"}, {"email": texts["email"]}, {"sender_email": texts["words"]}):
            viewer.see(fill(Client(), **{**typed, **wrong}), "/enquiries/answer/")
        checked = fill(sender, **typed)
        viewer.see(checked, "/enquiries/1/check/")
        enquiry = worked_on(texts, make_user(roles.MODERATORS, "writer@staff.example"))
        found = {"reference": enquiry.reference, "code": code_of(enquiry.token)}
        viewer.see(sender.post("/enquiries/find/", {"reference": texts["name"], "code": texts["words"]}))
        viewer.see(sender.post("/enquiries/come-back/", {"code": texts["name"]}))
        message = {"state": state_of(message_page(found)), "text": texts["words"]}
        viewer.see(Client().post("/enquiries/status/send/", message))
        assert viewer.page.locator("textarea[name=text]").input_value().strip() == texts["words"].strip()
        assert sender.post("/enquiries/find/", found).status_code == 303
        viewer.see(sender.get("/enquiries/status/"))
    assert viewer.caught == []


def message_page(found: dict[str, str]) -> Any:
    client = Client()
    client.post("/enquiries/find/", found)
    return client.get("/enquiries/status/complaint/")


def test_a_control_a_page_that_runs_them_is_seen(browser: Browser) -> None:
    with viewing(browser, Client()) as viewer:
        for number, script in enumerate(SCRIPTS):
            viewer.page.set_content(f'<p>{script.format(number)}</p><input value="{script.format(number)}">')
            viewer.page.mouse.move(number + 5, 50)
            viewer.page.wait_for_timeout(100)
    assert len(set(map(str, viewer.ran))) > len(SCRIPTS) * 3 / 4
    assert viewer.dialogs == ["20"]


def test_a_control_one_template_that_trusts_is_seen(
    browser: Browser, writer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = next(in_fields(CHOSEN))
    enquiry = worked_on(texts, writer)
    inbox = signed_in(writer)
    monkeypatch.setattr(engines["django"].engine, "autoescape", False)
    with viewing(browser, inbox) as viewer:
        viewer.see(inbox.get(f"/admin/enquiries/{enquiry.pk}/"))
    assert len(set(map(str, viewer.ran))) > 3


def test_a_control_what_only_the_policy_stops_is_seen(browser: Browser) -> None:
    with viewing(browser, Client()) as viewer:
        viewer.see(Client().get("/enquiries/new/"))
        assert viewer.caught == []
        viewer.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=ran(1)>')")
        viewer.page.wait_for_timeout(300)
    assert viewer.refused
