"""What a session that owes its code reaches: the pages that ask for it, and what every visitor sees."""

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.test import Client
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from hub.accounts import roles
from hub.models import Authenticator, User
from tests.factories.hub import current_code, make_authenticator, make_user
from tests.hub.accounts.second_factor.browsing import (
    CODES,
    ENTER,
    PASSPHRASE,
    RECOVERY,
    REMOVE,
    SET_UP,
    is_in,
)

pytestmark = [pytest.mark.django_db, pytest.mark.second_factor]


@pytest.mark.parametrize(
    "address",
    ["/admin/", "/admin/enquiries/", "/admin/account/", "/admin/pages/", "/admin/api/main/pages/", "/admin/users/"],
)
def test_nothing_of_the_admin(waiting: Client, address: str) -> None:
    page = waiting.get(address)
    assert page.status_code == 302
    assert page.headers["Location"].startswith("/admin/login/")
    landed = waiting.get(address, follow=True)
    assert landed.redirect_chain[-1][0].startswith(ENTER)
    assert waiting.post(address, {"text": "x"}).status_code in (302, 403)
    assert waiting.get(address, headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403


@pytest.mark.parametrize("address", [CODES, REMOVE])
def test_not_the_pages_that_change_the_second_factor(waiting: Client, address: str) -> None:
    assert waiting.get(address).headers["Location"] == ENTER
    data = {"password": PASSPHRASE, "code": current_code()}
    assert waiting.post(address, data).headers["Location"] == ENTER
    assert Authenticator.objects.exists()


def test_signing_out_and_the_public_site_go_on(waiting: Client) -> None:
    assert waiting.get("/").status_code == 200
    assert waiting.get("/").context["user"].is_anonymous
    waiting.post(f"{ENTER}sign-out/")
    assert waiting.get(ENTER).headers["Location"] == f"/admin/login/?next={ENTER}"


def test_a_new_passphrase_by_mail_leads_past_nothing(reader: User) -> None:
    make_authenticator(reader)
    client = Client()
    key = urlsafe_base64_encode(force_bytes(reader.pk))
    link = f"/admin/password_reset/confirm/{key}/{default_token_generator.make_token(reader)}/"
    form = client.get(link, follow=True).redirect_chain[-1][0]
    new = {"new_password1": "lantern gravel oboe stoat", "new_password2": "lantern gravel oboe stoat"}
    client.post(form, new)
    reader.refresh_from_db()
    assert reader.check_password("lantern gravel oboe stoat")
    assert not is_in(client)
    client.post("/admin/login/", {"username": reader.email, "password": "lantern gravel oboe stoat"})
    assert not is_in(client)


def test_somebody_elses_device_opens_nothing(waiting: Client) -> None:
    other = make_authenticator(make_user(roles.LEADS))
    session = waiting.session
    session["otp_device_id"] = other.persistent_id
    session.save()
    assert not is_in(waiting)


@pytest.mark.parametrize("address", [ENTER, RECOVERY, SET_UP, CODES, REMOVE])
def test_without_signing_in_there_is_nothing(client: Client, address: str) -> None:
    for method in (client.get, client.post):
        assert method(address).headers["Location"] == f"/admin/login/?next={address}"
