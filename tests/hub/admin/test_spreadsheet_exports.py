"""Files that the admin hands out: what the list shows, for who may see it, and nothing that runs."""

import csv
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.log_actions import log

from directory.admin.spreadsheet_cells import harmless
from directory.models import Area, Location, Organization, Service, ServiceAtLocation
from hub.accounts.demo_accounts import ACCOUNTS
from search.models import Promotion, SoughtCount, SoughtText, StopNotice, Synonym
from tests.factories.directory import OrganizationFactory, ServiceFactory, TermFactory
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db

FORMULA = "=HYPERLINK(1)"
DIRECTORY = {"Administrators", "Directory editors"}
SEARCH = DIRECTORY | {"Editors"}
LISTS = {
    "/admin/snippets/directory/service/": DIRECTORY,
    "/admin/snippets/directory/organization/": DIRECTORY,
    "/admin/snippets/directory/location/": DIRECTORY,
    "/admin/snippets/directory/area/": DIRECTORY,
    "/admin/snippets/directory/taxonomyterm/": DIRECTORY,
    "/admin/snippets/search/synonym/": SEARCH,
    "/admin/snippets/search/promotion/": SEARCH,
    "/admin/snippets/search/stopnotice/": SEARCH,
    "/admin/reports/found-nothing/": SEARCH,
}


def rows_of(client: Client, address: str, kind: str = "csv") -> list[list[object]]:
    response = client.get(f"{address}{'&' if '?' in address else '?'}export={kind}")
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith("attachment")
    content = b"".join(response.streaming_content)
    if kind == "csv":
        return list(csv.reader(io.StringIO(content.decode())))
    sheet = load_workbook(io.BytesIO(content)).active
    assert not [cell for row in sheet for cell in row if cell.data_type == "f"]
    return [[cell.value for cell in row] for row in sheet]


@pytest.fixture
def hostile() -> None:
    """One row in every list, each of which starts a formula."""
    organization = OrganizationFactory(name=FORMULA, alternate_name="@SUM(1)")
    TermFactory(slug="need", name="+1+1")
    service = ServiceFactory(name=FORMULA, organization=organization, summary="\t=1", needs=["need"], areas=["S1"])
    Area.objects.update(name="-2+3")
    place = Location.objects.create(name=FORMULA, city="\r=1", latitude=-4.5, longitude=-1)
    ServiceAtLocation.objects.create(service=service, location=place)
    Synonym.objects.create(terms="=a, b")
    Promotion.objects.create(words="=bail", title=FORMULA, url="/x/")
    StopNotice.objects.create(words="=x", message=FORMULA)
    SoughtCount.objects.create(day=timezone.localdate(), text_key="k", searches=1, without_results=1)
    SoughtText.objects.create(text_key="k", text="=x")
    log(instance=service, action="wagtail.edit")


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("address", [*LISTS, "/admin/reports/site-history/"])
def test_a_file_has_its_rows_and_no_formula(admin_client: Client, address: str, kind: str) -> None:
    headings, *rows = rows_of(admin_client, address, kind)
    assert rows
    assert len(headings) > 1
    texts = [cell for row in rows for cell in row if isinstance(cell, str)]
    assert not [text for text in texts if text.startswith(("=", "+", "@", "\t", "\r", "-2+"))]
    assert any(text.startswith("'") for text in texts)


@pytest.mark.parametrize("value", ["=1", "+1", "-1", "@a", "\t1", "\r1", "\n1"])
def test_a_text_that_could_run_gets_an_apostrophe(value: str) -> None:
    assert harmless(value) == f"'{value}"


@pytest.mark.parametrize("value", ["", "a=1", " =1", "0141", 5, -5, -4.25, None, True])
def test_other_values_stay(value: object) -> None:
    assert harmless(value) == value
    assert type(harmless(value)) is type(value)


def test_a_file_follows_the_filters_the_search_and_the_order(admin_client: Client) -> None:
    for name, live in (("Quill one", True), ("Quill two", True), ("Quill draft", False), ("Other", True)):
        ServiceFactory(name=name, live=live, needs=["housing"] if live else [])
    address = "/admin/snippets/directory/service/"
    assert [row[0] for row in rows_of(admin_client, f"{address}?q=quill&ordering=-name")[1:]] == [
        "Quill two",
        "Quill one",
        "Quill draft",
    ]
    assert len(rows_of(admin_client, f"{address}?live=true&q=quill")) == 3
    need = TermFactory(slug="housing").pk
    assert len(rows_of(admin_client, f"{address}?need={need}")) == 4


def test_a_file_says_in_words_what_the_list_knows(admin_client: Client) -> None:
    ServiceFactory(name="Quill", needs=["housing", "family"], settings=["court"], areas=["S1"])
    headings, row = rows_of(admin_client, "/admin/snippets/directory/service/")
    told = dict(zip(headings, row, strict=True))
    assert told["Helps with"] == "Family; Housing"
    assert told["Where the person is"] == "Court"
    assert told["Areas it covers"] == "Area S1"
    assert told["Status"] == "Live"
    assert told["Organisation"].startswith("Organisation")


def test_a_longer_file_takes_no_more_queries(admin_client: Client) -> None:
    counts = []
    for number in (3, 12):
        ServiceFactory.create_batch(number, needs=["housing"], settings=["court"], areas=["S1"])
        with CaptureQueriesContext(connection) as captured:
            rows_of(admin_client, "/admin/snippets/directory/service/")
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert Service.objects.count() == 15


@pytest.fixture
def signed_in(client: Client, request: pytest.FixtureRequest) -> Client:
    client.force_login(make_user(request.param))
    client.role = request.param
    return client


@pytest.mark.parametrize("signed_in", [account.role for account in ACCOUNTS], indirect=True)
def test_files_are_for_who_may_see_the_list(signed_in: Client) -> None:
    OrganizationFactory(name="Quill")
    for address, roles in LISTS.items():
        for kind in ("csv", "xlsx"):
            response = signed_in.get(f"{address}?export={kind}")
            assert (response.status_code == 200) == (signed_in.role in roles), address
    assert Organization.objects.exists()


NO_FILE = ("/admin/users/", "/admin/groups/", "/admin/sites/", "/admin/workflows/list/")


@pytest.mark.parametrize("address", NO_FILE)
def test_a_list_without_columns_for_a_file_hands_out_none(admin_client: Client, address: str) -> None:
    response = admin_client.get(f"{address}?export=csv")
    assert "Content-Disposition" not in response.headers
    assert "Download CSV" not in admin_client.get(address).content.decode()


def test_every_list_of_ours_offers_its_files(admin_client: Client) -> None:
    for address in LISTS:
        content = admin_client.get(address).content.decode()
        assert "Download CSV" in content, address
        assert "Download XLSX" in content, address
    assert SpreadsheetExportMixin.is_harmless
