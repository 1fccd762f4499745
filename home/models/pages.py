"""The home page and plain pages."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from guidance.blocks import BodyBlock
from guidance.body_text import headings
from guidance.breadcrumbs import breadcrumbs_of
from guidance.managers import PublishedPageManager
from guidance.models import GuidanceIndexPage, StoryPage
from guidance.models.questions import AnswersQuestions
from guidance.outline import Outline
from guidance.restricted_pages import RestrictedInEveryLanguage
from guidance.translated_pages import TranslatedPage
from home.blocks import DoorBlock, default_doors
from home.justice_settings import settings_with_counts
from home.pages_below import page_below
from home.problem_reports import ReportedPage, find_reported_page
from search.languages import is_multilingual

OTHER_STORIES = 2


class HomePage(RestrictedInEveryLanguage, TranslatedPage, Page):
    """Where most people start: find a service, set one up, or send an enquiry."""

    heading = models.CharField(_("heading"), max_length=80, default=_("Support from someone who has been there"))
    lede = models.CharField(
        _("lede"),
        max_length=250,
        default=(
            _(
                "Peer workers have lived through arrest, court or prison themselves. "
                "Find services with peer workers and the help they lead to, or set up a scheme of your own."
            )
        ),
    )
    doors = StreamField([("door", DoorBlock())], blank=True, max_num=3, default=default_doors, verbose_name=_("doors"))
    lead_story = models.ForeignKey(
        StoryPage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Empty: the newest story leads."),
        verbose_name=_("lead story"),
    )

    search_fields = (*Page.search_fields, index.SearchField("heading"), index.SearchField("lede"))

    content_panels = (
        *Page.content_panels,
        FieldPanel("heading"),
        FieldPanel("lede"),
        FieldPanel("doors"),
        PageChooserPanel("lead_story"),
    )

    parent_page_types = ("wagtailcore.Page",)
    subpage_types = ("guidance.GuidanceIndexPage", "guidance.StoryIndexPage", "home.StandardPage")
    max_count = 1
    page_description = _("The start of the site. There is one.")

    objects = PublishedPageManager()

    class Meta:
        verbose_name = _("home page")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the page below without a statement, if anybody asked for it since something changed."""
        if not path_components:
            return super().route(request, path_components)
        page = page_below(self, path_components[0])
        if page is None:
            raise Http404
        if type(page) is Page:
            return super().route(request, path_components)
        # As Wagtail does: its breadcrumbs and rules of access need not ask for the page above.
        page._cached_parent_obj = self
        return page.route(request, path_components[1:])

    def drawn_context(self, request: HttpRequest | None) -> dict[str, Any]:
        """What its middle shows."""
        guidance, (lead_story, other_stories) = self.guidance(), self.stories()
        return {
            "settings": settings_with_counts(),
            "guidance": guidance,
            "outline": guidance.outline() if guidance else Outline(()),
            "lead_story": lead_story,
            "other_stories": other_stories,
        }

    def guidance(self) -> GuidanceIndexPage | None:
        """The guidance of this site. A translation of this page may be there before one of the guidance."""
        sections = GuidanceIndexPage.objects.all() if is_multilingual() else GuidanceIndexPage.objects.child_of(self)
        return sections.published().in_language().first()

    def stories(self) -> tuple[StoryPage | None, list[StoryPage]]:
        """The story that leads, if there is any, and the ones beside it."""
        newest = list(StoryPage.objects.newest()[: OTHER_STORIES + 1])
        lead = None
        if self.lead_story_id is not None:
            lead = StoryPage.objects.newest().same_as(self.lead_story_id).first()
        lead = lead or next(iter(newest), None)
        return lead, [story for story in newest if story != lead][:OTHER_STORIES]


class StandardPage(RestrictedInEveryLanguage, TranslatedPage, AnswersQuestions, Page):
    """A plain page: about, accessibility, privacy, contact."""

    class FooterColumn(models.TextChoices):
        HELP = "help", _("Find help")
        SET_UP = "set-up", _("Set up peer support")
        SITE = "site", _("This site")

    lede = models.CharField(_("lede"), max_length=300, blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))
    footer_column = models.CharField(
        _("footer column"),
        max_length=10,
        choices=FooterColumn,
        default=FooterColumn.SITE,
        help_text=_("Where the footer lists the page when it is shown in menus."),
    )
    shows_contact = models.BooleanField(
        _("show how to contact the hub"), default=False, help_text=_("The address and phone of the site settings.")
    )

    search_fields = (*Page.search_fields, index.SearchField("lede"), index.SearchField("body"))

    content_panels = (
        *Page.content_panels,
        FieldPanel("lede"),
        FieldPanel("questions"),
        FieldPanel("body"),
        MultiFieldPanel((FieldPanel("shows_contact"),), heading=_("Contact")),
    )
    promote_panels = (*Page.promote_panels, FieldPanel("footer_column"))

    parent_page_types = ("home.HomePage", "home.StandardPage")
    subpage_types = ("home.StandardPage",)
    page_description = _("A plain page. “Show in menus” lists it in the footer.")

    objects = PublishedPageManager()

    class Meta:
        verbose_name = _("plain page")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "reported_page": self._reported_page(request)}

    def drawn_context(self, request: HttpRequest | None) -> dict[str, Any]:
        """What its middle shows."""
        above = self.get_ancestors().filter(depth__gt=2)
        return {"headings": headings(self.body), "breadcrumbs": breadcrumbs_of(*above)}

    @property
    def is_same_for_all(self) -> bool:
        """How to contact the hub names the page that somebody came from."""
        return not self.shows_contact

    def _reported_page(self, request: HttpRequest) -> ReportedPage | None:
        """The page that somebody wants to say something about, on a page that says how to reach the hub."""
        return find_reported_page(request, request.GET.get("about", "")) if self.shows_contact else None
