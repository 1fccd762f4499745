"""The middle of a page is drawn once for all readers, and is still that of now, of the page and of nobody."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from directory.navigation import drawn_pages
from directory.navigation.page_lifetime import changes_at, is_not_final, noting_changes
from guidance.models import GlossaryTerm, GuidePage
from home.models import HomePage, StandardPage
from tests.factories.directory import ServiceFactory
from tests.factories.guidance import make_guide, make_section, make_stage

pytestmark = pytest.mark.django_db
WORDS = [("text", "<p>A mentor meets somebody at the gate.</p>")]


@pytest.fixture(autouse=True)
def kept(settings: Any, monkeypatch: Any) -> None:
    settings.DRAWN_PAGES_KEPT = 3
    # Around midnight nothing is kept for long, whatever is tested.
    noon = timezone.localtime().replace(hour=12, minute=0)
    monkeypatch.setattr("django.utils.timezone.now", lambda: noon)


@pytest.fixture
def guide() -> GuidePage:
    return make_guide(make_stage(make_section(), "Set it up"), "Checks", body=WORDS)


def shown(page: Any, client: Client | None = None) -> str:
    return (client or Client()).get(page.url).content.decode()


def statements(page: Any) -> int:
    with CaptureQueriesContext(connection) as captured:
        shown(page)
    return len(captured)


def drawings(page: Any, words: str = "drawn", **attributes: Any) -> tuple[list[int], Any]:
    """A list that grows with each drawing, and a function that asks for the page as a template does."""
    done: list[int] = []
    request = RequestFactory().get(page.url)
    for name, value in attributes.items():
        setattr(request, name, value)

    def draw() -> Any:
        done.append(1)
        return words

    return done, lambda: drawn_pages.drawn_for_all(request, page, draw)


def test_the_second_reader_gets_what_was_drawn_for_the_first_whatever_cookies_they_have() -> None:
    home = HomePage.objects.get()
    first = statements(home)
    assert statements(home) < first
    with_list = Client()
    with_list.cookies["services"] = "canary-of-a-list"
    assert shown(home, with_list) == shown(home)
    assert "canary" not in shown(home)


def test_whom_to_write_to_names_the_page_of_each_reader(guide: GuidePage) -> None:
    contact = StandardPage(title="Contact", slug="contact-us", shows_contact=True)
    HomePage.objects.get().add_child(instance=contact)
    client = Client()
    plain = shown(contact, client)
    named = client.get(contact.url, {"about": guide.url}).content.decode()
    assert "You are writing about “Checks”" in named
    assert "You are writing about" not in plain + shown(contact, client)


def test_what_is_published_is_seen_by_the_next_reader(guide: GuidePage) -> None:
    assert "at the gate" in shown(guide)
    guide.body = [("text", "<p>A mentor meets somebody in custody.</p>")]
    guide.save_revision().publish()
    assert "in custody" in shown(guide)
    assert "at the gate" not in shown(guide)


def test_a_control_what_leaves_no_change_is_not_seen(guide: GuidePage, settings: Any) -> None:
    shown(guide)
    GuidePage.objects.filter(pk=guide.pk).update(lede="Changed behind the log.")
    assert "Changed behind the log." not in shown(guide)
    settings.DRAWN_PAGES_KEPT = 0
    assert "Changed behind the log." in shown(guide)


def test_what_a_page_takes_from_elsewhere_is_seen_as_well(guide: GuidePage) -> None:
    service = ServiceFactory(name="Before")
    guide.body = [*WORDS, ("services", {"title": "Who does this", "services": [service]})]
    guide.save_revision().publish()
    assert "Before" in shown(guide)
    service.name = "Afterwards"
    service.save()
    assert "Afterwards" in shown(guide)
    assert "hub-term" not in shown(guide)
    GlossaryTerm.objects.create(name="mentor", definition="Somebody who has been there.")
    assert "hub-term" in shown(guide)


def test_a_draft_is_neither_kept_nor_taken_from_what_is_kept(guide: GuidePage, rf: RequestFactory) -> None:
    shown(guide)
    guide.lede = "Only a draft."
    draft = guide.make_preview_request(preview_mode="")
    draft.render()
    assert "Only a draft." in draft.content.decode()
    assert "Only a draft." not in shown(guide)
    guide.live = False
    done, ask = drawings(guide)
    assert [ask(), ask()] == ["drawn", "drawn"]
    assert len(done) == 2


def test_it_ends_when_something_on_it_changes_by_the_clock(guide: GuidePage, monkeypatch: Any) -> None:
    now = timezone.now()
    done, _ = drawings(guide)
    request = RequestFactory().get(guide.url)

    def draw() -> Any:
        done.append(1)
        changes_at(now + timedelta(minutes=5))
        return "open now"

    with noting_changes() as noted:
        # Read before anything is drawn, as views do.
        changes_at(now + timedelta(minutes=3))
        drawn_pages.drawn_for_all(request, guide, draw)
    assert min(noted) == now + timedelta(minutes=3)
    with noting_changes() as noted:
        drawn_pages.drawn_for_all(request, guide, draw)
    # Whoever keeps the whole page has to know as well.
    assert (len(done), noted) == (1, [now + timedelta(minutes=3)])
    monkeypatch.setattr("directory.navigation.drawn_pages.timezone.now", lambda: now + timedelta(minutes=3))
    drawn_pages.drawn_for_all(request, guide, draw)
    assert len(done) == 2


def test_the_next_day_it_is_drawn_anew(guide: GuidePage, monkeypatch: Any) -> None:
    noon = timezone.localtime()
    midnight = noon.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    done, ask = drawings(guide)
    for now, times in ((noon, 1), (midnight - timedelta(seconds=1), 1), (midnight, 2)):
        monkeypatch.setattr("directory.navigation.drawn_pages.timezone.now", lambda now=now: now)
        ask()
        assert len(done) == times


def test_it_ends_when_anything_it_may_name_has_its_last_moment(guide: GuidePage, monkeypatch: Any) -> None:
    """No change is left behind until the scheduler comes by."""
    noon = timezone.localtime()
    last = noon + timedelta(minutes=5)
    other = make_guide(guide.get_parent().specific, "Until noon", expire_at=last)
    assert other.live
    done, ask = drawings(guide)
    for now, times in ((noon, 1), (last - timedelta(seconds=1), 1), (last, 2), (last, 3)):
        monkeypatch.setattr("directory.navigation.drawn_pages.timezone.now", lambda now=now: now)
        ask()
        # Just after that moment what was read may be from before it.
        assert len(done) == times


def test_what_is_not_final_is_drawn_again(guide: GuidePage) -> None:
    done: list[int] = []

    def draw() -> Any:
        done.append(1)
        is_not_final()
        return "without its counts"

    for _ in range(2):
        drawn_pages.drawn_for_all(RequestFactory().get(guide.url), guide, draw)
    assert len(done) == 2


@pytest.fixture
def other_site(guide: GuidePage) -> Iterator[Site]:
    yield Site.objects.create(hostname="other.localhost", port=80, root_page=guide.get_parent().get_parent())
    # Wagtail keeps where sites begin, and what a test made is taken back without a word.
    Site.clear_site_root_paths_cache()


@pytest.mark.usefixtures("other_site")
def test_each_site_has_its_own(guide: GuidePage) -> None:
    _, ask = drawings(guide)
    ask()
    there = RequestFactory(SERVER_NAME="other.localhost").get("/")
    _, ask_other = drawings(guide, "of the other site", META=there.META)
    assert ask_other() == "of the other site"
    assert ask() == "drawn"


def test_so_many_are_kept_and_the_others_are_drawn(guide: GuidePage) -> None:
    stage = guide.get_parent().specific
    guides = [make_guide(stage, f"Guide {number}", lede=f"About {number}.") for number in range(5)]
    for _ in range(2):
        missing = [each.title for number, each in enumerate(guides) if f"About {number}." not in shown(each)]
        assert missing == []
    assert len(drawn_pages._kept()) == 3


def test_a_page_without_a_request_is_drawn(guide: GuidePage) -> None:
    assert drawn_pages.drawn_for_all(None, guide, lambda: "drawn") == "drawn"
