"""What people wrote in enquiries is found nowhere in the admin by those who must not read it, wherever they click."""

import pytest
from django.test import Client
from wagtail.models import Page

from directory.enquiries.actions import add_note, claim_enquiry, close_enquiry, open_enquiry
from directory.enquiries.content.answers import PrivateAnswers
from directory.enquiries.models import Enquiry
from hub.accounts import roles
from tests.factories.directory import ServiceFactory
from tests.factories.enquiries import make_enquiry
from tests.factories.guidance import make_guide, make_section, make_stage
from tests.factories.hub import make_user
from tests.hub.admin_crawl import PAGES, Crawl, addresses_by_pattern

pytestmark = [pytest.mark.django_db, pytest.mark.only_on("sqlite")]
# Small letters: that is how they are looked for.
FIELDS = {
    "name": "canary-name",
    "age": "canary-age",
    "words": "canary-words",
    "phone": "canary-phone",
    "times": "canary-times",
    "introduction": "canary-introduction",
    "sender_role": "canary-role",
    "sender_organisation": "canary-organisation",
    "sender_name": "canary-sender",
    "sender_phone": "canary-sender-phone",
    "sender_email": "canary-mail@council.example",
}
NOTE = "canary-note"
# Stands where the role that looks may read it: a crawl that finds nothing must be one that would have found it.
PLANTED = "canary-planted"
EVERYBODY_SEES = {"admin/reports/site-history/", "admin/account/", "admin/enquiries/<uuid:pk>/"}
ADMINISTRATORS_SEE = {
    "admin/pages/<int:page_id>/edit/",
    "admin/pages/<int:page_id>/history/",
    "admin/pages/<int:page_id>/usage/",
    "admin/reports/workflow/",
    "admin/users/edit/<int:pk>/",
    "admin/snippets/directory/service/history/<int:pk>/",
    "admin/images/chooser/",
    "admin/bulk/<str:app_label>/<str:model_name>/<str:action>/",
}
UNLINKED = (
    "/admin/api/main/pages/?fields=*",
    "/admin/api/main/images/?fields=*",
    "/admin/reports/site-history/?export=csv",
)
MUST_NOT_READ = (roles.ADMINISTRATORS, roles.EDITORS, roles.DIRECTORY_EDITORS)


@pytest.fixture
def enquiry() -> Enquiry:
    """Worked on in every way, beside a service, pages and a picture that the admin links from."""
    service = ServiceFactory(name=f"Beside {PLANTED}")
    make_guide(make_stage(make_section(), "A stage"), f"A guide to {PLANTED}")
    made = make_enquiry(service=service, **{name: text for name, text in FIELDS.items() if name in known_fields()})
    worker = make_user(roles.MODERATORS, "worker@staff.example")
    claim_enquiry(enquiry=made, by=worker)
    open_enquiry(enquiry=made, by=worker)
    add_note(enquiry=made, by=worker, text=NOTE)
    close_enquiry(enquiry=made, by=worker, reason="no_contact", note=NOTE)
    return made


def known_fields() -> set[str]:
    return set(PrivateAnswers.__dataclass_fields__)


def canaries(enquiry: Enquiry) -> list[str]:
    """What was typed, and by what the enquiry is called: none of it belongs on another page."""
    return [*FIELDS.values(), NOTE, enquiry.reference]


def crawl(role: str, *more: str, most: int = PAGES) -> Crawl:
    client = Client(raise_request_exception=False)
    client.force_login(make_user(role))
    example = str(Page.objects.order_by("-depth").first().pk)
    return Crawl(client).run(*more, *UNLINKED, *addresses_by_pattern(example), most=most)


@pytest.mark.parametrize("role", MUST_NOT_READ)
def test_those_who_must_not_read_find_nothing(role: str, enquiry: Enquiry) -> None:
    crawled = crawl(role, f"/admin/enquiries/{enquiry.pk}/", f"/admin/enquiries/{enquiry.pk}/note/")
    assert crawled.found(canaries(enquiry)) == []
    assert len({address for _, address in crawled.found([PLANTED])}) > 3
    assert len(crawled.read) > 100
    assert crawled.statuses[200] > 50
    assert EVERYBODY_SEES - crawled.routes == set()
    assert role != roles.ADMINISTRATORS or ADMINISTRATORS_SEE - crawled.routes == set()


def test_a_control_who_reads_them_finds_them(enquiry: Enquiry) -> None:
    # All of it stands among the first pages: to go on would find it again.
    crawled = crawl(roles.MODERATORS, f"/admin/enquiries/{enquiry.pk}/", most=50)
    found = {text for text, _ in crawled.found(canaries(enquiry))}
    assert {"canary-name", "canary-words", NOTE, enquiry.reference.lower()} <= found
