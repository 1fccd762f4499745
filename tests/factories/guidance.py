"""Small pages for tests."""

from typing import Any

from django.db.models import BooleanField
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from guidance.choices import ChoicesField
from guidance.models import GuidanceIndexPage, GuidePage, StagePage, StoryIndexPage, StoryPage
from home.models import HomePage


def home_page() -> HomePage:
    return HomePage.objects.get()


def make_section() -> GuidanceIndexPage:
    return home_page().add_child(instance=GuidanceIndexPage(title="Guidance", slug="guidance"))


def make_stage(section: GuidanceIndexPage, title: str, **fields: Any) -> StagePage:
    return section.add_child(instance=StagePage(title=title, summary=f"About {title}", **fields))


def make_guide(stage: StagePage, title: str, **fields: Any) -> GuidePage:
    return stage.add_child(instance=GuidePage(title=title, summary=f"About {title}", **fields))


def make_stories() -> StoryIndexPage:
    return home_page().add_child(instance=StoryIndexPage(title="Stories", slug="stories"))


def make_story(section: StoryIndexPage, title: str = "A story", **fields: Any) -> StoryPage:
    """A draft unless `live` is given."""
    values = {"subject": StoryPage.Subject.SERVICE, "standfirst": "What happened.", "live": False, **fields}
    return section.add_child(instance=StoryPage(title=title, **values))


def edit_data(page: Page, **changes: str) -> dict[str, str]:
    """What the page's edit form would post, with short stream fields."""
    # Several values of one name; below, a list would be taken for a form within the form.
    chosen: dict[str, Any] = {}
    data: dict[str, Any] = {"title": page.title, "slug": page.slug, "comments": inline_formset([])}
    for field in type(page)._meta.local_fields:
        if isinstance(field, StreamField):
            wanted = [] if field.blank else [("text", rich_text("<p>Words.</p>"))]
            data[field.name] = streamfield(wanted)
        elif isinstance(field, ChoicesField):
            chosen[field.name] = field.value_from_object(page)
        elif not isinstance(field, BooleanField) and not field.primary_key:
            data[field.name] = "" if field.value_from_object(page) is None else str(field.value_from_object(page))
    if isinstance(page, StoryPage):
        data["guide_links"] = inline_formset([])
        chosen["needs"] = [str(term.pk) for term in page.needs.all()]
    if isinstance(page, GuidePage):
        data["related_guides"] = inline_formset([])
    return {**nested_form_data({**data, **changes}), **chosen}
