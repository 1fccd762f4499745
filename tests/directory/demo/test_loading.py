"""Loading the demo again mends what only the demo wrote, and leaves everybody else's work alone."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client, TestCase
from django.utils import timezone
from wagtail.models import Revision

from directory.demo import create
from directory.demo.create import create_directory
from directory.models import Location, OpenQuestion, Organization, Phone, Service, WayIn
from tests.factories.directory import OrganizationFactory, ServiceFactory

pytestmark = pytest.mark.usefixtures("shared_demo")


def state() -> list[object]:
    return [
        list(Service.objects.order_by("pk").values_list("pk", "last_modified", "latest_revision", "live")),
        list(Organization.objects.order_by("pk").values_list("pk", "latest_revision", "live")),
        list(WayIn.objects.order_by("pk").values_list("pk", "service")),
        Location.objects.count(),
        Revision.objects.count(),
    ]


def by_an_editor(kept: Service | Organization, **values: str) -> None:
    """Save it as the admin does."""
    editor, _ = get_user_model().objects.get_or_create(email="editor@hub.example")
    for name, value in values.items():
        setattr(kept, name, value)
    kept.save_revision(user=editor).publish()


class Loading(TestCase):
    def test_loading_twice_changes_nothing(self) -> None:
        before = state()
        create_directory()
        assert state() == before

    def test_everything_is_public_and_has_one_revision_that_nobody_made(self) -> None:
        for kept in (*Service.objects.all(), *Organization.objects.all()):
            assert kept.live, kept
            assert [revision.user_id for revision in kept.revisions.all()] == [None], kept

    def test_what_an_editor_changed_stays(self) -> None:
        by_an_editor(Service.objects.get(slug="lepps"), summary="Changed by an editor.")
        by_an_editor(Organization.objects.get(slug="sacro"), description="Changed by an editor.")
        create_directory()
        assert Service.objects.get(slug="lepps").summary == "Changed by an editor."
        assert Organization.objects.get(slug="sacro").description == "Changed by an editor."

    def test_what_anybody_changed_without_a_revision_stays(self) -> None:
        Service.objects.filter(slug="lepps").update(summary="Changed by a script.")
        create_directory()
        assert Service.objects.get(slug="lepps").summary == "Changed by a script."

    def test_an_editors_draft_stays(self) -> None:
        service = Service.objects.get(slug="lepps")
        service.summary = "A draft."
        service.save_revision(user=None)
        create_directory()
        assert Service.objects.get(slug="lepps").get_latest_revision_as_object().summary == "A draft."

    def test_what_an_editor_took_down_stays_down(self) -> None:
        Service.objects.get(slug="lepps").unpublish()
        create_directory()
        assert not Service.objects.get(slug="lepps").live

    def test_what_only_an_earlier_demo_wrote_is_brought_up_to_date(self) -> None:
        service = Service.objects.get(slug="lepps")
        key = service.pk
        service.summary = "What the demo said before."
        service.exclusions = "Said once, and in no source."
        service.open_questions = [OpenQuestion(question="An old question?", sort_order=0)]
        service.phones = [Phone(number="0141 496 0999", sort_order=0)]
        service.tags.set(["old tag"])
        service.referral_routes = []
        service.save()
        service.save_revision().publish()
        service.revisions.exclude(pk=service.latest_revision_id).delete()
        create_directory()
        service = Service.objects.get(slug="lepps")
        assert service.pk == key
        assert "lived experience" in service.summary
        assert service.exclusions == ""
        assert "An old question?" not in [row.question for row in service.open_questions.all()]
        assert [phone.number for phone in service.phones.all()] == ["0141 496 0182"]
        assert list(service.tags.names()) == ["mentoring"]
        assert service.revisions.count() == 1
        assert service.get_latest_revision_as_object().summary == service.summary

    def test_a_listing_that_a_migration_filled_in_is_still_only_the_demos(self) -> None:
        service = Service.objects.get(slug="samaritans")
        revision = service.latest_revision
        for name in ("is_helpline", "is_example", "ways_in", "open_questions", "confirmations"):
            del revision.content[name]
        revision.save()
        WayIn.objects.filter(service=service).delete()
        OpenQuestion.objects.filter(service=service).update(question="Hours?")
        create_directory()
        assert [way.kind for way in service.ways_in.all()] == ["call"]
        assert not OpenQuestion.objects.filter(service=service, question="Hours?").exists()

    def test_examples_stay_checked_on_a_later_day_and_the_lapsed_one_stays_lapsed(self) -> None:
        later = timezone.localdate() + timedelta(days=200)
        before = {service.slug: service.assured_date for service in Service.objects.filter(is_example=True)}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(create.timezone, "localdate", lambda: later)
            create_directory()
        for service in Service.objects.filter(is_example=True):
            assert service.assured_date - before[service.slug] == timedelta(days=200), service.slug


@pytest.mark.django_db
def test_what_the_demo_no_longer_has_is_taken_down_unless_it_is_an_editors(client: Client) -> None:
    old = ServiceFactory(slug="sisco-community", organization=OrganizationFactory(slug="glasgow-drug-court"))
    edited = ServiceFactory(slug="aid-and-abet-peer-support")
    for kept in (old, old.organization, edited):
        kept.save_revision().publish()
    by_an_editor(edited, summary="Ours now.")
    create_directory()
    assert client.get("/services/sisco-community/").status_code == 404
    assert client.get("/organisations/glasgow-drug-court/").status_code == 404
    assert client.get("/services/aid-and-abet-peer-support/").status_code == 200
