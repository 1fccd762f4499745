"""What comes first for certain words is chosen by its title."""

import pytest
from django.test import Client
from wagtail.models import Page

from search.api import find
from search.models import Promotion
from search.query import SearchQuery
from tests.factories.directory import ServiceFactory
from tests.factories.guidance import home_page, make_guide, make_section, make_stage
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db

ADD = "/admin/snippets/search/promotion/add/"


@pytest.fixture(params=["Editors", "Directory editors", "Administrators"])
def editor(client: Client, request: pytest.FixtureRequest) -> Client:
    client.force_login(make_user(request.param))
    return client


@pytest.fixture
def guide() -> Page:
    return make_guide(make_stage(make_section(), "A stage"), "Quillguide")


def form(**chosen: object) -> dict[str, object]:
    return {"words": "bail", "title": "", "url": "", "position": 0, **chosen}


def promoted() -> list[str]:
    return [item.title for item in find(SearchQuery(text="bail")).promoted]


def test_a_page_and_a_service_are_chosen_in_their_windows(editor: Client, guide: Page) -> None:
    content = editor.get(ADD).content.decode()
    assert "Choose a page" in content
    assert "Choose a service" in content
    assert "Number" not in content
    editor.post(ADD, form(target_page=guide.pk))
    assert Promotion.objects.get().kind == "guide"
    assert promoted() == ["Quillguide"]
    editor.post(ADD, form(target_service=ServiceFactory(name="Quillservice").pk, position=1))
    assert promoted() == ["Quillguide", "Quillservice"]
    listing = editor.get("/admin/snippets/search/promotion/").content.decode()
    assert "Quillguide" in listing
    assert "Quillservice" in listing


def test_what_was_chosen_is_shown_by_its_title_and_can_be_changed(admin_client: Client, guide: Page) -> None:
    promotion = Promotion.objects.create(words="bail", kind="guide", key=str(guide.pk))
    edit = f"/admin/snippets/search/promotion/edit/{promotion.pk}/"
    assert "Quillguide" in admin_client.get(edit).content.decode()
    admin_client.post(edit, form(target_page=guide.get_parent().pk))
    promotion.refresh_from_db()
    assert (promotion.kind, promotion.key) == ("stage", str(guide.get_parent().pk))
    admin_client.post(edit, form(title="A grant", url="https://grants.example/"))
    promotion.refresh_from_db()
    assert (promotion.kind, promotion.key, promotion.title) == ("", "", "A grant")


def test_wrong_choices_are_said_and_nothing_typed_is_lost(admin_client: Client, guide: Page) -> None:
    draft = make_guide(guide.get_parent(), "Quilldraft", live=False)
    service = ServiceFactory()
    wrong = (
        (form(), "Give something on this site"),
        (form(target_page=draft.pk), "Readers cannot see this"),
        (form(target_page=home_page().pk), "does not find this kind of page"),
        (form(target_page=guide.pk, target_service=service.pk), "only one comes first"),
        (form(target_page=guide.pk, title="x", url="/x/"), "Give either"),
        (form(target_page="999999"), "Select a valid choice"),
    )
    for data, message in wrong:
        content = admin_client.post(ADD, data).content.decode()
        assert message in content, message
        assert 'value="bail"' in content
    assert not Promotion.objects.exists()
