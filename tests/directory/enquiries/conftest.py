"""People and terms the enquiry tests share."""

import pytest
from django.test import Client

from directory.models import Taxonomy
from hub.accounts import roles
from hub.models import User
from tests.factories.directory import TermFactory
from tests.factories.hub import make_user


@pytest.fixture(autouse=True)
def terms(request: pytest.FixtureRequest) -> None:
    """The settings and needs the forms offer."""
    if not request.node.get_closest_marker("django_db"):
        return
    request.getfixturevalue("transactional_db" if is_transactional(request) else "db")
    for slug in ("police-custody", "community-sentence"):
        TermFactory(slug=slug, taxonomy=Taxonomy.SETTING)
    for slug in ("housing", "family"):
        TermFactory(slug=slug, taxonomy=Taxonomy.NEED)


def is_transactional(request: pytest.FixtureRequest) -> bool:
    return bool(request.node.get_closest_marker("django_db").kwargs.get("transaction"))


@pytest.fixture
def moderator() -> User:
    return make_user(roles.MODERATORS, first_name="Sam", last_name="Okafor")


@pytest.fixture
def colleague() -> User:
    return make_user(roles.MODERATORS, "colleague@staff.example", first_name="Ola", last_name="Reid")


@pytest.fixture
def inbox(client: Client, moderator: User) -> Client:
    """A browser with the moderator signed in."""
    client.force_login(moderator)
    return client
