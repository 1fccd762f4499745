"""The guidance section and its stages."""

from datetime import datetime
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from directory.navigation.pagination import make_pagination
from guidance.blocks import BodyBlock
from guidance.breadcrumbs import Breadcrumb, breadcrumbs_of
from guidance.linked_pages import reading_links_of
from guidance.managers import PublishedPageManager, published_pages
from guidance.outline import KeptOutline, Outline, build_outline
from guidance.printing import arrange, chosen_stages
from guidance.requirement_form import RequirementForm
from guidance.requirement_list import FilterChoices, ListedRequirement, RequirementQuery, as_csv, collect, grouped
from guidance.restricted_pages import RestrictedPage
from guidance.selection import Selection
from guidance.term_marks import Explainer
from guidance.translated_outline import merge
from guidance.translated_pages import TranslatedPage
from search.cache import cached_until_change
from search.languages import answered_language, is_in_own_language, own_language

from .guides import GuidePage
from .questions import AnswersQuestions
from .service_guides import read_beside

REQUIREMENTS = "requirements"
PRINT = "print"
# Addresses below the section that are no stage's, with what has them.
TAKEN_ADDRESSES = {
    REQUIREMENTS: lazy("The list of requirements"),
    PRINT: lazy("The page to print"),
    "readiness": lazy("The readiness check"),
}
# A page of these weighs no more than any other.
RULES_ON_A_PAGE = 60


class GuidanceIndexPage(RestrictedPage, TranslatedPage, RoutablePageMixin, Page):
    """The way through the guidance: every stage with what to read and when to move on."""

    heading = models.CharField(
        lazy("heading"), max_length=80, blank=True, help_text=lazy("Shown large. Empty: the title is used.")
    )
    lede = models.CharField(
        lazy("lede"), max_length=300, blank=True, help_text=lazy("Who the guidance is for, in one or two sentences.")
    )
    closing = StreamField(
        BodyBlock(),
        blank=True,
        help_text=lazy("Below the stages: where the model comes from."),
        verbose_name=lazy("closing"),
    )

    search_fields = (*Page.search_fields, index.SearchField("lede"), index.SearchField("closing"))

    content_panels = (*Page.content_panels, FieldPanel("heading"), FieldPanel("lede"), FieldPanel("closing"))

    parent_page_types = ("home.HomePage",)
    subpage_types = ("guidance.StagePage",)
    max_count = 1
    page_description = lazy("The start of the guidance, with its stages.")

    objects = PublishedPageManager()

    class Meta:
        verbose_name = lazy("guidance section")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        outline = self.outline()
        selection = Selection.from_query(request.GET)
        return {
            **context,
            "outline": outline,
            "selection": selection,
            "selected": selection.of(outline),
            "questions": tuple(selection.questions_of(outline)) if selection.is_by_question else (),
            "breadcrumbs": (Breadcrumb(self.title, self.url, self.is_shown_instead),) if selection.is_made else (),
        }

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a guide by one statement: page by page it would be four."""
        if len(path_components) == 2:
            url_path = f"{self.url_path}{'/'.join(path_components)}/"
            guide = GuidePage.objects.descendant_of(self).filter(url_path=url_path).first()
            if guide is not None:
                guide.section = self
                return guide.route(request, [])
        return super().route(request, path_components)

    @path(f"{REQUIREMENTS}/")
    def requirements(self, request: HttpRequest) -> HttpResponse:
        """Every rule of every guide, by how binding it is, nation, stage, source and time; also as a file."""
        outline = self.outline()
        listed = self._requirements_of(outline)
        offered = FilterChoices.of(listed)
        query = RequirementQuery.read(request.GET, offered)
        found = query.of(listed)
        if request.GET.get("format") == "csv":
            return as_csv(found)
        ordered = [(heading, rule) for heading, rules in grouped(found, query.by) for rule in rules]
        shown = Paginator(ordered, RULES_ON_A_PAGE).get_page(request.GET.get("page", "1"))
        context = {
            "page": self,
            "self": self,
            "query": query,
            "form": RequirementForm(query, offered),
            "found": found,
            "groups": [
                (heading, [rule for _unused, rule in rules])
                for heading, rules in groupby(shown, key=lambda pair: pair[0])
            ],
            "pagination": make_pagination(shown, query.page_address),
            "count": len(listed),
            "breadcrumbs": (Breadcrumb(self.title, self.url, self.is_shown_instead),),
        }
        return render(request, "guidance/requirements_page.html", context)

    @path(f"{PRINT}/")
    @path(f"<slug:stage>/{PRINT}/")
    @path(f"<slug:stage>/<slug:guide>/{PRINT}/")
    def print_page(self, request: HttpRequest, stage: str = "", guide: str = "") -> HttpResponse:
        """A guide, a stage or everything on one page, to be printed or kept."""
        chosen = chosen_stages(self.outline(), stage, guide)
        if not chosen and (stage or guide):
            raise Http404
        keys = [each.pk for _unused, guides in chosen for each in guides]
        stages, texts = arrange(chosen, GuidePage.objects.in_bulk(keys))
        explainer = Explainer(read_beside().marks)
        context = {
            "page": self,
            "self": self,
            "stages": stages,
            "scope": "guide" if guide else "stage" if stage else "everything",
            # Below the heading of each guide those of its body are one lower.
            "is_printed": not guide,
            "address": request.build_absolute_uri(request.path.removesuffix(f"{PRINT}/")),
            "explainer": explainer,
            "breadcrumbs": (Breadcrumb(self.title, self.url, self.is_shown_instead),),
        }
        with reading_links_of(texts):
            response = render(request, "guidance/print_page.html", context)
        # The guides themselves are what should be found.
        response.headers["X-Robots-Tag"] = "noindex"
        # It says on which day it was made.
        response.headers["Cache-Control"] = "no-cache"
        return response

    def _requirements_of(self, outline: Outline) -> list[ListedRequirement]:
        """Those of all its guides, read once until anything changes: their bodies are all the guidance there is."""
        kept = _kept_requirements()
        of_outline, found = kept.get(self.pk, (None, []))
        if of_outline is not outline:
            keys = [guide.pk for stage in outline.stages for guide in stage.guides]
            found = collect(outline, dict(GuidePage.objects.filter(pk__in=keys).values_list("pk", "body")))
            kept[self.pk] = (outline, found)
        return found

    def outline(self) -> Outline:
        """Every published stage and guide, read once for all pages until anything changes."""
        kept, key, now = _kept_outlines(), (self.pk, self.url), timezone.now()
        found = kept.get(key)
        if found is None or (found.ends_at is not None and found.ends_at <= now):
            found = kept[key] = self._read_outline(now)
        return found.outline

    def _read_outline(self, now: datetime) -> KeptOutline:
        """In one query, whatever their number; in another language there is one for each and one to find them."""
        if is_in_own_language():
            outline, ends = self._own_outline()
        else:
            outline, ends = self._outline_in_another_language()
        # Until one of them expires, which leaves no change behind until the scheduler comes by.
        return KeptOutline(outline, min((end for end in ends if end is not None and end > now), default=None))

    def _outline_in_another_language(self) -> tuple[Outline, list[datetime | None]]:
        found = GuidanceIndexPage.objects.filter(translation_key=self.translation_key).select_related("locale")
        sections = {section.locale.language_code: section for section in found}
        read = [
            sections[code]._own_outline() if code in sections else (Outline(()), [])
            for code in (own_language(), answered_language())
        ]
        (original, ends), (translated, other_ends) = read
        return merge(original, translated), [*ends, *other_ends]

    def _own_outline(self) -> tuple[Outline, list[datetime | None]]:
        """What lies below this page, in whatever language, and when each of these pages expires."""
        pages = list(
            published_pages()
            .descendant_of(self)
            .order_by("path")
            .select_related("stagepage", "guidepage")
            .defer("stagepage__body", *(f"guidepage__{name}" for name in ("body", "outcomes", "checklist", "history")))
        )
        kinds = [(getattr(page, "stagepage", None), getattr(page, "guidepage", None)) for page in pages]
        stages, guides = zip(*kinds, strict=True) if kinds else ((), ())
        outline = build_outline(self.url, filter(None, stages), list(filter(None, guides)))
        return outline, [page.expire_at for page in pages]


@cached_until_change
def _kept_outlines() -> dict[tuple[int, str], KeptOutline]:
    """By key and address of the section, since the preview of a draft may have another. Filled by who asks."""
    return {}


@cached_until_change
def _kept_requirements() -> dict[int, tuple[Outline, list[ListedRequirement]]]:
    """By key of the section, each with the outline that it is of. Filled by who asks."""
    return {}


class StagePage(RestrictedPage, TranslatedPage, AnswersQuestions, Page):
    """One stage of setting up peer support. Its number is its place among the stages."""

    summary = models.CharField(
        lazy("summary"), max_length=300, help_text=lazy("What this stage is about, in one or two sentences.")
    )
    short_summary = models.CharField(
        lazy("short summary"),
        max_length=160,
        blank=True,
        help_text=lazy("For the home page. Empty: the summary is used."),
    )
    team_says = models.CharField(
        lazy("team says"),
        max_length=120,
        blank=True,
        help_text=lazy("What a team at this stage would say, without quotation marks."),
    )
    move_on_when = StreamField(
        [("statement", blocks.CharBlock(max_length=150, icon="tick", label=lazy("Statement")))],
        blank=True,
        help_text=lazy("What must be true before the next stage."),
        verbose_name=lazy("move on when"),
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=lazy("body"))

    search_fields = (*Page.search_fields, index.SearchField("summary"), index.SearchField("body"))

    content_panels = (
        *Page.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel((FieldPanel("short_summary"), FieldPanel("team_says")), heading=lazy("On other pages")),
        FieldPanel("move_on_when"),
        FieldPanel("questions"),
        FieldPanel("body"),
    )

    parent_page_types = ("guidance.GuidanceIndexPage",)
    subpage_types = ("guidance.GuidePage",)
    page_description = lazy("One stage, with its guides below it.")

    objects = PublishedPageManager()

    class Meta:
        verbose_name = lazy("stage")

    def clean(self) -> None:
        super().clean()
        if self.slug in TAKEN_ADDRESSES:
            raise ValidationError(
                {"slug": _("%(value)s has this address. Choose another one.") % {"value": TAKEN_ADDRESSES[self.slug]}}
            )

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "stage": self.get_parent().specific_deferred.outline().stage(self.pk)}

    def drawn_context(self, request: HttpRequest | None) -> dict[str, Any]:
        """What its middle shows beside the stage, whose number is in the title of the window as well."""
        section = self.get_parent()
        outline = section.specific_deferred.outline()
        return {
            "outline": outline,
            "explainer": Explainer(read_beside().marks),
            "breadcrumbs": breadcrumbs_of(section),
            **outline.neighbours(self.pk),
        }
