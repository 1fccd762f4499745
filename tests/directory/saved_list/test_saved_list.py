"""The list people keep without an account: its address, its page, the cookie behind "Save to list"."""

import re
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.models import Phone, Schedule, Service, ServicePartner, WayIn
from directory.saved_list.codes import LARGEST_KEY, MOST_SERVICES, SavedList
from directory.saved_list.contents import qr_code
from directory.saved_list.cookie import COOKIE
from tests.factories.directory import OrganizationFactory, ServiceFactory

HOSTILE = [
    "\x00",
    "%00",
    "💥",
    "x" * 10_000,
    ".".join(["zz"] * 3_000),
    "-",
    "...",
    "<script>",
    "1.-",
    "９",
    "-1",
    "1e9",
]


def address_of(*services: Service) -> str:
    return f"/list/{SavedList(tuple(service.pk for service in services)).code}/"


@pytest.fixture
def full_service(db: None) -> Service:
    service = ServiceFactory(
        slug="full", name="Full", email="team@hub.example", url="https://team.example/", areas=["S12000049"]
    )
    service.phones = [Phone(number="0141 496 0000", description="Duty line"), Phone(number="0141 496 0001")]
    service.schedules = [Schedule(byday="MO", until_day="FR", opens_at="09:00", closes_at="17:00")]
    service.partners = [ServicePartner(organization=OrganizationFactory(name="Partner"))]
    service.ways_in = [WayIn(kind="enquiry"), WayIn(kind="call")]
    service.save()
    return service


def test_the_page_has_every_contact_hours_area_and_the_link(client: Client, full_service: Service) -> None:
    bare = ServiceFactory(name="Bare")
    response = client.get(address_of(bare, full_service))
    content = response.content.decode()
    for shown in (
        'href="tel:01414960000"',
        "Duty line",
        "0141 496 0001",
        "mailto:team@hub.example",
        "https://team.example/",
        "Monday to Friday, 09:00 to 17:00",
        "Area S12000049",
        "Partner",
        "/enquiries/new/?service=full",
    ):
        assert shown in content
    assert content.index("Bare") < content.index("Full")
    address = f"http://testserver{address_of(bare, full_service)}"
    assert f'aria-label="QR code for {address}"' in content
    assert f'href="{address}"' in content
    assert "None" not in content


def test_reading_sets_no_cookie_and_is_the_same_for_everyone(client: Client, full_service: Service) -> None:
    address = address_of(full_service)
    other = Client()
    other.cookies[COOKIE] = "zz"
    for response in (client.get(address), other.get(address), client.get("/list/")):
        assert not response.cookies
        assert "csrfmiddlewaretoken" not in response.content.decode()
    assert client.get(address).headers["Cache-Control"] == "no-cache"
    assert "no-store" in client.get("/list/").headers["Cache-Control"]
    assert client.get(address).headers["X-Robots-Tag"] == "noindex, nofollow"


def test_taking_services_off(full_service: Service) -> None:
    other = ServiceFactory(slug="other")
    client = Client(enforce_csrf_checks=True)
    client.get("/list/add/other/")
    client.get("/list/add/full/")
    assert client.post("/list/remove/", {"service": other.pk}).status_code == 403
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', client.get("/list/").content.decode()).group(1)
    for asked in ("", "x", "\x00", "9" * 5_000, "٣"):
        client.post("/list/remove/", {"service": asked, "csrfmiddlewaretoken": token})
    client.post("/list/remove/", {"service": other.pk, "csrfmiddlewaretoken": token})
    assert [entry.service for entry in client.get("/list/").context["entries"]] == [full_service]
    client.post("/list/remove/", {"service": "all", "csrfmiddlewaretoken": token})
    assert not client.cookies[COOKIE].value
    assert "nothing on your list yet" in client.get("/list/").content.decode()


def test_a_list_somebody_sent_can_be_kept(client: Client, full_service: Service) -> None:
    gone = ServiceFactory(live=False)
    client.get(f"/list/keep/{SavedList((gone.pk, full_service.pk)).code}/")
    assert [entry.service for entry in client.get("/list/").context["entries"]] == [full_service]
    client.cookies[COOKIE] = ".".join(str(number) for number in range(1_000_000, 1_000_100))
    location = client.get(f"/list/keep/{SavedList((full_service.pk,)).code}/").headers["Location"]
    assert "Take one off before you add Full" in client.get(location).content.decode()
    for code in HOSTILE:
        assert client.get(f"/list/keep/{quote(code)}/").status_code == 303


def test_withdrawn_services_are_said_to_be_gone(client: Client, full_service: Service) -> None:
    hidden = ServiceFactory(name="Hidden", live=False)
    ended = ServiceFactory(name="Ended", status=Service.Status.DEFUNCT)
    response = client.get(address_of(hidden, full_service, ended))
    content = response.content.decode()
    assert response.status_code == 200
    assert "2 services on this list are not listed any more" in content
    assert "Hidden" not in content
    assert "Ended" not in content
    empty = client.get(address_of(hidden))
    assert empty.status_code == 200
    assert "nothing on this list any more" in empty.content.decode()


def test_the_end_of_a_wrong_address_is_noticed(client: Client, full_service: Service) -> None:
    right = address_of(full_service)
    assert "Check the address" not in client.get(right).content.decode()
    assert "Check the address" in client.get(right[:-3] + "!!/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_arrives_is_answered(client: Client, typed: str) -> None:
    assert client.get(f"/list/{quote(typed)}/").status_code in (200, 404)
    assert client.get(f"/list/add/{quote(typed)}/").status_code == 404
    assert client.get("/list/", {"added": typed, "back": typed}).status_code == 200
    client.cookies[COOKIE] = typed.replace("\x00", "").encode("ascii", "ignore").decode()
    assert client.get("/list/").status_code == 200


def test_a_private_address_is_not_on_the_page(client: Client, db: None) -> None:
    service = ServiceFactory(postcodes=["G42 9"], confidential=True)
    content = client.get(address_of(service)).content.decode()
    assert "Secret Street" not in content
    assert "Place at" not in content
    assert "Testtown" in content


def test_editors_text_is_escaped(client: Client, db: None) -> None:
    service = ServiceFactory(name="<b>x</b>", summary="<i>y</i>", alert="<u>z</u>")
    content = client.get(address_of(service)).content.decode()
    for tag in ("<b>x", "<i>y", "<u>z"):
        assert tag not in content


def test_queries_do_not_grow_with_the_list(client: Client, full_service: Service) -> None:
    many = [ServiceFactory(areas=["S12000049"], postcodes=["G42 9"]) for _ in range(8)]
    counts = []
    client.get(address_of(full_service))  # the first page after a change reads its layout
    for services in ([full_service], [full_service, *many]):
        with CaptureQueriesContext(connection) as captured:
            client.get(address_of(*services))
        counts.append(len(captured))
    assert max(counts) <= 12
    assert counts[0] in (counts[1], counts[1] - 1)  # nothing is asked about places when no service has one


def test_the_code_for_cameras_has_no_inline_style() -> None:
    longest = SavedList(tuple(range(LARGEST_KEY - MOST_SERVICES, LARGEST_KEY)))
    drawn = qr_code(f"https://a-long-name.hub.example/list/{longest.code}/")
    assert drawn.startswith("<svg")
    assert "style" not in drawn
