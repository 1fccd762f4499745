"""Every address of our own, each method, each kind of person: what comes back is in the table beside this file.

`pytest -n 0 tests/hub/test_access_matrix.py --write-statements` writes it anew, for review. An address, or a person's
column, that the table lacks fails.
"""

import pytest
from django.urls import path

from directory.enquiries.inbox.pages import InboxPage
from hub.accounts.demo_accounts import ACCOUNTS
from tests.fixtures.statements import OPTION
from tests.hub.access_matrix import (
    ANONYMOUS,
    METHODS,
    OWES_CODE,
    PATH,
    PEOPLE,
    Table,
    column,
    is_ours,
    own_routes,
    read_table,
    write_table,
)

pytestmark = [pytest.mark.django_db, pytest.mark.second_factor, pytest.mark.only_on("sqlite")]
ROUTES = list(dict.fromkeys(own_routes()))
READERS = {"Moderators", "Leads"}
CLOSED = {"login", "refused", "code", "403"}
SECOND_FACTOR = "admin/second-factor/"
SECOND_FACTOR_MIDDLEWARE = "hub.middleware.second_factor.SecondFactorMiddleware"


@pytest.fixture(scope="module")
def table() -> Table:
    return read_table(PATH.read_text(encoding="utf-8"))


def differences(table: Table, person: str, found: dict[tuple[str, str], str]) -> list[str]:
    return [
        f"{method} {route} as {person}: {got}, and {table.get((route, method), {}).get(person, 'nothing')} is expected"
        for (route, method), got in found.items()
        if table.get((route, method), {}).get(person) != got
    ]


@pytest.mark.parametrize("person", PEOPLE)
def test_each_person_gets_what_the_table_says(person: str, request: pytest.FixtureRequest) -> None:
    found = column(person, ROUTES)
    if request.config.getoption(OPTION):
        written = read_table(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}
        PATH.write_text(
            write_table({place: {**written.get(place, {}), person: got} for place, got in found.items()}), "utf-8"
        )
    assert differences(read_table(PATH.read_text(encoding="utf-8")), person, found) == []


def test_every_address_and_method_is_in_the_table_and_no_other(table: Table) -> None:
    assert set(table) == {(route, method) for route in ROUTES for method in METHODS}


# What has to hold in the table, whoever writes it.


def test_enquiries_are_open_to_those_who_read_them_only(table: Table) -> None:
    rows = {place: cells for place, cells in table.items() if place[0].startswith("admin/enquiries/")}
    assert len(rows) >= 8 * len(METHODS)
    wrong = [
        (place, person)
        for place, cells in rows.items()
        for person, got in cells.items()
        if person not in READERS and got not in CLOSED
    ]
    assert wrong == []


def test_nobody_without_a_code_gets_into_the_admin(table: Table) -> None:
    admin = {
        place: cells
        for place, cells in table.items()
        if place[0].startswith("admin/") and not place[0].startswith(SECOND_FACTOR)
    }
    # 403 is the page that gives back what was typed.
    assert {cells[OWES_CODE] for cells in admin.values()} == {"login", "403"}
    assert [place for place, cells in admin.items() if cells[OWES_CODE] != cells[ANONYMOUS]] == []
    assert {place[1] for place, cells in admin.items() if cells[OWES_CODE] == "403"} == {"POST"}


def test_visitors_pages_are_the_same_for_everybody(table: Table) -> None:
    public = [cells for place, cells in table.items() if not place[0].startswith("admin/")]
    assert [cells for cells in public if len(set(cells.values())) > 1] == []


def test_nothing_breaks(table: Table) -> None:
    # Nothing is at work in a test, and that is what these two say.
    said = {"health/ready", "health/work"}
    assert {route for (route, _), cells in table.items() if any(got.startswith("5") for got in cells.values())} == said


def test_health_is_for_reading(table: Table) -> None:
    assert {table["health/live", method][ANONYMOUS] for method in ("POST", "PUT", "DELETE")} == {"405"}


# Controls: a fault is seen.

INBOX = [route for route in ROUTES if route.startswith("admin/enquiries/")]


def test_an_inbox_that_lets_in_editors_is_seen(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    # The page's door and the reads' door: either alone shows nothing.
    for module in ("inbox.pages", "models.querysets"):
        monkeypatch.setattr(
            f"directory.enquiries.{module}.works_inbox", lambda user: user.has_perm("wagtailadmin.access_admin")
        )
    found = differences(table, "Editors", column("Editors", INBOX))
    assert any(line.startswith("GET admin/enquiries/ as Editors: 200") for line in found)


def test_a_site_that_does_not_ask_for_the_code_is_seen(table: Table, settings) -> None:
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != SECOND_FACTOR_MIDDLEWARE]
    found = differences(table, OWES_CODE, column(OWES_CODE, INBOX))
    assert any(line.startswith("GET admin/enquiries/ as Owes a code: 200") for line in found)


def test_a_new_address_is_seen(table: Table) -> None:
    assert is_ours(path("new/", InboxPage.as_view()))
    assert differences(table, "Editors", {("new/", "GET"): "200"}) == [
        "GET new/ as Editors: 200, and nothing is expected"
    ]


def test_the_five_groups_are_in_it() -> None:
    assert {account.role for account in ACCOUNTS} < set(PEOPLE)
