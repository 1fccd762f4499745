"""New recovery codes, and a second factor that is taken away."""

import re

import pytest
from django.test import Client

from hub.accounts import roles
from hub.models import Authenticator, RecoveryCode, User
from tests.factories.hub import current_code, make_authenticator, make_user
from tests.hub.accounts.second_factor.browsing import (
    CODES,
    ENTER,
    PASSPHRASE,
    RECOVERY,
    REMOVE,
    SET_UP,
    SignIn,
    is_in,
    set_up,
    words,
)

pytestmark = [pytest.mark.django_db, pytest.mark.second_factor]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"password": "wrong"},
        {"code": "now"},
        {"password": "wrong", "code": "now"},
        {"password": PASSPHRASE, "code": "000000"},
    ],
)
def test_nothing_changes_without_passphrase_and_code(passed: Client, data: dict[str, str]) -> None:
    sent = {**data, **({"code": current_code(steps=1)} if data.get("code") == "now" else {})}
    for address in (CODES, REMOVE):
        page = passed.post(address, sent)
        assert page.status_code in (200, 429)
        assert PASSPHRASE not in words(page)
    assert Authenticator.objects.exists()
    assert not RecoveryCode.objects.exists()


def test_guessing_the_passphrase_there_is_slowed_as_well(passed: Client) -> None:
    for _ in range(5):
        page = passed.post(REMOVE, {"password": "wrong", "code": "123456"})
    assert page.status_code == 429
    assert "Try again in 1 minute" in words(page)


def test_new_recovery_codes_end_the_old_ones(passed: Client, reader: User, sign_in: SignIn) -> None:
    def new_codes(steps: int) -> list[str]:
        Authenticator.objects.update(last_step=-1)
        page = passed.post(CODES, {"password": PASSPHRASE, "code": current_code(steps=steps)})
        return re.findall(r"<li>([a-z0-9-]{19})</li>", words(page))

    old, new = new_codes(0), new_codes(1)
    assert len(set(old) | set(new)) == 20
    client = sign_in()
    client.post(RECOVERY, {"code": old[0]})
    assert not is_in(client)
    client.post(RECOVERY, {"code": new[0]})
    assert is_in(client)


def test_removing_it_leads_to_setting_up_another(passed: Client, sign_in: SignIn) -> None:
    other = sign_in()
    page = passed.post(REMOVE, {"password": PASSPHRASE, "code": current_code(steps=1)})
    assert page.headers["Location"] == SET_UP
    assert not is_in(passed)
    assert "every other session has ended" in words(passed.get(SET_UP))
    assert other.get(ENTER).headers["Location"].startswith("/admin/login/")
    set_up(passed)
    assert is_in(passed)


def test_whoever_need_not_have_one_removes_it_and_goes_on(sign_in: SignIn) -> None:
    editor = make_user(roles.EDITORS, password=PASSPHRASE)
    client = sign_in(name=editor.email)
    _, codes = set_up(client)
    assert client.post(REMOVE, {"password": PASSPHRASE, "code": codes[0]}).headers["Location"] == "/admin/account/"
    assert is_in(client)
    assert not RecoveryCode.objects.exists()


def test_no_form_of_the_admin_shows_or_changes_it(reader: User) -> None:
    make_authenticator(reader)
    administrator, own = Client(), make_user(roles.ADMINISTRATORS)
    administrator.force_login(own)
    html = words(administrator.get(f"/admin/users/edit/{reader.pk}/"))
    assert reader.email in html
    assert not re.search(r"authenticator|recovery|second[ -]factor", html)
