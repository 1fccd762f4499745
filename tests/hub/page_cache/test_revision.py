"""What moves the revision under which pages are kept, and what visitors do without moving it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction, Site

from hub.page_cache.revision import APPS, NOT_SHOWN, models_shown
from search.changelog.log import head
from tests.factories.directory import OrganizationFactory, ServiceFactory, TermFactory
from tests.factories.enquiries import send
from tests.factories.guidance import make_guide, make_section, make_stage

pytestmark = pytest.mark.django_db


def moves(act: Callable[[], Any]) -> bool:
    before = head()
    act()
    return head() != before


def test_each_model_of_the_site_is_shown_or_named_as_not_shown() -> None:
    known = {model._meta.label for label in APPS for model in apps.get_app_config(label).get_models()}
    assert known >= NOT_SHOWN, "no name of a model that is gone"
    assert {model._meta.label for model in models_shown()} >= known - NOT_SHOWN


@pytest.mark.parametrize("factory", [ServiceFactory, OrganizationFactory, TermFactory])
def test_listings_and_terms_move_it(factory: Any) -> None:
    made = factory()
    assert moves(made.save)
    assert moves(made.delete)


def test_pages_their_order_and_who_may_see_them_move_it() -> None:
    section = make_section()
    first, second = make_stage(section, "First"), make_stage(section, "Second")
    guide = make_guide(first, "Guide")
    assert moves(lambda: guide.save_revision().publish())
    assert moves(lambda: second.move(first, pos="left"))
    assert moves(lambda: PageViewRestriction.objects.create(page=guide, restriction_type="login"))
    assert moves(lambda: PageViewRestriction.objects.get().delete())
    assert moves(Site.objects.get().save)
    assert moves(guide.unpublish)


def test_pictures_files_and_who_may_fetch_them_move_it() -> None:
    picture = get_image_model().objects.create(title="Door", file=get_test_image_file())
    document = get_document_model().objects.create(title="Form", file=ContentFile(b"x", name="form.txt"))
    for made in (picture, document):
        made.title = "Another title"
        assert moves(made.save)
    root = Collection.objects.first()
    assert moves(lambda: CollectionViewRestriction.objects.create(collection=root, restriction_type="login"))
    assert moves(picture.delete)
    assert moves(document.delete)


def test_what_visitors_send_and_search_does_not(client: Client) -> None:
    ServiceFactory()
    TermFactory(slug="housing", taxonomy="need")

    def visit() -> None:
        client.get("/find/", {"q": "housing"})
        client.get("/search/", {"q": "nothing like it"})
        send(client)

    assert not moves(visit)
