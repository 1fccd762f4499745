"""A lead at a desk."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from hub.accounts import roles
from hub.models import User
from tests.directory.enquiries.data_requests.desk import PASSWORD
from tests.factories.hub import make_user


@pytest.fixture(autouse=True)
def list_file(settings: LazySettings, tmp_path: Path) -> None:
    settings.ERASED_KEYS_FILE = tmp_path / "erased.log"


@pytest.fixture
def lead() -> User:
    user = make_user(roles.LEADS, "lead@staff.example", first_name="Lea", last_name="Di")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def desk(client: Client, lead: User) -> Client:
    """A browser with the lead signed in."""
    client.force_login(lead)
    return client
