"""The page of a service and of an organization."""

import pytest
from django.test import Client

from directory.models import Service, ServicePartner
from tests.factories.directory import OrganizationFactory, ServiceFactory

pytestmark = pytest.mark.django_db


def test_what_is_not_known_is_said_to_be_not_recorded(client: Client) -> None:
    ServiceFactory(slug="bare", summary="Bare.")
    content = client.get("/services/bare/").content.decode()
    assert content.count("Not recorded") >= 7
    assert "None" not in content


def test_a_draft_an_ended_and_an_unknown_service_have_no_page(client: Client) -> None:
    ServiceFactory(slug="draft", live=False)
    ServiceFactory(slug="ended", status=Service.Status.DEFUNCT)
    for slug in ("draft", "ended", "unknown", "x" * 5_000):
        response = client.get(f"/services/{slug}/")
        assert response.status_code == 404
        assert "Page not found" in response.content.decode()


def test_a_private_address_is_nowhere(client: Client) -> None:
    service = ServiceFactory(slug="refuge", postcodes=["G42 9"], confidential=True)
    assert service.service_at_locations.get().location.public_point is None
    for address in ("/services/refuge/", "/find/?near=G42+9&radius=1", "/find/?q=secret", "/find/?q=refuge"):
        content = client.get(address).content.decode()
        assert "Secret Street" not in content
        assert "Place at G42 9" not in content
    assert "Testtown" in client.get("/services/refuge/").content.decode()
    # Found by neither its street nor its point.
    assert client.get("/find/?q=secret").context["page"].total == 0
    assert client.get("/find/?near=G42+9&radius=1").context["page"].total == 0


def test_an_old_check_is_not_relied_on(client: Client) -> None:
    ServiceFactory(slug="old", referrals=Service.Referrals.OPEN, assured_date="2020-01-01")
    content = client.get("/services/old/").content.decode()
    assert "Taking referrals" not in content
    assert "too long ago to rely on" in content


def test_text_of_editors_is_escaped(client: Client) -> None:
    ServiceFactory(slug="odd", name="<b>x</b>", description="<script>1</script>", exclusions="<i>y</i>")
    content = client.get("/services/odd/").content.decode()
    for tag in ("<b>x", "<script>1", "<i>y"):
        assert tag not in content


def test_an_organisation_lists_what_it_runs_and_helps_to_run(client: Client) -> None:
    organization = OrganizationFactory(slug="ours")
    ServiceFactory(name="Runs", organization=organization)
    partnered = ServiceFactory(name="Helps")
    partnered.partners = [ServicePartner(organization=organization, shares_information=True)]
    partnered.save()
    ServiceFactory(name="Hidden", organization=organization, live=False)
    response = client.get("/organisations/ours/")
    assert [card.service.name for card in response.context["run"]] == ["Runs"]
    assert [card.service.name for card in response.context["partnered"]] == ["Helps"]
    assert "Hidden" not in response.content.decode()


def test_an_unpublished_organisation_has_no_page(client: Client) -> None:
    OrganizationFactory(slug="hidden", live=False)
    assert client.get("/organisations/hidden/").status_code == 404


def test_similar_services_share_help_and_point_and_leave_out_the_service_itself(client: Client) -> None:
    ServiceFactory(slug="this", needs=["housing"], settings=["court"], areas=["S12000049"])
    ServiceFactory(name="Alike", needs=["housing"], settings=["court"], areas=["S12000049"])
    ServiceFactory(name="Other help", needs=["family"], settings=["court"], areas=["S12000049"])
    ServiceFactory(name="Hidden", needs=["housing"], settings=["court"], areas=["S12000049"], live=False)
    response = client.get("/services/this/")
    assert [card.service.name for card in response.context["similar"]] == ["Alike"]
    assert "Similar services" in response.content.decode()
