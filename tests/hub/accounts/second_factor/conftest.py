"""Somebody who reads enquiries, and a browser that signs in as people do."""

import pytest
from django.test import Client

from hub.accounts import roles
from hub.models import User
from tests.factories.hub import current_code, make_authenticator, make_user
from tests.hub.accounts.second_factor.browsing import ENTER, PASSPHRASE, SignIn


@pytest.fixture
def reader() -> User:
    return make_user(roles.MODERATORS, "reader@staff.example", PASSPHRASE)


@pytest.fixture
def sign_in(reader: User) -> SignIn:
    def with_passphrase(client: Client | None = None, name: str = reader.email) -> Client:
        client = client or Client()
        response = client.post("/admin/login/", {"username": name, "password": PASSPHRASE, "next": "/admin/"})
        assert response.status_code == 302
        return client

    return with_passphrase


@pytest.fixture
def waiting(sign_in: SignIn, reader: User) -> Client:
    """Signed in with the passphrase; the app is set up and no code given."""
    make_authenticator(reader)
    return sign_in()


@pytest.fixture
def passed(waiting: Client) -> Client:
    assert waiting.post(ENTER, {"code": current_code(steps=-1)}).status_code == 302
    return waiting
