"""The picture block, and the demo's picture."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from guidance.blocks import BodyBlock, PictureBlock
from guidance.demo.building import stream_value
from guidance.demo.pictures import SHOWS, two_lines
from guidance.models import GuidePage
from tests.factories.guidance import make_guide, make_section, make_stage
from tests.factories.hub import make_superuser

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media_root(settings: LazySettings, tmp_path: Path) -> Path:
    cache.clear()
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def image() -> AbstractImage:
    return two_lines()


def value(image: AbstractImage | None, **fields: object) -> blocks.StructValue:
    shown = {"image": image.pk if image else None, "alt_text": "Two lines", "decorative": False}
    shown |= {name: fields.pop(name) for name in ("alt_text", "decorative") if name in fields}
    return PictureBlock().to_python({"picture": shown, "caption": "", "credit": "", **fields})


def guide_with(image: AbstractImage, *, before: int = 0, **fields: object) -> GuidePage:
    shown = {"image": image.pk, "alt_text": "Two <lines>", "decorative": False}
    part = ("picture", {"picture": shown, "caption": "They meet", "credit": "", **fields})
    words = ("heading", "Words")
    body = stream_value(GuidePage._meta.get_field("body"), [*[words] * before, part, part])
    return make_guide(make_stage(make_section(), "Start"), "A guide", body=body)


def test_a_reader_gets_a_picture_in_several_sizes(client: Client, image: AbstractImage) -> None:
    html = client.get(guide_with(image).url).content.decode()
    figure = re.search(r'<figure class="hub-picture">.*?</figure>', html, re.S).group()
    assert 'alt="Two &lt;lines&gt;"' in figure
    assert 'width="640"' in figure
    assert 'height="240"' in figure
    assert "style=" not in figure
    assert "They meet" in figure
    assert image.credit in figure
    sizes = re.search(r'srcset="([^"]+)"', figure).group(1).split(", ")
    assert [size.split()[1] for size in sizes] == ["640w", "320w", "960w", "1280w"]
    assert 'sizes="(min-width: 641px) 600px, calc(100vw - 30px)"' in figure
    for size in sizes:
        response = client.get(size.split()[0])
        assert (response.status_code, response.headers["Content-Type"]) == (200, "image/webp")
        assert response.content[8:12] == b"WEBP"


@pytest.mark.parametrize(("before", "at_once"), [(0, 1), (1, 1), (2, 0), (9, 0)])
def test_only_one_with_which_a_text_begins_is_loaded_before_it_is_scrolled_to(
    client: Client, image: AbstractImage, before: int, at_once: int
) -> None:
    html = client.get(guide_with(image, before=before).url).content.decode()
    pictures = re.findall(r"<img [^>]*>", html)
    loading = ["lazy" if 'loading="lazy"' in found else "high" for found in pictures]
    assert loading == ["high"] * at_once + ["lazy"] * (2 - at_once)
    assert [found for found in pictures if ('fetchpriority="high"' in found) == ('loading="lazy"' in found)] == []


def test_below_the_list_of_stages_none_is(client: Client, image: AbstractImage) -> None:
    section = make_section()
    shown = {"image": image.pk, "alt_text": "Two lines", "decorative": False}
    part = ("picture", {"picture": shown, "caption": "", "credit": ""})
    section.closing = stream_value(type(section)._meta.get_field("closing"), [part])
    section.save_revision().publish()
    assert 'loading="lazy"' in re.search(r"<img [^>]*>", client.get(section.url).content.decode()).group()


def test_one_for_decoration_is_not_read_out(client: Client, image: AbstractImage) -> None:
    cleaned = PictureBlock().clean(value(image, alt_text="", decorative=True))
    assert 'alt=""' in PictureBlock().render(cleaned)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"alt_text": ""}, "alt text"),
        ({"nobody": True}, "Say who made"),
        ({"people": timedelta(days=-1)}, "missing or has ended"),
        ({"people": None}, "missing or has ended"),
    ],
)
def test_what_is_missing_is_asked_for(image: AbstractImage, change: dict, problem: str) -> None:
    fields = {name: words for name, words in change.items() if name == "alt_text"}
    if "people" in change:
        image.shows_people = True
        image.consent_by = "Both"
        image.consent_until = timezone.localdate() + change["people"] if change["people"] else None
        image.save()
    if "nobody" in change:
        image.credit = ""
        image.save()
    with pytest.raises(ValidationError) as failed:
        PictureBlock().clean(value(image, **fields))
    assert problem in str(failed.value.as_json_data())


def test_a_picture_whose_consent_ended_disappears(client: Client, image: AbstractImage) -> None:
    guide = guide_with(image)
    image.shows_people, image.consent_by, image.consent_until = True, "Both", timezone.localdate()
    image.save()
    assert "hub-picture" in client.get(guide.url).content.decode()
    get_image_model().objects.update(consent_until=timezone.localdate() - timedelta(days=1))
    html = client.get(guide.url).content.decode()
    assert "hub-picture" not in html
    assert "/media/" not in html


def test_a_picture_that_was_deleted_leaves_a_page_that_works(client: Client, image: AbstractImage) -> None:
    guide = guide_with(image)
    get_image_model().objects.all().delete()
    response = client.get(guide.url)
    assert response.status_code == 200
    assert "hub-picture" not in response.content.decode()


def test_what_a_picture_shows_can_be_searched_for(image: AbstractImage) -> None:
    assert PictureBlock().get_searchable_content(value(image, caption="They meet")) == ["Two lines", "They meet"]


def test_no_rich_text_takes_pictures_past_the_block() -> None:
    def rich_texts(block: blocks.Block) -> list[blocks.RichTextBlock]:
        if isinstance(block, blocks.RichTextBlock):
            return [block]
        below = list(getattr(block, "child_blocks", {}).values())
        if isinstance(block, blocks.ListBlock):
            below.append(block.child_block)
        return [found for child in below for found in rich_texts(child)]

    found = rich_texts(BodyBlock())
    assert found
    assert all(block.features and not {"image", "embed", "hr"} & set(block.features) for block in found)


def test_editors_are_asked_for_the_words_in_the_admin(client: Client, image: AbstractImage) -> None:
    guide = guide_with(image)
    client.force_login(make_superuser())
    assert client.get(f"/admin/pages/{guide.pk}/edit/").status_code == 200


def test_the_demos_picture_is_made_once(media_root: Path) -> None:
    assert two_lines() == two_lines()
    assert get_image_model().objects.count() == 1
    Path(two_lines().file.path).unlink()
    image = two_lines()
    assert Path(image.file.path).stat().st_size < 20_000
    assert image.description == SHOWS
