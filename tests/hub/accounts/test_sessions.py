"""How long staff stay signed in, and how every session ends at once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from directory.enquiries.models import UnsavedText
from hub.accounts import roles
from hub.accounts.sessions import BEGUN, SEEN
from hub.models import User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db
PASSPHRASE = "plum kettle orbit walnut"


@pytest.fixture
def editor() -> User:
    return make_user(roles.EDITORS, "editor@staff.example", PASSPHRASE)


@pytest.fixture
def signed_in(client: Client, editor: User) -> Client:
    client.post("/admin/login/", {"username": editor.email, "password": PASSPHRASE})
    return client


def turn_back(client: Client, **ago: timedelta) -> None:
    session = client.session
    for name, time in ago.items():
        session[name] = (timezone.now() - time).timestamp()
    session.save()


def is_in(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


@pytest.mark.parametrize(
    ("idle", "whole", "expected"),
    [
        (timedelta(minutes=29), timedelta(hours=1), True),
        (timedelta(minutes=30), timedelta(hours=1), False),
        (timedelta(minutes=1), timedelta(hours=7, minutes=59), True),
        (timedelta(minutes=1), timedelta(hours=8), False),
        (timedelta(days=30), timedelta(days=30), False),
    ],
)
def test_it_ends_idle_or_after_a_day(signed_in: Client, idle: timedelta, whole: timedelta, expected: bool) -> None:
    turn_back(signed_in, **{SEEN: idle, BEGUN: whole})
    assert is_in(signed_in) == expected
    if not expected:
        assert "half an hour passed" in signed_in.get("/admin/login/").content.decode()
        assert not is_in(signed_in)


def test_work_starts_the_idle_clock_again_and_not_the_other(signed_in: Client) -> None:
    turn_back(signed_in, **{SEEN: timedelta(minutes=20), BEGUN: timedelta(hours=2)})
    before = dict(signed_in.session)
    assert is_in(signed_in)
    assert signed_in.session[SEEN] > before[SEEN] + 19 * 60
    assert signed_in.session[BEGUN] == before[BEGUN]


def test_what_an_open_page_asks_by_itself_is_no_work(signed_in: Client) -> None:
    turn_back(signed_in, **{SEEN: timedelta(minutes=20)})
    before = signed_in.session[SEEN]
    signed_in.post("/admin/editing-sessions/ping/wagtailcore/page/1/1/")
    assert signed_in.session[SEEN] == before


def test_a_session_from_before_gets_its_clocks(signed_in: Client) -> None:
    session = signed_in.session
    del session[SEEN], session[BEGUN]
    session.save()
    assert is_in(signed_in)
    assert signed_in.session[BEGUN]


def test_the_cookie_ends_with_the_browser_and_nobody_is_remembered(client: Client, editor: User) -> None:
    assert "remember" not in client.get("/admin/login/").content.decode().lower()
    data = {"username": editor.email, "password": PASSPHRASE, "remember": "on"}
    cookie = client.post("/admin/login/", data).cookies["sessionid"]
    assert cookie["max-age"] == ""
    assert cookie["httponly"]
    assert client.session.get_expiry_age() <= 8 * 60 * 60


def test_the_key_changes_at_sign_in(client: Client, editor: User) -> None:
    client.get("/admin/login/")
    session = client.session
    session["before"] = True
    session.save()
    fixed = session.session_key
    client.cookies["sessionid"] = fixed
    client.post("/admin/login/", {"username": editor.email, "password": PASSPHRASE})
    assert client.session.session_key != fixed
    stranger = Client()
    stranger.cookies["sessionid"] = fixed
    assert not is_in(stranger)


def test_a_page_for_visitors_ends_it_too(signed_in: Client) -> None:
    turn_back(signed_in, **{SEEN: timedelta(minutes=31)})
    assert signed_in.get("/").status_code == 200
    assert not is_in(signed_in)


def test_sign_out_everywhere_is_a_button_that_ends_all_sessions(signed_in: Client, editor: User) -> None:
    others = [Client(), Client()]
    for other in others:
        other.force_login(editor)
    html = signed_in.get("/admin/account/").content.decode()
    assert 'href="/admin/second-factor/sign-out-everywhere/"' in html
    # Enter in a field of that page presses its first button that sends the form.
    assert "formaction" not in html
    assert "ends every session" in signed_in.get("/admin/second-factor/sign-out-everywhere/").content.decode()
    assert all(is_in(other) for other in (signed_in, *others))
    signed_in.post("/admin/second-factor/sign-out-everywhere/")
    assert not any(is_in(other) for other in (signed_in, *others))
    assert "signed out everywhere" in signed_in.get("/admin/login/").content.decode()
    signed_in.post("/admin/login/", {"username": editor.email, "password": PASSPHRASE})
    assert is_in(signed_in)


def test_it_ends_nobody_elses(signed_in: Client) -> None:
    other = Client()
    other.force_login(make_user(roles.EDITORS, "other@staff.example"))
    signed_in.post("/admin/second-factor/sign-out-everywhere/")
    assert is_in(other)


def test_a_new_passphrase_ends_them(signed_in: Client, editor: User) -> None:
    editor.set_password("lantern gravel oboe stoat")
    editor.save()
    assert not is_in(signed_in)


def test_a_new_secret_key_ends_none_while_the_old_one_is_a_fallback(signed_in: Client, editor: User, settings) -> None:
    signed_in.post("/admin/second-factor/sign-out-everywhere/")
    signed_in.post("/admin/login/", {"username": editor.email, "password": PASSPHRASE})
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "new-" + "n" * 50
    assert is_in(signed_in)
    settings.SECRET_KEY_FALLBACKS = []
    assert is_in(signed_in)
    settings.SECRET_KEY = "other-" + "n" * 50
    assert not is_in(signed_in)


@pytest.mark.parametrize("ago", [{SEEN: timedelta(minutes=31)}, {BEGUN: timedelta(hours=8)}])
def test_a_note_that_was_being_written_is_kept(client: Client, ago: dict[str, timedelta]) -> None:
    moderator, enquiry = make_user(roles.MODERATORS), make_enquiry()
    client.force_login(moderator)
    page = client.get(f"/admin/enquiries/{enquiry.pk}/")
    turn_back(client, **ago)
    data = {"writer": page.context["note"]["writer"], "text": "Half a note"}
    gone = client.post(f"/admin/enquiries/{enquiry.pk}/note/", data, headers={"Origin": "http://testserver"})
    assert gone.status_code == 303
    assert UnsavedText.objects.filter(writer=moderator).exists()
    client.force_login(moderator)
    assert "Half a note" in client.get(f"/admin/enquiries/{enquiry.pk}/").content.decode()


@pytest.mark.second_factor
def test_a_note_of_whoever_owes_a_code_is_kept_as_well(client: Client) -> None:
    moderator, enquiry = make_user(roles.MODERATORS), make_enquiry()
    from directory.enquiries.inbox.unsaved_texts import signed_writer

    client.force_login(moderator)
    data = {"writer": signed_writer(enquiry=enquiry, user=moderator), "text": "Half a note"}
    assert client.post(f"/admin/enquiries/{enquiry.pk}/note/", data).status_code == 303
    assert UnsavedText.objects.get().writer == moderator
