"""What editors keep about frameworks: each framework, and what covers each of its statements."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from guidance.models import Framework, FrameworkStatement
from search.text.lists_in_words import listed

from .framework_form import FrameworkStatementForm, known_questions, lost_keys

PAGE_SIZE = 50
MAPPED, UNMAPPED = "yes", "no"


class CoveredColumn(Column):
    """How many of our statements cover it, and how many of those are in no published guide any more."""

    def get_value(self, instance: FrameworkStatement) -> str:
        count, lost = len(instance.covered_by), instance.lost
        words = (
            ngettext("%(count)s statement", "%(count)s statements", count) % {"count": count} if count else _("None")
        )
        gone = ngettext("%(count)s is no longer there", "%(count)s are no longer there", lost) % {"count": lost}
        return listed((words if count else _("None"), gone if lost else ""))


class StatementFilterSet(WagtailFilterSet):
    """By framework, and by whether anything covers it."""

    mapped = ChoiceFilter(
        label=lazy("Covered"),
        choices=[(MAPPED, lazy("By a statement of ours")), (UNMAPPED, lazy("By none"))],
        method="narrow",
        widget=forms.RadioSelect,
        empty_label=lazy("All"),
    )

    class Meta:
        model = FrameworkStatement
        fields = ("framework",)

    def narrow(self, statements: QuerySet[FrameworkStatement], name: str, value: str) -> QuerySet[FrameworkStatement]:
        return statements.filter(covered_by=[]) if value == UNMAPPED else statements.exclude(covered_by=[])


class StatementIndexView(IndexView):
    """Reads once for the whole list what published guides ask."""

    def get_table(self, object_list: Iterable[FrameworkStatement]) -> Any:
        known = known_questions()
        for statement in object_list:
            statement.lost = len(lost_keys(statement.covered_by, known))
        return super().get_table(object_list)


class FrameworkViewSet(SnippetViewSet):
    """The frameworks by name."""

    model = Framework
    icon = "doc-full-inverse"
    menu_label = lazy("Frameworks")
    list_display = ("title", "publisher", "published", "position")
    list_per_page = PAGE_SIZE
    search_backend_name = None
    search_fields = ("title", "publisher")
    copy_view_enabled = False


class FrameworkStatementViewSet(SnippetViewSet):
    """What each framework asks of an organisation, with what covers it."""

    model = FrameworkStatement
    icon = "tasks"
    menu_label = lazy("What they ask")
    list_display = ("words", "framework", "level", CoveredColumn("covered", label=lazy("Covered by")))
    list_per_page = PAGE_SIZE
    filterset_class = StatementFilterSet
    index_view_class = StatementIndexView
    search_backend_name = None
    search_fields = ("words", "framework__title")
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("framework", widget=forms.Select),
            FieldPanel("words"),
            FieldRowPanel([FieldPanel("level"), FieldPanel("position")]),
            FieldPanel("covered_by"),
        ],
        base_form_class=FrameworkStatementForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[FrameworkStatement]:
        return FrameworkStatement.objects.select_related("framework").order_by(*FrameworkStatement._meta.ordering)


class FrameworkViewSetGroup(SnippetViewSetGroup):
    """One entry in the menu for both."""

    menu_label = lazy("Frameworks")
    menu_icon = "doc-full-inverse"
    menu_order = 207
    items = (FrameworkViewSet, FrameworkStatementViewSet)
