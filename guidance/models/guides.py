"""Guides: how to do one thing well."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from guidance.blocks import BodyBlock
from guidance.body_text import headings, minutes_to_read, plain_text
from guidance.breadcrumbs import Breadcrumb, breadcrumbs_of
from guidance.managers import PublishedPageManager
from guidance.outline import StageEntry

from .questions import AnswersQuestions


class GuidePage(AnswersQuestions, Page):
    """One guide. A practice is a guide that its stage works on side by side with others, and is numbered."""

    summary = models.CharField(max_length=160, help_text="One line for lists.")
    lede = models.CharField(max_length=300, blank=True, help_text="One or two sentences below the title.")
    short_title = models.CharField(max_length=60, blank=True, help_text="For the stage track and lists.")
    is_practice = models.BooleanField(
        "this is a practice", default=False, help_text="Practices are numbered and shown side by side."
    )
    body = StreamField(BodyBlock())
    reviewed_at = models.DateField("reviewed on", null=True, blank=True)
    next_review = models.DateField("next review", null=True, blank=True)

    search_fields = (
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("lede"),
        index.SearchField("body"),
        index.FilterField("next_review"),
    )

    content_panels = (
        *Page.content_panels,
        FieldPanel("short_title"),
        FieldPanel("summary"),
        FieldPanel("lede"),
        FieldPanel("is_practice"),
        FieldPanel("questions"),
        FieldPanel("body"),
        MultiFieldPanel((FieldRowPanel((FieldPanel("reviewed_at"), FieldPanel("next_review"))),), heading="Review"),
    )

    parent_page_types = ("guidance.StagePage",)
    subpage_types = ()
    page_description = "How to do one thing well, within a stage."

    objects = PublishedPageManager()

    class Meta:
        verbose_name = "guide"

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        section = self.get_parent().get_parent()
        outline = section.specific_deferred.outline()
        stage = outline.stage(self.pk)
        return {
            **context,
            "outline": outline,
            "stage": stage,
            "entry": outline.guide(self.pk),
            "headings": headings(self.body),
            "breadcrumbs": (*breadcrumbs_of(section), *_stage_breadcrumbs(stage)),
            **outline.neighbours(self.pk),
        }

    def clean(self) -> None:
        super().clean()
        if self.reviewed_at and self.next_review and self.next_review <= self.reviewed_at:
            raise ValidationError({"next_review": "The next review is not after the last one."})

    @property
    def minutes_to_read(self) -> int:
        """How long a careful reader takes, in whole minutes."""
        return minutes_to_read(f"{self.lede} {plain_text(self.body)}")

    @property
    def is_review_due(self) -> bool:
        """Whether the day of the next review has come."""
        return self.next_review is not None and self.next_review <= timezone.localdate()


def _stage_breadcrumbs(stage: StageEntry | None) -> tuple[Breadcrumb, ...]:
    """The stage as a breadcrumb; nothing in the preview of a guide that is not live yet."""
    return (Breadcrumb(stage.label, stage.url),) if stage else ()
