"""A guide, a stage or everything on one page, to be printed."""

import re
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model
from wagtail.models import PageViewRestriction

from guidance.models import GuidanceIndexPage, GuidePage, StagePage
from tests.factories.directory import ServiceFactory
from tests.factories.guidance import make_guide, make_section, make_stage

pytestmark = pytest.mark.django_db
ALL, STAGE, GUIDE = "/guidance/print/", "/guidance/set-it-up/print/", "/guidance/set-it-up/checks/print/"


def body(link: int = 0) -> list[tuple[str, object]]:
    words = f'<p>Read <a linktype="page" id="{link}">the other</a>.</p>' if link else "<p>Words.</p>"
    listed = {"title": "Services", "services": [ServiceFactory()]}
    return [("heading", "First steps"), ("text", words), ("services", listed), ("heading", "Then")]


@pytest.fixture
def section() -> GuidanceIndexPage:
    section = make_section()
    pay = make_guide(make_stage(section, "Define it"), "Pay", body=body(), is_practice=True)
    checks = make_guide(make_stage(section, "Set it up", slug="set-it-up"), "Checks", slug="checks", body=body(pay.pk))
    checks.history = [
        ("change", {"day": "2026-01-02", "text": "The fee is higher."}),
        ("change", {"day": "2026-03-04", "text": "A level has another name."}),
    ]
    checks.save_revision().publish()
    return section


def costs(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


@pytest.mark.parametrize(
    ("address", "shown", "hidden"),
    [
        (ALL, ["All the guidance on one page", "1.1 Pay", "Checks", "Contents"], []),
        (STAGE, ["Stage 2: Set it up", "Checks", "Contents"], ["1.1 Pay"]),
        (GUIDE, ["Checks", "First steps"], ["1.1 Pay", "Contents"]),
    ],
)
def test_it_holds_what_was_asked_for(
    client: Client, section: GuidanceIndexPage, address: str, shown: list[str], hidden: list[str]
) -> None:
    response = client.get(address)
    html = response.content.decode()
    assert [words for words in shown if words not in html] == []
    assert [words for words in hidden if words in html] == []
    assert f'<a href="http://testserver{address.removesuffix("print/")}">' in html
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_no_id_stands_twice_and_every_link_of_the_contents_leads_somewhere(
    client: Client, section: GuidanceIndexPage
) -> None:
    html = client.get(ALL).content.decode()
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert {"first-steps", "first-steps-2"} <= set(ids)
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_links_between_guides_stay_and_dark_ones_lose_their_address(
    client: Client, section: GuidanceIndexPage
) -> None:
    assert '<a href="/guidance/define-it/pay/">the other</a>' in client.get(GUIDE).content.decode()
    PageViewRestriction.objects.create(page=GuidePage.objects.get(title="Pay"), restriction_type="login")
    html = client.get(ALL).content.decode()
    assert "<a>the other</a>" in html
    assert "1.1 Pay" not in html


def test_no_heading_skips_a_level(client: Client, section: GuidanceIndexPage) -> None:
    for address in (ALL, STAGE, GUIDE):
        main = client.get(address).content.decode().split("<main")[1].split("</main>")[0]
        levels = [int(level) for level in re.findall(r"<h([1-6])", main)]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), address


@pytest.mark.parametrize("address", ["/guidance/nothing/print/", "/guidance/set-it-up/nothing/print/"])
def test_what_is_not_there_is_404(client: Client, section: GuidanceIndexPage, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_draft_is_not_printed(client: Client, section: GuidanceIndexPage) -> None:
    GuidePage.objects.get(title="Checks").unpublish()
    assert client.get(GUIDE).status_code == 404
    assert "Checks" not in client.get(ALL).content.decode()


def test_an_empty_section_says_so(client: Client) -> None:
    make_section()
    assert "No guide is published yet" in client.get(ALL).content.decode()


def test_it_costs_twelve_statements_at_most_however_many_guides(client: Client, section: GuidanceIndexPage) -> None:
    few = costs(client, ALL)
    stage, pay = StagePage.objects.get(title="Define it"), GuidePage.objects.get(title="Pay")
    for number in range(8):
        make_guide(stage, f"Guide {number}", body=body(pay.pk))
    assert costs(client, ALL) == few
    assert max(few, costs(client, GUIDE), costs(client, STAGE)) <= 12


def test_stages_and_guides_cannot_take_its_address(section: GuidanceIndexPage) -> None:
    stage = StagePage.objects.get(title="Define it")
    with pytest.raises(ValidationError, match="page to print"):
        StagePage(title="Print", slug="print", summary="x", path="x", depth=4).clean()
    with pytest.raises(ValidationError, match="page to print"):
        GuidePage(title="Print", slug="print", path=stage.path, depth=5).clean()


def test_a_guide_says_what_changed_the_newest_first(client: Client, section: GuidanceIndexPage) -> None:
    html = client.get("/guidance/set-it-up/checks/").content.decode()
    assert html.index("4 March 2026") < html.index("2 January 2026")
    assert "The fee is higher." in html
    assert f'href="{GUIDE}"' in html


def test_a_link_to_a_file_says_its_type_and_size(client: Client, section: GuidanceIndexPage) -> None:
    document = get_document_model().objects.create(
        title="Form", file=ContentFile(b"x" * 2048, name="form.pdf"), file_size=2048
    )
    guide = GuidePage.objects.get(title="Checks")
    guide.body = [("text", f'<p>Use <a linktype="document" id="{document.pk}">the form</a>, or <b>none</b>.</p>')]
    guide.save_revision().publish()
    for address in (GUIDE, guide.url):
        assert 'the form <span class="hub-quiet">(PDF, 2.0 KB)</span></a>, or' in client.get(address).content.decode()
    document.delete()
    assert "<a>the form</a>" in client.get(guide.url).content.decode()
