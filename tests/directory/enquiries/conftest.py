"""People and terms the enquiry tests share."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from directory.models import Taxonomy
from hub.accounts import roles
from hub.models import User
from tests.factories.directory import TermFactory


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
def make_user() -> Callable[..., User]:
    def make(group: str, email: str = "", **fields: Any) -> User:
        roles.sync_roles()
        user = User.objects.create_user(email or f"{group.lower().replace(' ', '-')}@staff.example", "pw", **fields)
        user.groups.add(Group.objects.get(name=group))
        return user

    return make


@pytest.fixture
def moderator(make_user: Callable[..., User]) -> User:
    return make_user(roles.MODERATORS, first_name="Sam", last_name="Okafor")


@pytest.fixture
def colleague(make_user: Callable[..., User]) -> User:
    return make_user(roles.MODERATORS, "colleague@staff.example", first_name="Ola", last_name="Reid")


@pytest.fixture
def inbox(client: Client, moderator: User) -> Client:
    """A browser with the moderator signed in."""
    client.force_login(moderator)
    return client
