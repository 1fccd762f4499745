"""Every block: what editors see of it, and what readers get."""

import pytest
from django.test import Client
from wagtail import blocks

from guidance.blocks import NoteBlock, PathBlock, RelatedServicesBlock, VoiceBlock, steps_of
from guidance.demo.building import stop, stream_value
from guidance.models import StoryPage
from home.models import HomePage
from tests.factories.directory import ServiceFactory
from tests.factories.hub import make_superuser


def used_blocks() -> list[blocks.Block]:
    """The blocks as pages use them: only those are known to Wagtail's preview."""
    body = StoryPage._meta.get_field("body").stream_block.child_blocks.values()
    path = StoryPage._meta.get_field("path_steps").stream_block.child_blocks.values()
    doors = HomePage._meta.get_field("doors").stream_block.child_blocks.values()
    return [*body, *path, *doors]


@pytest.mark.parametrize("block", used_blocks(), ids=lambda block: block.name)
def test_editors_see_what_a_block_is_for(block: blocks.Block) -> None:
    assert block.meta.icon != "placeholder"
    assert block.get_description()
    assert block.is_previewable


@pytest.mark.django_db
@pytest.mark.parametrize("block", used_blocks(), ids=lambda block: block.name)
def test_every_block_renders_its_preview(block: blocks.Block, client: Client) -> None:
    ServiceFactory()
    client.force_login(make_superuser())
    response = client.get("/admin/block-preview/", {"id": block.definition_prefix})
    assert response.status_code == 200
    content = response.content.decode().partition("<main")[2]
    assert 'class="hub-prose"></div>' not in content
    assert 'style="' not in content


def voice(**fields: object) -> str:
    block = VoiceBlock()
    value = {"text": "It helped", "speaker": "", "role": "", "is_paraphrase": True, **fields}
    return block.render(block.to_python(value))


def test_a_paraphrase_has_no_quotation_marks_and_says_so() -> None:
    html = voice(is_paraphrase=True)
    assert "“" not in html
    assert "blockquote" not in html
    assert "Put in our words" in html


def test_a_quotation_is_marked_as_one() -> None:
    html = voice(is_paraphrase=False, speaker="Someone")
    assert "“It helped”" in html
    assert "blockquote" in html
    assert "Put in our words" not in html


def test_markup_typed_into_a_plain_field_is_shown_as_typed() -> None:
    assert "<script>" not in voice(text="<script>alert(1)</script>")


def test_an_editors_note_is_called_so() -> None:
    block = NoteBlock()
    html = block.render(block.to_python({"kind": "editor", "title": "", "text": "<p>Doubtful.</p>"}))
    assert "Editor’s note" in html


@pytest.mark.django_db
def test_a_withdrawn_service_disappears_from_related_services() -> None:
    shown, withdrawn = ServiceFactory(name="Shown"), ServiceFactory(name="Withdrawn")
    block = RelatedServicesBlock()
    stored = {"title": "Services", "services": [withdrawn.pk, shown.pk]}
    assert "Withdrawn" in block.render(block.to_python(stored))
    withdrawn.unpublish()
    html = block.render(block.to_python(stored))
    assert "Shown" in html
    assert "Withdrawn" not in html
    shown.unpublish()
    assert block.render(block.to_python(stored)).strip() == ""


def path(*steps: tuple) -> blocks.StreamValue:
    return stream_value(StoryPage._meta.get_field("path_steps"), steps)


def test_the_peer_is_beside_the_person_after_joining() -> None:
    stops = steps_of(path(stop("1", "a"), stop("2", "b", peer_joins=True), stop("3", "c")))
    assert [(stop.joins, stop.is_beside) for stop in stops] == [(False, False), (True, False), (False, True)]


def test_a_peer_joins_once() -> None:
    twice = path(stop("1", "a", peer_joins=True), stop("2", "b", peer_joins=True))
    with pytest.raises(blocks.StreamBlockValidationError):
        PathBlock().clean(twice)


def test_a_new_block_has_as_many_items_as_it_needs() -> None:
    for block in used_blocks():
        for child in getattr(block, "child_blocks", {}).values():
            if isinstance(child, blocks.ListBlock):
                assert len(child.get_default()) >= (child.meta.min_num or 0), block.name
