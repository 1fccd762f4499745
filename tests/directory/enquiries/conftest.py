"""People and terms the enquiry tests share."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from directory.models import Taxonomy, TaxonomyTerm
from hub.accounts import roles
from hub.models import User
from tests.factories.hub import make_user

TERMS = {Taxonomy.SETTING: ("police-custody", "community-sentence"), Taxonomy.NEED: ("housing", "family")}


@pytest.fixture(autouse=True)
def terms(request: pytest.FixtureRequest) -> None:
    """The settings and needs the forms offer."""
    if not request.node.get_closest_marker("django_db"):
        return
    request.getfixturevalue("transactional_db" if is_transactional(request) else "db")
    # All at once: eight hundred tests begin with them.
    taxonomies = Taxonomy.objects.bulk_create([Taxonomy(slug=slug, name=slug) for slug in TERMS])
    TaxonomyTerm.objects.bulk_create(
        [
            TaxonomyTerm(taxonomy=taxonomy, slug=slug, name=slug.replace("-", " ").capitalize())
            for taxonomy in taxonomies
            for slug in TERMS[taxonomy.slug]
        ]
    )


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


@pytest.fixture
def lead() -> User:
    return make_user(roles.LEADS, "lead@staff.example", first_name="Iona", last_name="Grant")


@pytest.fixture
def second_lead() -> User:
    return make_user(roles.LEADS, "second@staff.example", first_name="Ruth", last_name="Bell")


@pytest.fixture
def newcomer() -> User:
    """Somebody who can reach the admin and has no access to enquiries."""
    user = User.objects.create_user("newcomer@staff.example", "pass", first_name="Quillon", last_name="Zephyrine")
    user.groups.add(Group.objects.get(name=roles.MODERATORS))
    return user
