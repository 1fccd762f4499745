"""Stories: what peer support did, for one person or as one service."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.forms import CheckboxSelectMultiple, Select
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from directory.cards.service_rows import CardService, read_card_services
from directory.cards.wording import availability
from directory.models import Service, Taxonomy, TaxonomyTerm
from directory.navigation.pagination import make_pagination
from guidance.blocks import BodyBlock, PathBlock, steps_of
from guidance.breadcrumbs import Breadcrumb, breadcrumbs_of
from guidance.choosers import service_chooser
from guidance.managers import PublishedPageManager
from guidance.publishing_checks import PublishingCheckForm, PublishingChecks
from guidance.restricted_pages import RestrictedPage
from guidance.story_selection import StoryFilterForm, StorySelection
from guidance.term_marks import Explainer
from guidance.translated_pages import TranslatedPage
from search.cache import cached_until_change
from search.text.lists_in_words import listed

from .named_pages import NamedPage, named, still_public
from .questions import AnswersQuestions
from .service_guides import BODIES, read_beside
from .story_lists import StoryManager

STORIES_A_PAGE = 12


class StoryIndexPage(RestrictedPage, TranslatedPage, Page):
    """All stories, the newest first."""

    lede = models.CharField(lazy("lede"), max_length=300, blank=True)

    search_fields = (*Page.search_fields, index.SearchField("lede"))

    content_panels = (*Page.content_panels, FieldPanel("lede"))

    parent_page_types = ("home.HomePage",)
    subpage_types = ("guidance.StoryPage",)
    max_count = 1
    page_description = lazy("The list of stories.")

    objects = PublishedPageManager()

    class Meta:
        verbose_name = lazy("stories section")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a story with its setting by one statement: Wagtail's own way takes three."""
        if len(path_components) == 1:
            story = StoryPage.objects.child_of(self).filter(slug=path_components[0]).select_related("setting").first()
            if story is not None:
                story.section = self
                return story.route(request, [])
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        selection = StorySelection.read(request.GET)
        stories = StoryPage.objects.in_section(self)
        choices = stories.choices()
        shown = Paginator(stories.newest().matching(selection), STORIES_A_PAGE).get_page(request.GET.get("page"))
        return {
            **context,
            "stories": shown,
            "pagination": make_pagination(shown, lambda number: selection.address(page=number)),
            "form": StoryFilterForm(selection, choices),
            "selection": selection,
            "chosen_words": choices.words_of(selection),
            "breadcrumbs": (Breadcrumb(self.title, self.url),) if selection.is_made else (),
        }


class StoryForm(PublishingCheckForm):
    """Offers the settings and needs that are not retired, and those the story has."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("setting"):
            field.queryset = TaxonomyTerm.objects.of(Taxonomy.SETTING).offered([self.instance.setting_id])
            field.empty_label = _("Choose a setting")
        if field := self.fields.get("needs"):
            chosen = self.instance.needs.values_list("pk", flat=True) if self.instance.pk else ()
            field.queryset = TaxonomyTerm.objects.of(Taxonomy.NEED).offered(chosen)


class StoryPage(RestrictedPage, TranslatedPage, PublishingChecks, AnswersQuestions, Page):
    """A story. One that tells what happened to a single person goes live with consent and a notice, or not at all."""

    class Subject(models.TextChoices):
        SERVICE = "service", lazy("How a service works")
        PERSON = "person", lazy("What happened to one person")

    class ConsentBasis(models.TextChoices):
        PERSON = "person", lazy("The person agreed to this story")
        PUBLISHED = "published", lazy("The service published it, with a notice that details were changed")

    standfirst = models.CharField(
        lazy("standfirst"), max_length=250, help_text=lazy("What happened, in one or two sentences.")
    )
    subject = models.CharField(lazy("tells"), max_length=10, choices=Subject)
    setting = models.ForeignKey(
        TaxonomyTerm,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"taxonomy__slug": Taxonomy.SETTING},
        help_text=lazy("Where the person was."),
        verbose_name=lazy("setting"),
    )
    needs = ParentalManyToManyField(
        TaxonomyTerm,
        blank=True,
        related_name="+",
        limit_choices_to={"taxonomy__slug": Taxonomy.NEED},
        verbose_name=lazy("helped with"),
        help_text=lazy("What peer support helped with. The list of stories can be narrowed by it."),
    )
    place = models.CharField(lazy("place"), max_length=100, blank=True)
    author_name = models.CharField(lazy("first told by"), max_length=100, blank=True)
    author_role = models.CharField(lazy("their role"), max_length=150, blank=True)
    source_first_published = models.DateField(lazy("first published"), null=True, blank=True)
    source_last_changed = models.DateField(lazy("last changed"), null=True, blank=True)
    path_steps = StreamField(PathBlock(), blank=True, verbose_name=lazy("path"))
    body = StreamField(BodyBlock(), blank=True, verbose_name=lazy("body"))
    about = models.TextField(
        lazy("about this story"), blank=True, help_text=lazy("Who told it first and what we changed.")
    )
    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.SET_NULL, related_name="stories", verbose_name=lazy("service")
    )
    pseudonym_notice = models.CharField(
        lazy("pseudonym notice"),
        max_length=250,
        blank=True,
        help_text=lazy("For example: James is not his real name. Shown beside the story."),
    )
    consent_basis = models.CharField(lazy("consent basis"), max_length=10, choices=ConsentBasis, blank=True)
    consent_recorded_on = models.DateField(lazy("consent recorded on"), null=True, blank=True)
    consent_note = models.CharField(
        lazy("consent note"),
        max_length=300,
        blank=True,
        help_text=lazy("Where the record is kept. Never shown to readers."),
    )

    search_fields = (
        *Page.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("path_steps"),
        index.SearchField("body"),
    )

    content_panels = (
        *Page.content_panels,
        FieldPanel("standfirst"),
        FieldPanel("subject"),
        FieldRowPanel((FieldPanel("setting", widget=Select), FieldPanel("place"))),
        FieldPanel("needs", widget=CheckboxSelectMultiple),
        FieldPanel("questions"),
        FieldPanel("path_steps"),
        FieldPanel("body"),
        MultiFieldPanel(
            (
                FieldPanel("about"),
                FieldRowPanel((FieldPanel("author_name"), FieldPanel("author_role"))),
                FieldRowPanel((FieldPanel("source_first_published"), FieldPanel("source_last_changed"))),
            ),
            heading=lazy("Where the story comes from"),
        ),
        MultiFieldPanel(
            (
                FieldPanel("pseudonym_notice"),
                FieldPanel("consent_basis"),
                FieldPanel("consent_recorded_on"),
                FieldPanel("consent_note"),
            ),
            heading=lazy("Consent and names"),
            help_text=lazy("A story of one person is not published until all four are filled in."),
        ),
        FieldPanel("service", widget=service_chooser.widget_class),
        InlinePanel("guide_links", heading=lazy("What it shows"), label=lazy("Guide"), max_num=4),
    )

    parent_page_types = ("guidance.StoryIndexPage",)
    subpage_types = ()
    page_description = lazy("What peer support did, for one person or as one service.")

    base_form_class = StoryForm

    objects = StoryManager()

    class Meta:
        verbose_name = lazy("story")
        verbose_name_plural = lazy("stories")

    def drawn_context(self, request: HttpRequest | None) -> dict[str, Any]:
        """What its middle shows."""
        index_page = self.section
        listing = self.published_service()
        return {
            "breadcrumbs": (*breadcrumbs_of(index_page), *self._setting_breadcrumbs(index_page)),
            "explainer": Explainer(read_beside().marks),
            "path": steps_of(self.path_steps),
            "peer_is_beside": self.peer_is_beside,
            "guides": self._published_guides(getattr(request, "is_preview", False)),
            "listing": listing,
            "availability_words": availability(listing, listing.availability) if listing else "",
        }

    @cached_property
    def section(self) -> Page:
        """The list of stories. Whoever has found the page through it sets it."""
        return self.get_parent()

    @property
    def guide_model(self) -> type[Page]:
        # Through the field, because guides are defined beside stories and know nothing of them.
        return StoryGuide._meta.get_field("guide").related_model

    def _published_guides(self, is_preview: bool) -> Sequence[Page | NamedPage]:
        """The guides it bears out that anyone may read, in the editors' order. A preview shows what is not saved."""
        if not is_preview:
            return still_public(_guides_by_story().get(self.pk, ()))
        chosen = [link.guide_id for link in self.guide_links.all()]
        guides = self.guide_model.objects.published().defer_streamfields().in_bulk(chosen)
        return [guides[key] for key in chosen if key in guides]

    def _setting_breadcrumbs(self, stories: Page) -> tuple[Breadcrumb, ...]:
        """The stories from the same setting."""
        if self.setting is None or not stories.live:
            return ()
        return (Breadcrumb(self.setting.name, f"{stories.url}?setting={self.setting.slug}"),)

    def publishing_problems(self) -> dict[str, str]:
        """A person's story needs a notice about names and a record of consent."""
        if self.subject != self.Subject.PERSON:
            return {}
        needed = {
            "pseudonym_notice": _("Say whether the name and details were changed."),
            "consent_basis": _("Say on what basis this person’s story may be told."),
            "consent_recorded_on": _("Give the day on which consent was recorded."),
            "consent_note": _("Say where the record of consent is kept."),
        }
        return {field: problem for field, problem in needed.items() if not getattr(self, field)}

    @property
    def credit(self) -> str:
        """The service and the place, as far as they are recorded."""
        return listed((self.service.name if self.service else "", self.place))

    @property
    def peer_is_beside(self) -> bool:
        """Whether the peer's line runs beside the person's at the end: from a stop on, or throughout without stops."""
        return not self.path_steps or any(step.value["peer_joins"] for step in self.path_steps)

    def published_service(self) -> CardService | None:
        """The listing this story is about, as a card shows it, unless it was withdrawn."""
        return read_card_services([self.service_id]).get(self.service_id) if self.service_id else None


class StoryGuide(Orderable):
    """A guide that a story bears out."""

    story = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="guide_links")
    guide = models.ForeignKey(
        "guidance.GuidePage", on_delete=models.CASCADE, related_name="story_links", verbose_name=lazy("guide")
    )

    panels = (PageChooserPanel("guide"),)

    def __str__(self) -> str:
        return str(self.guide)


@cached_until_change
def _guides_by_story() -> Mapping[int, tuple[NamedPage, ...]]:
    guides = StoryGuide._meta.get_field("guide").related_model.objects.published().values("pk")
    links = StoryGuide.objects.filter(guide__in=guides).select_related("guide").order_by("story", "sort_order")
    return named((link.story_id, link.guide) for link in links.defer(*(f"guide__{name}" for name in BODIES)))
