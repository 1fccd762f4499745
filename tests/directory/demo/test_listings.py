"""The demo says what its sources say, and what is invented is plainly so and shows every feature."""

from datetime import time, timedelta
from itertools import chain

import pytest
from django.test import TestCase
from django.utils import timezone

from directory.contact_details.reserved import is_example_address, is_example_number
from directory.demo.create import LISTINGS, REAL
from directory.demo.updating import BOOKKEEPING
from directory.models import (
    Accessibility,
    Confirmation,
    Contact,
    CostOption,
    Fact,
    Language,
    Location,
    OpenQuestion,
    Organization,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServicePartner,
    WayIn,
)
from directory.models.listing_words import UNKNOWN
from directory.places.gazetteer import find_places
from directory.referral.answers import ReferralAnswer
from directory.referral.eligibility import can_refer
from directory.referral.person import Person
from directory.referral.recorded_rules import rules_of

PUBLIC_NUMBERS = ("116 123", "0800 83 85 87")
TAKES_ENQUIRIES = {"lepps", "positive-outcomes-project", "prison-recovery-coordinator"}
HELPLINES = {"samaritans", "breathing-space"}
GONE = {"sisco-community", "aid-and-abet-peer-support", "nerc-prison-volunteers", "home-leave-recovery-support"}
PARTS = ("phones", "contacts", "cost_options", "languages", "schedules", "service_areas", "service_at_locations")
PARTS += ("partners", "ways_in", "confirmations", "open_questions")
# Said once by the demo, and by none of its sources.
UNSUPPORTED = ("trained volunteer", "keep being arrested", "methadone", "under an agreement the police", "Listeners")

pytestmark = pytest.mark.usefixtures("shared_demo")


class Demo(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.services = {service.slug: service for service in Service.objects.all()}
        cls.real = {item.slug: cls.services[item.slug] for item in REAL}
        cls.examples = {slug: service for slug, service in cls.services.items() if slug not in cls.real}

    def page(self, slug: str) -> str:
        return self.client.get(f"/services/{slug}/").content.decode()


class Real(Demo):
    def test_every_number_is_real_and_public_or_reserved(self) -> None:
        for number in chain(
            Phone.objects.values_list("number", flat=True), Contact.objects.values_list("phone", flat=True)
        ):
            assert not number or number in PUBLIC_NUMBERS or is_example_number(number), number

    def test_no_real_number_is_invented_without_saying_so(self) -> None:
        for service in self.real.values():
            for phone in service.phones.all():
                assert not phone.is_example or "The phone number is an example" in service.source_note, service.slug

    def test_every_address_is_one_that_a_source_gives_or_reserved(self) -> None:
        rows = chain(Service.objects.all(), Organization.objects.all(), Contact.objects.all())
        addresses = {address for row in rows for address in (getattr(row, "url", ""), row.email) if address}
        assert {address for address in addresses if not is_example_address(address)} == {"https://www.sacro.org.uk/"}

    def test_only_three_real_services_take_enquiries(self) -> None:
        found = {slug for slug, service in self.real.items() if service.ways_in.filter(kind="enquiry").exists()}
        assert found == TAKES_ENQUIRIES

    def test_helplines_are_called_and_nothing_else(self) -> None:
        assert {slug for slug, service in self.real.items() if service.is_helpline} == HELPLINES
        for service in Service.objects.filter(is_helpline=True):
            assert [way.kind for way in service.ways_in.all()] == ["call"], service.slug
            assert not service.referral_routes.all(), service.slug

    def test_no_real_service_is_checked_confirmed_or_says_no(self) -> None:
        people = (
            Person(age=15, gender="woman", setting="court"),
            Person(age=70, gender="man", setting="prison", route="family-or-friend"),
        )
        for slug, service in self.real.items():
            assert service.assured_date is None, slug
            assert not service.confirmations.all(), slug
            assert not service.is_example, slug
            answers = [can_refer(rules_of(service), person).answer for person in people]
            assert ReferralAnswer.NO not in answers, slug

    def test_what_no_source_describes_is_gone(self) -> None:
        assert not GONE & self.services.keys()
        for slug in ("glasgow-drug-court", "glasgow-justice-social-work", *GONE):
            assert self.client.get(f"/services/{slug}/").status_code == 404

    def test_the_agreement_is_between_the_project_and_the_outreach_service(self) -> None:
        assert not ServicePartner.objects.filter(service__in=self.real.values(), shares_information=True).exists()
        outreach = self.real["crisis-outreach-service"]
        assert not outreach.partners.all()
        assert "information-sharing agreement with the Positive Outcomes Project" in outreach.description

    def test_nobody_is_listed_as_running_what_they_do_not_run(self) -> None:
        for slug in ("liaison-and-diversion", "liaison-and-diversion-peer-support", "recovery-hubs"):
            assert self.real[slug].organization.slug == "to-be-confirmed", slug
        assert not Service.objects.filter(organization__slug="nhs-england").exists()
        assert Organization.objects.get(slug="sacro").url == "https://www.sacro.org.uk/"
        assert Organization.objects.filter(slug="community-justice-glasgow", live=True).exists()

    def test_the_project_is_for_men_from_16_and_its_setting_is_in_question(self) -> None:
        project = self.real["positive-outcomes-project"]
        assert (project.minimum_age, project.gender) == (16, "men")
        assert [term.slug for term in project.settings.all()] == ["police-custody"]
        assert project.open_questions.filter(about=Fact.SETTING, question__contains="We took from the article")
        assert not project.is_virtual

    def test_one_case_is_no_rule(self) -> None:
        lepps = self.real["lepps"]
        assert not lepps.referral_routes.all()
        assert not lepps.exclusions
        assert not lepps.application_process
        assert lepps.minimum_age is None
        assert lepps.open_questions.filter(about=Fact.ROUTE)

    def test_what_we_worked_out_is_said_to_readers(self) -> None:
        assert "that one of them leads it is our guess" in self.page("positive-outcomes-project")
        assert "We took it that custody staff can fetch a mentor. Can they?" in self.page("pop-plus")

    def test_claims_without_a_source_are_nowhere(self) -> None:
        for slug in self.real:
            page = self.page(slug)
            for claim in UNSUPPORTED:
                assert claim.lower() not in page.lower(), (slug, claim)

    def test_every_row_is_one_that_an_editor_could_save(self) -> None:
        for service in self.services.values():
            service.full_clean()
            for row in chain.from_iterable(getattr(service, part).all() for part in PARTS):
                row.full_clean()
        for place in Location.objects.all():
            place.full_clean()


class ExampleTown(Demo):
    def test_there_are_fifteen_and_all_are_plainly_examples(self) -> None:
        assert len(self.examples) == 15
        assert {item.slug for item in LISTINGS} == self.services.keys()
        for slug, service in self.examples.items():
            assert slug.startswith("example-")
            assert service.is_example
            assert "Example" in service.organization.name
            assert "Invented" in service.source_note
            assert is_example_address(service.url), slug
            assert is_example_address(service.email), slug
            for row in service.service_at_locations.all():
                assert row.location.city == "Exampleton" or row.location.name.startswith("HMP"), slug

    def test_the_town_is_nowhere_on_the_map(self) -> None:
        assert find_places("Exampleton").place is None
        for place in Location.objects.filter(city="Exampleton"):
            assert place.postal_code.startswith("ZZ99")
            assert "xample" in place.address_1

    def test_each_listing_is_complete(self) -> None:
        for slug, service in self.examples.items():
            for name in ("summary", "description", "eligibility_description", "gender", "peer_involvement", "funding"):
                assert getattr(service, name), (slug, name)
            for name in ("needs", "peer_roles", "ways_in", "schedules", "languages", "phones", "service_areas"):
                assert getattr(service, name).exists(), (slug, name)
            assert service.assured_with, slug
            assert service.is_helpline or service.settings.exists(), slug
            assert service.is_helpline or service.referral_routes.exists(), slug
            assert service.fees_description or service.cost_options.exists(), slug
            assert service.is_overdue or service.availability != UNKNOWN, slug

    def test_every_field_is_used_by_one_of_them(self) -> None:
        services = Service.objects.filter(is_example=True)
        used = {Service: services, Location: Location.objects.filter(service_at_locations__service__in=services)}
        for model in (Phone, Contact, CostOption, Language, Schedule, ServiceArea, ServiceAtLocation, ServicePartner):
            used[model] = model.objects.filter(service__in=services)
        for model in (WayIn, Confirmation, OpenQuestion):
            used[model] = model.objects.filter(service__in=services)
        used[Accessibility] = Accessibility.objects.filter(location__in=used[Location])
        for model, rows in used.items():
            for field in model._meta.concrete_fields:
                # An end of an area that is covered is shown by the prices and the hours.
                if (
                    field.name in BOOKKEEPING
                    or field.name == "sort_order"
                    or (model, field.name) == (ServiceArea, "valid_to")
                ):
                    continue
                values = {getattr(row, field.attname) for row in rows}
                assert values - {None, "", False, field.get_default()}, f"{model.__name__}.{field.name}"
        for field in Service._meta.many_to_many:
            assert any(getattr(service, field.name).exists() for service in services), field.name

    def test_womens_services(self) -> None:
        women = [service for service in self.examples.values() if service.gender == "women"]
        assert len(women) >= 2
        custody = self.examples["example-womens-custody-link"]
        assert custody.minimum_age == 16
        assert [term.slug for term in custody.settings.all()] == ["police-custody"]
        assert custody.ways_in.get(kind="enquiry").answer_days == 0
        stirling = self.examples["example-stirling-womens-link"]
        assert stirling.gender == "women"
        assert stirling.service_areas.filter(area__code="hmp-stirling").exists()

    def test_one_address_is_private_and_stays_so(self) -> None:
        private = Location.objects.get(service_at_locations__service__slug="example-womens-home")
        assert private.is_confidential
        page = self.page("example-womens-home")
        for secret in (private.address_1, private.postal_code, private.transportation, "Eight rooms"):
            assert secret not in page

    def test_one_is_full_until_a_day_that_it_said_on_a_day(self) -> None:
        full = self.examples["example-womens-home"]
        assert full.availability == "full"
        assert full.referrals_as_of < timezone.localdate()
        until = timezone.localdate() + timedelta(days=39)
        assert full.wait_time == f"Full until {until.day} {until:%B %Y}"

    def test_waits_odd_hours_and_a_drop_in(self) -> None:
        drop_in = self.examples["example-road-drop-in"]
        assert (drop_in.availability, drop_in.wait) == ("waiting", "About 3 weeks")
        assert drop_in.ways_in.filter(kind="drop-in").exists()
        evening = drop_in.schedules.get(byday="SA")
        assert (evening.week_of_month, evening.opens_at, evening.closes_at) == (1, time(18), time(0))
        assert evening.bank_holidays == "open"
        assert Schedule.objects.filter(service__in=self.examples.values(), interval=2).exists()
        assert {"open", "closed", "only"} <= set(Schedule.objects.values_list("bank_holidays", flat=True))

    def test_families_a_helpline_court_and_remand(self) -> None:
        assert "children" in self.examples["example-family-supper"].eligibility_description
        assert "on remand" in self.examples["example-remand-families"].eligibility_description
        assert [service.slug for service in self.examples.values() if service.is_helpline] == ["example-family-line"]
        assert [term.slug for term in self.examples["example-court-corner"].settings.all()] == ["court"]

    def test_the_example_helpline_is_not_one_for_people_in_distress(self) -> None:
        """Nobody answers it: whoever types of danger must never be led there."""
        line = self.examples["example-family-line"]
        needs = {term.slug for term in line.needs.all()}
        assert not needs & {"mental-health", "someone-to-talk-to"}

    def test_ages_genders_and_a_release(self) -> None:
        men = self.examples["example-mens-table"]
        assert men.gender == "men"
        assert men.confirmations.filter(fact=Fact.GENDER).exists()
        young = self.examples["example-young-steps"]
        assert (young.minimum_age, young.maximum_age) == (16, 21)
        gate = self.examples["example-gate-to-home"]
        assert gate.minimum_age == 18
        assert gate.service_areas.filter(area__code="hmp-low-moss").exists()
        assert {term.slug for term in gate.settings.all()} == {"prison", "before-release", "licence"}

    def test_one_has_lapsed_and_the_others_are_checked(self) -> None:
        assert [slug for slug, service in self.examples.items() if service.is_overdue] == ["example-recovery-clinic"]
        assert "too long ago to rely on" in self.page("example-recovery-clinic").lower()

    def test_languages_prices_and_an_alert(self) -> None:
        voices = self.examples["example-many-voices"]
        assert voices.languages.count() > 3
        assert voices.interpretation_services
        assert self.examples["example-ready-for-work"].cost_options.count() > 1
        assert self.examples["example-allotment"].alert
        assert self.examples["example-allotment"].alert in self.page("example-allotment")

    def test_every_way_in_is_shown_and_facts_are_confirmed_and_open(self) -> None:
        ways = WayIn.objects.filter(service__in=self.examples.values())
        assert {way.kind for way in ways} == set(WayIn.Kind.values)
        answered = {way.kind for way in ways if way.answer_days is not None}
        assert answered == set(WayIn.Kind.values)
        for model in (Confirmation, OpenQuestion):
            rows = model.objects.filter(service__in=self.examples.values())
            assert len({row.service_id for row in rows}) >= 2, model

    def test_the_examples_answer_yes_and_no(self) -> None:
        young_woman = Person(age=17, gender="woman", setting="police-custody", home=find_places("Govan").place)
        answers = {slug: can_refer(rules_of(service), young_woman).answer for slug, service in self.examples.items()}
        assert answers["example-womens-custody-link"] == answers["example-young-steps"] == ReferralAnswer.YES
        assert answers["example-mens-table"] == answers["example-womens-home"] == ReferralAnswer.NO
