"""What editors decide about searches shows on the next one."""

import pytest
from django.test import Client

from search.models import Promotion, SoughtCount, StopNotice, Synonym
from search.search_log import keys_of
from tests.factories.directory import ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/find/", "/search/"])
def test_a_stop_notice_stands_above_the_results(client: Client, address: str) -> None:
    assert "Call 999 now" not in client.get(f"{address}?q=danger").content.decode()
    StopNotice.objects.create(words="danger", message="Call 999 now")
    assert "Call 999 now" in client.get(f"{address}?q=danger").content.decode()


def test_a_synonym_is_live_on_the_next_search(client: Client) -> None:
    ServiceFactory(name="Criminal justice social work")
    assert client.get("/find/?q=zqsw").context["page"].total == 0
    Synonym.objects.create(terms="zqsw, criminal justice social work")
    assert client.get("/find/?q=zqsw").context["page"].total == 1


def test_what_was_sought_in_vain_is_counted_and_what_was_found_is_not(client: Client) -> None:
    ServiceFactory(name="Housing help")
    for query in ("housing", "gambling", "gambling", "gambling G42 a@b.example"):
        client.get("/find/", {"q": query})
    rows = {row.text_key: row.without_results for row in SoughtCount.objects.all()}
    assert rows == {keys_of("gambling")[0]: 3}


def test_a_promoted_address_comes_first(client: Client) -> None:
    Promotion.objects.create(words="start", title="Begin here", url="/guidance/")
    assert "Begin here" in client.get("/search/?q=start").content.decode()
