"""From the passphrase to the admin, with a code, without one, and with the wrong ones."""

from base64 import b32decode

import pytest
from django.conf import settings as django_settings
from django.test import Client

from hub.accounts import roles
from hub.models import Authenticator, RecoveryCode, User
from tests.factories.hub import current_code, make_authenticator, make_user
from tests.hub.accounts.second_factor.browsing import (
    ENTER,
    HOME,
    PASSPHRASE,
    RECOVERY,
    SET_UP,
    SignIn,
    is_in,
    set_up,
    shown_secret,
    words,
)

pytestmark = [pytest.mark.django_db, pytest.mark.second_factor]
# Setting up


def test_whoever_reads_enquiries_sets_up_before_anything_else(sign_in: SignIn, reader: User) -> None:
    client = sign_in()
    landed = client.get("/admin/enquiries/", follow=True)
    assert landed.redirect_chain[-1][0] == f"{SET_UP}?next=%2Fadmin%2Fenquiries%2F"
    assert "<svg" in words(landed)
    assert 'style="' not in words(landed)
    assert "<script" not in words(landed)
    _, codes = set_up(client)
    assert len(set(codes)) == 10
    assert is_in(client)
    assert RecoveryCode.objects.filter(user=reader).count() == 10


def test_the_secret_stays_the_same_while_the_page_is_loaded_again(sign_in: SignIn) -> None:
    client = sign_in()
    assert shown_secret(client) == shown_secret(client)
    assert client.get(SET_UP).headers["Cache-Control"] == "no-store"


def test_another_session_is_offered_another_secret(sign_in: SignIn) -> None:
    assert shown_secret(sign_in()) != shown_secret(sign_in())


@pytest.mark.parametrize("typed", ["", "12345", "abcdef"])
def test_what_is_no_code_comes_back(sign_in: SignIn, typed: str) -> None:
    page = sign_in().post(SET_UP, {"code": typed})
    assert page.status_code == 200
    assert ("six digits" if typed else "Enter the code") in words(page)
    assert f'value="{typed}"' in words(page) or not typed
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(("steps", "said"), [(-8, "4 minutes slow"), (9, "4 minutes fast"), (-3, "90 seconds slow")])
def test_a_clock_that_is_wrong_is_told(sign_in: SignIn, steps: int, said: str) -> None:
    client = sign_in()
    secret = b32decode(shown_secret(client).replace("-", ""))
    page = client.post(SET_UP, {"code": current_code(secret, steps=steps)})
    assert said in words(page)
    assert not Authenticator.objects.exists()


def test_the_secret_is_nowhere_in_the_clear(sign_in: SignIn, reader: User) -> None:
    client = sign_in()
    secret, codes = set_up(client)
    stored = bytes(Authenticator.objects.get().sealed_secret) + str(dict(client.session)).encode()
    assert secret not in stored
    digests = "".join(RecoveryCode.objects.values_list("digest", flat=True))
    assert not any(code.replace("-", "") in digests for code in codes)
    assert "second_factor_candidate" not in client.session


def test_setting_up_twice_changes_nothing(sign_in: SignIn, reader: User) -> None:
    client = sign_in()
    secret, _ = set_up(client)
    again = client.post(SET_UP, {"code": current_code(secret)})
    assert again.headers["Location"] == "/admin/account/"
    other = sign_in()
    assert other.get(SET_UP).headers["Location"] == ENTER
    assert Authenticator.objects.count() == 1


def test_setting_up_ends_every_other_session(sign_in: SignIn) -> None:
    first, other = sign_in(), sign_in()
    set_up(first)
    assert is_in(first)
    assert other.get(ENTER).headers["Location"].startswith("/admin/login/")


def test_an_editor_may_and_is_asked_from_then_on(sign_in: SignIn) -> None:
    editor = make_user(roles.EDITORS, password=PASSPHRASE)
    client = sign_in(name=editor.email)
    assert is_in(client)
    set_up(client)
    assert is_in(client)
    assert not is_in(sign_in(name=editor.email))


# Entering a code


def test_a_code_lets_in_and_leads_on(waiting: Client) -> None:
    before = waiting.session.session_key
    page = waiting.post(ENTER, {"code": f" {current_code()[:3]} {current_code()[3:]} ", "next": "/admin/enquiries/"})
    assert page.headers["Location"] == "/admin/enquiries/"
    assert is_in(waiting)
    assert waiting.session.session_key != before


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_it_leads_nowhere_else(waiting: Client, target: str) -> None:
    assert waiting.post(ENTER, {"code": current_code(), "next": target}).headers["Location"] == HOME


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_a_clock_may_be_half_a_minute_wrong(waiting: Client, steps: int) -> None:
    waiting.post(ENTER, {"code": current_code(steps=steps)})
    assert is_in(waiting)


@pytest.mark.parametrize("steps", [-3, 3, 20])
def test_it_may_not_be_more(waiting: Client, steps: int) -> None:
    page = waiting.post(ENTER, {"code": current_code(steps=steps)})
    assert "not right" in words(page)
    assert "minutes" not in words(page)
    assert not is_in(waiting)


def test_a_code_is_taken_once(waiting: Client, sign_in: SignIn) -> None:
    code = current_code()
    waiting.post(ENTER, {"code": code})
    other = sign_in()
    assert "used before" in words(other.post(ENTER, {"code": code}))
    assert not is_in(other)


def test_an_older_code_is_not_taken_after_a_newer_one(waiting: Client, sign_in: SignIn) -> None:
    waiting.post(ENTER, {"code": current_code(steps=1)})
    other = sign_in()
    other.post(ENTER, {"code": current_code()})
    assert not is_in(other)


def test_wrong_codes_are_slowed_and_the_right_one_waits(waiting: Client, sign_in: SignIn) -> None:
    wrong = f"{(int(current_code()) + 1) % 1_000_000:06d}"
    for _ in range(3):
        Authenticator.objects.update(throttling_failure_timestamp=None)
        assert waiting.post(ENTER, {"code": wrong}).status_code == 200
    page = sign_in().post(ENTER, {"code": current_code()})
    assert page.status_code == 429
    assert 1 <= int(page.headers["Retry-After"]) <= 4
    assert "Try again in" in words(page)
    assert not is_in(waiting)


def test_while_it_waits_a_recovery_code_lets_in(waiting: Client, sign_in: SignIn) -> None:
    _, codes = set_up(sign_in(name=make_user(roles.LEADS, password=PASSPHRASE).email))
    lead = sign_in(name="leads@staff.example")
    Authenticator.objects.update(throttling_failure_count=50)
    lead.post(ENTER, {"code": "000000"})
    assert lead.post(ENTER, {"code": "000000"}).status_code == 429
    lead.post(RECOVERY, {"code": codes[3].upper().replace("-", " ")})
    assert is_in(lead)
    assert "9 recovery codes left" in words(lead.get("/admin/account/")) or RecoveryCode.objects.count() == 9


def test_a_recovery_code_lets_in_once_and_its_owner_only(sign_in: SignIn, reader: User) -> None:
    _, codes = set_up(sign_in())
    thief = make_user(roles.LEADS, password=PASSPHRASE)
    make_authenticator(thief)
    other = sign_in(name=thief.email)
    assert "not one of your" in words(other.post(RECOVERY, {"code": codes[0]}))
    for expected in (True, False):
        client = sign_in()
        client.post(RECOVERY, {"code": codes[0]})
        assert is_in(client) == expected


@pytest.mark.parametrize("typed", ["", " ", "----", "000000", "x" * 41, "☃" * 16])
def test_what_is_no_recovery_code_is_refused(waiting: Client, typed: str) -> None:
    assert waiting.post(RECOVERY, {"code": typed}).status_code == 200
    assert not is_in(waiting)


def test_a_secret_that_cannot_be_read_is_said_and_not_an_error(waiting: Client, settings) -> None:
    Authenticator.objects.update(sealed_secret=b"nonsense")
    assert "its key was changed" in words(waiting.post(ENTER, {"code": current_code()}))


# Codes and forms without a token


@pytest.mark.parametrize("address", [ENTER, RECOVERY, SET_UP])
def test_a_stale_form_comes_back_without_the_code(waiting: Client, address: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = waiting.cookies
    page = strict.post(address, {"code": "123456"}, headers={"Origin": "http://testserver"})
    assert page.status_code == 303
    assert page.headers["Location"] == address
    assert "123456" not in words(page)


def test_every_page_of_it_is_strict_about_scripts(waiting: Client) -> None:
    policy = waiting.get(ENTER).headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert django_settings.MIDDLEWARE.index("hub.middleware.second_factor.SecondFactorMiddleware")
