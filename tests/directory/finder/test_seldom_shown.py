"""Parts of the finder's page that hardly anybody sees."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from directory.finder import views
from directory.finder.results import FinderPage, find_page
from hub.accounts import roles
from tests.factories.directory import ServiceFactory
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db
CATCHING_UP, STAFF_ALONE = "The list is being brought up to date.", "Only staff see this."


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Ask for what is found, of which something else is true."""
    ServiceFactory(name="Alongside")

    def asked(client: Client, **changes: bool) -> str:
        def changed(*of: Any) -> FinderPage:
            return replace(find_page(*of), **changes)

        monkeypatch.setattr(views, "find_page", changed)
        return client.get("/find/?q=alongside").content.decode()

    return asked


def test_an_index_that_lags_is_owned_up_to(client: Client, answer: Any) -> None:
    assert CATCHING_UP in answer(client, is_complete=False)
    assert CATCHING_UP not in answer(client)


def test_staff_alone_are_told_that_the_search_server_does_not_answer(client: Client, answer: Any) -> None:
    assert STAFF_ALONE not in answer(client, is_from_standby=True)
    client.force_login(make_user(roles.EDITORS))
    assert STAFF_ALONE in answer(client, is_from_standby=True)
    assert STAFF_ALONE not in answer(client)
