"""How guides, stages, stories and the words of the glossary become something that can be found."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page

from directory.models import Service, TaxonomyTerm
from search.document import Document
from search.languages import ELSEWHERE, is_multilingual, own_language
from search.registry import register

from .body_text import labels, prose
from .managers import PublishedPageQuerySet
from .models import GlossaryTerm, GuidePage, StagePage, StoryPage
from .translated_pages import is_copy_in_another_language, languages_by_key

GUIDE = "guide"
STAGE = "stage"
STORY = "story"
TERM = "term"

# Stories rank below guides: whoever wants to know what to do needs the guide.
STORY_RANK = 0.6
# A word explained is for who typed the word itself: what says more about it ranks above.
TERM_RANK = 0.6

SomePage = TypeVar("SomePage", bound=Page)


def register_guidance() -> None:
    """Register the three kinds of pages and the glossary, and what else shows in a story's document."""
    register(GUIDE, model=GuidePage, documents=guide_documents, all_keys=lambda: keys_of(GuidePage), version=4)
    register(STAGE, model=StagePage, documents=stage_documents, all_keys=lambda: keys_of(StagePage), version=3)
    register(
        STORY,
        model=StoryPage,
        documents=story_documents,
        all_keys=lambda: keys_of(StoryPage),
        facets=("setting",),
        dependents={
            TaxonomyTerm: lambda term: StoryPage.objects.filter(setting=term).values_list("pk", flat=True),
            Service: lambda service: StoryPage.objects.filter(service=service).values_list("pk", flat=True),
        },
        version=4,
    )
    register(TERM, model=GlossaryTerm, documents=term_documents, all_keys=_keys_of_terms)


def public_pages(model: type[Page]) -> PublishedPageQuerySet:
    """Pages of this type that anyone may read."""
    pages = model.objects.published().order_by("pk")
    # A copy in another language only follows the original, which is found instead of it.
    return pages.exclude(is_copy_in_another_language()) if is_multilingual() else pages


def keys_of(model: type[Page]) -> Iterable[int]:
    """The primary keys of all public pages of this type."""
    return public_pages(model).values_list("pk", flat=True)


def with_languages(pages: Iterable[SomePage]) -> Iterator[tuple[SomePage, str, dict[str, tuple[str, ...]]]]:
    """As `addressed`, with the facet that has each page found once in each language. None with one language alone."""
    found = list(addressed(pages))
    languages = languages_by_key([page for page, _ in found]) if is_multilingual() else {}
    for page, address in found:
        yield page, address, _elsewhere(page, languages.get(page.translation_key, {}))


def _elsewhere(page: Page, languages: dict[str, int]) -> dict[str, tuple[str, ...]]:
    """A translation is for its own language alone; what was written first is for all that have no translation."""
    if not languages:
        return {}
    is_original = languages.get(own_language()) == page.pk
    others = [
        code for code in dict(settings.LANGUAGES) if languages.get(code, page.pk if is_original else 0) != page.pk
    ]
    return {ELSEWHERE: tuple(others)} if others else {}


def addressed(pages: Iterable[SomePage]) -> Iterator[tuple[SomePage, str]]:
    """Those pages that a site shows, each with its address there."""
    for page in pages:
        parts = page.get_url_parts()
        if parts and parts[2]:
            yield page, parts[2]


def guide_documents(keys: Iterable[Any]) -> Iterator[Document]:
    for guide, address, elsewhere in with_languages(public_pages(GuidePage).filter(pk__in=list(keys))):
        yield Document(
            kind=GUIDE,
            key=str(guide.pk),
            title=guide.title,
            url=address,
            aliases=(guide.short_title,) if guide.short_title else (),
            phrases=(*guide.shown_question_list, *guide.question_list),
            summary=guide.summary,
            body=f"{guide.lede}\n{prose(guide.body, guide.checklist)}",
            keywords=labels(guide.outcomes, guide.body),
            facets=elsewhere,
            checked=guide.reviewed_at,
        )


def stage_documents(keys: Iterable[Any]) -> Iterator[Document]:
    for stage, address, elsewhere in with_languages(public_pages(StagePage).filter(pk__in=list(keys))):
        yield Document(
            kind=STAGE,
            key=str(stage.pk),
            title=stage.title,
            url=address,
            phrases=stage.question_list,
            summary=stage.summary,
            body=prose(stage.body),
            keywords=labels(stage.move_on_when, stage.body),
            facets=elsewhere,
        )


def story_documents(keys: Iterable[Any]) -> Iterator[Document]:
    stories = public_pages(StoryPage).filter(pk__in=list(keys)).select_related("setting", "service")
    for story, address, elsewhere in with_languages(stories):
        yield Document(
            kind=STORY,
            key=str(story.pk),
            title=story.title,
            url=address,
            phrases=story.question_list,
            summary=story.standfirst,
            body=prose(story.path_steps, story.body),
            keywords=(story.credit, story.about, *labels(story.path_steps, story.body)),
            facets={**elsewhere, **({"setting": (story.setting.slug,)} if story.setting else {})},
            topics=("setting",),
            checked=story.source_last_changed or story.source_first_published,
            rank=STORY_RANK,
        )


def _keys_of_terms() -> Iterable[int]:
    return GlossaryTerm.objects.order_by("pk").values_list("pk", flat=True)


def term_documents(keys: Iterable[Any]) -> Iterator[Document]:
    """Whoever types an acronym is told what it stands for."""
    for term in GlossaryTerm.objects.filter(pk__in=list(keys)).order_by("pk"):
        yield Document(
            kind=TERM,
            key=str(term.pk),
            title=term.heading,
            url=f"{reverse('glossary')}#{term.anchor}",
            aliases=term.names,
            summary=term.definition,
            rank=TERM_RANK,
        )
