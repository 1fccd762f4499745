"""Lists of stories: the newest, those that a reader asked for, and what can be asked for."""

from collections.abc import Mapping

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Left, Length
from wagtail.models import Page, PageManager

from directory.models import TaxonomyTerm
from guidance.managers import PublishedPageQuerySet
from guidance.story_selection import StoryChoices, StorySelection
from search.cache import cached_until_change
from search.languages import is_multilingual

from .named_pages import NamedPage, named, still_public
from .stages import StagePage


class StoryQuerySet(PublishedPageQuerySet):
    """Reads of stories, as verbs."""

    def in_section(self, section: Page) -> "StoryQuerySet":
        """The stories below a section; where there are several languages, those below any translation of it."""
        return self.all() if is_multilingual() else self.child_of(section)

    def newest(self) -> "StoryQuerySet":
        """What the public may read, the newest first, with all that a list shows."""
        return (
            self.published()
            .in_language()
            .select_related("setting", "service")
            .defer("path_steps", "body")
            .order_by("-first_published_at", "-pk")
        )

    def matching(self, selection: StorySelection) -> "StoryQuerySet":
        """From a setting, about a need, and with a guide of a stage. Nothing is asked for what was not chosen."""
        found = self
        if selection.setting:
            found = found.filter(setting__slug=selection.setting)
        if selection.need:
            found = found.filter(needs__slug=selection.need)
        if selection.stage:
            stages = StagePage.objects.published().filter(slug=selection.stage, path=OuterRef("here"))
            links = self._links_to_published_guides().alias(here=_path_of_stage()).filter(Exists(stages))
            found = found.filter(Exists(links.filter(story=OuterRef("pk"))))
        return found

    def choices(self) -> StoryChoices:
        """Settings, needs and stages that one of these has. Two queries."""
        listed = self.published().in_language().order_by()
        of_setting, of_need = listed.filter(setting=OuterRef("pk")), listed.filter(needs=OuterRef("pk"))
        terms = (
            TaxonomyTerm.objects.annotate(is_setting=Exists(of_setting), is_need=Exists(of_need))
            .filter(Q(is_setting=True) | Q(is_need=True))
            .order_by("position", "name")
        )
        rows = list(terms.values_list("slug", "name", "is_setting", "is_need"))
        links = self._links_to_published_guides().filter(story__in=listed.values("pk"))
        stages = StagePage.objects.published().filter(path__in=links.values(here=_path_of_stage())).order_by("path")
        return StoryChoices(
            setting=tuple((slug, name) for slug, name, is_setting, _ in rows if is_setting),
            need=tuple((slug, name) for slug, name, _, is_need in rows if is_need),
            stage=tuple(stages.values_list("slug", "title")),
        )

    def _links_to_published_guides(self) -> QuerySet:
        # Through the field, because stories are defined with this.
        links = self.model._meta.get_field("guide_links").related_model
        guides = links._meta.get_field("guide").related_model
        return links.objects.filter(guide__in=guides.objects.published().values("pk")).order_by()


def _path_of_stage() -> Left:
    """A guide lies one step below its stage."""
    return Left("guide__path", Length("guide__path") - Page.steplen)


class StoryManager(PageManager.from_queryset(StoryQuerySet)):  # type: ignore[misc]
    """The manager of stories."""

    def named(self) -> tuple[NamedPage, ...]:
        """Those of `service.stories` that anyone may read, as its page names them. No query of its own."""
        return still_public(_stories_by_service().get(self.instance.pk, ()))


@cached_until_change
def _stories_by_service() -> Mapping[int, tuple[NamedPage, ...]]:
    # By name, because stories are defined with this.
    stories = apps.get_model("guidance", "StoryPage").objects.published().in_language().exclude(service=None)
    return named((story.service_id, story) for story in stories.defer("path_steps", "body"))
