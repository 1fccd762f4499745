"""Builds the demo's guidance and stories through the real page models."""

from collections.abc import Mapping

from django.db import transaction
from wagtail.models import Page

from directory.models import Service, Taxonomy, TaxonomyTerm
from guidance.choices import Jurisdiction, ReaderRole, all_jurisdictions
from guidance.models import (
    GuidanceIndexPage,
    GuidePage,
    RelatedGuide,
    ServiceGuide,
    StagePage,
    StoryGuide,
    StoryIndexPage,
    StoryPage,
)

from . import practice_work, stage_define, stage_set_up, stories_glasgow, stories_sacro
from .building import NEXT_REVIEW, REVIEWED_AT, Guide, Stage, Story, doubt, with_services
from .frameworks import create_frameworks
from .glossary import create_glossary
from .guide_files import GuideFile, guides_of_stage, read_guide_files
from .pages import bring_up_to_date, create_page, is_unfinished
from .questions import read_questions

STAGES = (stage_define.STAGE, stage_set_up.STAGE, practice_work.STAGE)

# The last one to be published is the newest, and leads the list.
STORIES = (
    stories_sacro.LEPPS,
    stories_glasgow.POP,
    stories_glasgow.TEN_WEEKS,
    stories_glasgow.GATE,
    stories_glasgow.JAMES,
    stories_sacro.THREE_MONTHS,
)

WHERE_IT_COMES_FROM = (
    (
        "callout",
        {
            "title": "Where this comes from",
            "text": (
                "<p>The stages and practices are those of a leaflet. It draws on Women into Work, a SOVA-led project, "
                "and on five pilots that tried peer supporters. It is about women helping women: into work, training "
                "and education. It is for organisations that run programmes for women, in prison or outside.</p>"
                "<p>We say so where a point was made about women only. Steps, checklists and examples are our own "
                "suggestions, unless they name a source.</p>"
            ),
        },
    ),
    (
        "callout",
        {
            "title": "What you can rely on",
            "text": (
                "<p>Whatever someone must or should do stands in a box of its own. It says who says so, when, where "
                "it holds and how binding it is. What is told beside these boxes has its source at the foot of the "
                "guide, or is our suggestion.</p>"
                "<p>We read public pages up to November 2026, and of some only the beginning. Open the source before "
                "you act on it. This is not legal advice. Rates and fees change, most of them in April.</p>"
            ),
        },
    ),
    doubt("<p>Guides carry a note like this one where a source is unclear. We publish what is certain.</p>"),
)


# Only invented services say by which guides they work: no real one has told us.
GUIDES_OF_SERVICES = {
    "example-gate-to-home": ("supervision", "going-back-into-a-prison", "boundaries-and-social-media"),
    "example-womens-home": ("women", "supervision"),
}


@transaction.atomic
def create_guidance(*, root: Page, services: Mapping[str, Service]) -> None:
    """Create the guidance and the stories below the home page. Pages that editors worked on stay as they are.

    Links to services that the mapping lacks are left out. One story stays a draft: its source records no consent.
    """
    create_glossary()
    section = create_page(
        root,
        GuidanceIndexPage,
        "guidance",
        title="Guidance",
        heading="Set up peer support, one stage at a time",
        lede=(
            "For organisations that run, or are about to run, prison or community programmes. The stages overlap: "
            "start where you are."
        ),
        closing=WHERE_IT_COMES_FROM,
    )
    for stage in STAGES:
        _create_stage(section, stage, services)
    create_frameworks()
    _link_services(services)
    stories = create_page(
        root,
        StoryIndexPage,
        "stories",
        title="Stories",
        lede="What peer support did, for one person or as one service. Where a name was changed, the story says so.",
    )
    for story in STORIES:
        _create_story(stories, story, services)
    for stage in STAGES:
        _link_stage(section, stage, services)


def _create_stage(section: Page, stage: Stage, services: Mapping[str, Service]) -> None:
    page = create_page(
        section,
        StagePage,
        stage.slug,
        is_finished=False,
        title=stage.title,
        summary=stage.summary,
        short_summary=stage.short_summary,
        team_says=stage.team_says,
        move_on_when=[("statement", words) for words in stage.move_on_when],
        questions=read_questions()[stage.slug],
        body=with_services(stage.body, services),
    )
    for guide in guides_of_stage(stage):
        _create_guide(page, guide, services)


def _create_guide(stage: Page, guide: Guide, services: Mapping[str, Service]) -> None:
    file = read_guide_files().get(guide.slug, GuideFile(guide.slug))
    create_page(
        stage,
        GuidePage,
        guide.slug,
        is_finished=False,
        title=guide.title,
        short_title=guide.short_title,
        summary=guide.summary,
        lede=guide.lede,
        is_practice=guide.is_practice,
        roles=[role for role in ReaderRole.values if role in file.names("for")],
        jurisdictions=[nation for nation in Jurisdiction.values if nation in file.names("in")] or all_jurisdictions(),
        shown_questions="\n".join(file.lists.get("ask", ())),
        questions="\n".join(filter(None, (read_questions()[guide.slug], *file.lists.get("find", ())))),
        outcomes=[("outcome", words) for words in file.lists.get("has", ())],
        body=with_services(guide.body, services),
        checklist=file.statements,
        reviewed_at=REVIEWED_AT,
        next_review=NEXT_REVIEW,
    )


def _link_stage(section: Page, stage: Stage, services: Mapping[str, Service]) -> None:
    """Link the stage and its guides to the pages that they name, once all of them are there."""
    guides = {guide.slug: guide for guide in GuidePage.objects.descendant_of(section)}
    for page in StagePage.objects.child_of(section).filter(slug=stage.slug):
        is_published = page.live or is_unfinished(page)
        bring_up_to_date(page, is_published=is_published, body=with_services(stage.body, services))
    for guide in guides_of_stage(stage):
        page = guides.get(guide.slug)
        if page is not None:
            named = read_guide_files().get(guide.slug, GuideFile(guide.slug)).names("related")
            related = [RelatedGuide(guide=guides[name]) for name in named if name in guides]
            body = with_services(guide.body, services)
            is_published = page.live or is_unfinished(page)
            bring_up_to_date(page, is_published=is_published, body=body, related_guides=related)


def _link_services(services: Mapping[str, Service]) -> None:
    """Once: what an editor took away does not come back as long as one of these links is there."""
    named = {slug: services[slug] for slug in GUIDES_OF_SERVICES if slug in services}
    if not ServiceGuide.objects.filter(service__in=named.values()).exists():
        for slug, service in named.items():
            for guide in GuidePage.objects.filter(slug__in=GUIDES_OF_SERVICES[slug]):
                ServiceGuide.objects.create(service=service, guide=guide)


def _create_story(section: Page, story: Story, services: Mapping[str, Service]) -> None:
    shown = GuidePage.objects.filter(slug__in=story.guides).order_by("path")
    create_page(
        section,
        StoryPage,
        story.slug,
        earlier_slugs=story.earlier_slugs,
        is_published=story.is_published,
        title=story.title,
        questions=read_questions()[story.slug],
        setting=TaxonomyTerm.objects.of(Taxonomy.SETTING).filter(slug=story.setting).first(),
        needs=_needs_of(story, services.get(story.service)),
        service=services.get(story.service),
        path_steps=story.path,
        body=with_services(story.body, services),
        guide_links=[StoryGuide(guide=guide) for guide in shown],
        **story.fields,
    )


def _needs_of(story: Story, service: Service | None) -> list[TaxonomyTerm]:
    if story.needs:
        return list(TaxonomyTerm.objects.of(Taxonomy.NEED).filter(slug__in=story.needs))
    if service is None or story.fields["subject"] != StoryPage.Subject.SERVICE:
        return []
    return list(service.needs.all())
