"""Guides: how to do one thing well."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.blocks import StructValue
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from guidance.blocks import BodyBlock, ChangeBlock, RequirementValue, StatementBlock
from guidance.body_text import headings, minutes_to_read, plain_text
from guidance.breadcrumbs import Breadcrumb, breadcrumbs_of
from guidance.choices import ChoicesField, Jurisdiction, ReaderRole, all_jurisdictions
from guidance.managers import PublishedPageManager
from guidance.outline import GuideEntry, Outline, StageEntry
from guidance.publishing_checks import PublishingChecks
from guidance.restricted_pages import RestrictedPage
from guidance.selection import Choice, Selection
from guidance.statements import Statement, give_identifiers, problems_of, requirements_of, statements_of
from guidance.term_marks import Explainer
from guidance.translated_pages import TranslatedPage

from .questions import AnswersQuestions
from .service_guides import read_beside


class GuidePage(RestrictedPage, TranslatedPage, PublishingChecks, AnswersQuestions, Page):
    """One guide. A practice is a guide that its stage works on side by side with others, and is numbered.

    It opens with what a team will have at its end and closes with statements that the team can then say yes to.
    """

    summary = models.CharField(lazy("summary"), max_length=160, help_text=lazy("One line for lists."))
    lede = models.CharField(
        lazy("lede"), max_length=300, blank=True, help_text=lazy("One or two sentences below the title.")
    )
    short_title = models.CharField(
        lazy("short title"), max_length=60, blank=True, help_text=lazy("For the stage track and lists.")
    )
    is_practice = models.BooleanField(
        lazy("this is a practice"), default=False, help_text=lazy("Practices are numbered and shown side by side.")
    )
    roles = ChoicesField(lazy("for"), choices=ReaderRole.choices, blank=True, help_text=lazy("Whose work this is."))
    jurisdictions = ChoicesField(
        lazy("holds in"),
        choices=Jurisdiction.choices,
        default=all_jurisdictions,
        help_text=lazy("Tick all three if it does."),
    )
    shown_questions = models.TextField(
        lazy("questions shown"),
        blank=True,
        help_text=lazy(
            "The one to three questions that lead here from the list of questions, one a line: our first peer "
            "has relapsed. What do we do?"
        ),
    )
    outcomes = StreamField(
        [("outcome", blocks.CharBlock(max_length=150, icon="tick", label=lazy("Outcome")))],
        blank=True,
        verbose_name=lazy("what you will have at its end"),
        help_text=lazy("Things one can hold or point to: a written rule, a named person, a date."),
    )
    body = StreamField(BodyBlock(), verbose_name=lazy("body"))
    checklist = StreamField(
        [("statement", StatementBlock())],
        blank=True,
        help_text=lazy("Closes the guide. The readiness check asks each of these."),
        verbose_name=lazy("checklist"),
    )
    reviewed_at = models.DateField(lazy("reviewed on"), null=True, blank=True)
    next_review = models.DateField(lazy("next review"), null=True, blank=True)
    history = StreamField(
        [("change", ChangeBlock())],
        blank=True,
        verbose_name=lazy("what changed"),
        help_text=lazy(
            "Shown at the foot of the guide, the newest first. Say what a reader of the earlier text must know."
        ),
    )

    search_fields = (
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("lede"),
        index.SearchField("outcomes"),
        index.SearchField("body"),
        index.SearchField("checklist"),
        index.FilterField("next_review"),
    )

    content_panels = (
        *Page.content_panels,
        FieldPanel("short_title"),
        FieldPanel("summary"),
        FieldPanel("lede"),
        FieldPanel("is_practice"),
        MultiFieldPanel((FieldPanel("roles"), FieldPanel("jurisdictions")), heading=lazy("For whom")),
        MultiFieldPanel((FieldPanel("shown_questions"), FieldPanel("questions")), heading=lazy("Questions")),
        FieldPanel("outcomes"),
        FieldPanel("body"),
        FieldPanel("checklist"),
        InlinePanel("related_guides", heading=lazy("Related guides"), label=lazy("Guide"), max_num=5),
        MultiFieldPanel(
            (FieldRowPanel((FieldPanel("reviewed_at"), FieldPanel("next_review"))),), heading=lazy("Review")
        ),
        FieldPanel("history"),
    )

    parent_page_types = ("guidance.StagePage",)
    subpage_types = ()
    page_description = lazy("How to do one thing well, within a stage.")

    objects = PublishedPageManager()

    class Meta:
        verbose_name = lazy("guide")

    def drawn_context(self, request: HttpRequest | None) -> dict[str, Any]:
        """What its middle shows."""
        section = self.section
        outline = section.outline()
        stage, entry = outline.stage(self.pk), outline.guide(self.pk)
        beside = read_beside()
        return {
            "outline": outline,
            "stage": stage,
            "entry": entry,
            "explainer": Explainer(beside.marks),
            "services": beside.services.get(entry.original_pk if entry else self.pk, ()),
            "headings": headings(self.body),
            "statements": self.statements(),
            "related": self._related_entries(outline),
            "breadcrumbs": (*breadcrumbs_of(section), *_stage_breadcrumbs(stage)),
            **outline.neighbours(self.pk),
        }

    @cached_property
    def section(self) -> Page:
        """The guidance section. Whoever has found the page through it sets it."""
        return self.get_parent().get_parent().specific_deferred

    def clean(self) -> None:
        super().clean()
        give_identifiers(self.body, self.checklist)
        if self.slug == "print":
            raise ValidationError({"slug": _("The page to print has this address. Choose another one.")})
        if self.reviewed_at and self.next_review and self.next_review <= self.reviewed_at:
            raise ValidationError({"next_review": _("The next review is not after the last one.")})

    def publishing_problems(self) -> dict[str, str]:
        """Rules whose dates cross or that nobody made, and statements that rest on nothing there is."""
        return problems_of(self.body, self.checklist)

    def requirements(self) -> list[RequirementValue]:
        """The rules in this guide, in order."""
        return requirements_of(self.body)

    def statements(self) -> list[Statement]:
        """What closes this guide, each with the rule it rests on and the chapter that says how."""
        return statements_of(self.checklist, self.body, self.jurisdictions)

    @property
    def shown_question_list(self) -> tuple[str, ...]:
        return tuple(filter(None, map(str.strip, self.shown_questions.splitlines())))

    @property
    def role_choices(self) -> list[Choice]:
        """For whom it is, each with the list of what else is for them."""
        return [
            choice for choice, value in zip(Selection().roles, ReaderRole.values, strict=True) if value in self.roles
        ]

    @property
    def nation_choices(self) -> list[Choice]:
        """Where it holds, likewise."""
        pairs = zip(Selection().nations, Jurisdiction.values, strict=True)
        return [choice for choice, value in pairs if value in self.jurisdictions]

    @property
    def changes(self) -> list[StructValue]:
        """What changed, the newest first."""
        return sorted((part.value for part in self.history), key=lambda change: change["day"], reverse=True)

    def _related_entries(self, outline: Outline) -> list[GuideEntry]:
        """The related guides that anyone may read, in the editors' order."""
        entries = (outline.guide(link.guide_id) for link in self.related_guides.all())
        return [entry for entry in entries if entry is not None]

    @property
    def minutes_to_read(self) -> int:
        """How long a careful reader takes, in whole minutes."""
        return minutes_to_read(f"{self.lede} {plain_text(self.body)}")

    @property
    def is_review_due(self) -> bool:
        """Whether the day of the next review has come."""
        return self.next_review is not None and self.next_review <= timezone.localdate()


class RelatedGuide(Orderable):
    """A guide to read beside another."""

    page = ParentalKey(GuidePage, on_delete=models.CASCADE, related_name="related_guides")
    guide = models.ForeignKey(
        GuidePage, on_delete=models.CASCADE, related_name="related_from", verbose_name=lazy("guide")
    )

    panels = (PageChooserPanel("guide"),)

    def __str__(self) -> str:
        return str(self.guide)


def _stage_breadcrumbs(stage: StageEntry | None) -> tuple[Breadcrumb, ...]:
    """The stage as a breadcrumb; nothing in the preview of a guide that is not live yet."""
    return (Breadcrumb(stage.label, stage.url, stage.is_shown_instead),) if stage else ()
