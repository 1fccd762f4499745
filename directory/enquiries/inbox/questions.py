"""Actions that ask something first. Each has a page with one form, made from one version of the enquiry."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from directory.enquiries.actions import EnquiryConflict, NotClaimedByYou
from directory.enquiries.models import Enquiry
from directory.enquiries.privacy.private_views import Unprinted

from .changes import ChangeView, seen_version
from .history import read_changes
from .unsaved_texts import forget_unsaved, signed_writer

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


class QuestionView(ChangeView):
    """A page with the form of one action, and the action.

    A form that came too late is shown again with what changed since and with the version of now: to press the button
    again does it all the same.
    """

    http_method_names = ("get", "post")
    template_name = "enquiries/inbox/question.html"
    name: ClassVar[str]
    title: ClassVar[str]
    button: ClassVar[str]
    intro: ClassVar[str] = ""
    form_class: ClassVar[type[forms.Form]]
    # Where somebody goes who has nothing left to do with it.
    leads_to_list: ClassVar[bool] = False
    form: forms.Form

    def get(self, request: HttpRequest, pk: object) -> HttpResponse:
        return self.show(self.question_context(self.make_form(initial=self.initial())))

    @sensitive_variables()
    def change(self, request: HttpRequest) -> HttpResponse | None:
        self.form = self.make_form(data=request.POST)
        if not self.form.is_valid():
            return self.show(self.question_context(self.form, request.POST.get("version", "")))
        said = self.act(version=seen_version(request.POST), **self.form.cleaned_data)
        forget_unsaved(enquiry=self.enquiry, user=request.user)
        messages.success(request, escape(said))
        return redirect("enquiries_inbox:list") if self.leads_to_list else None

    def act(self, *, version: int | None, **cleaned: Any) -> str:
        """Do it, and say so. The message names the reference and never a person or a word of theirs."""
        raise NotImplementedError

    def initial(self) -> dict[str, Any]:
        return {}

    @classmethod
    def form_for(cls, user: "AbstractUser", **options: Any) -> forms.Form:
        """The form, with ids that are its own on any page."""
        return cls.form_class(auto_id=f"{cls.name}-%s", **options)

    def make_form(self, **options: Any) -> forms.Form:
        return self.form_for(self.request.user, **options)

    @sensitive_variables()
    def question_context(self, form: forms.Form, version: str = "") -> dict[str, Any]:
        return {"asks": asked(type(self), self.enquiry, self.request.user, form, version)}

    @sensitive_variables()
    def conflict_context(self, conflict: EnquiryConflict) -> dict[str, Any]:
        now = conflict.enquiry
        seen = seen_version(self.request.POST)
        typed = Unprinted(typed_in(self.form))
        again = None
        if now.closed_at is None and not isinstance(conflict, NotClaimedByYou):
            again = asked(type(self), now, self.request.user, self.form)
        elif now.closed_at is not None and now.anonymised_at is None and "late-note" in QUESTIONS:
            late = QUESTIONS["late-note"]
            again = asked(late, now, self.request.user, late.form_for(self.request.user, initial={"text": typed}))
        return {
            "typed": typed,
            "changes": read_changes(now, since=seen, user=self.request.user),
            "asks": again,
            "is_repeat": again is not None and now.closed_at is None,
        }


QUESTIONS: dict[str, type[QuestionView]] = {}


def question(view: type[QuestionView]) -> type[QuestionView]:
    """Class decorator: what is typed into this form is kept for its writer when their session ends."""
    QUESTIONS[view.name] = view
    return view


@sensitive_variables()
def asked(
    view: type[QuestionView], enquiry: Enquiry, user: "AbstractUser", form: forms.Form, version: str = ""
) -> dict[str, Any]:
    """What `question_form.html` shows: a form, its button, where it goes, and from which version it was made."""
    return {
        "name": view.name,
        "title": view.title,
        "intro": view.intro,
        "button": view.button,
        "form": form,
        "action": reverse(f"enquiries_inbox:{view.name}", args=[enquiry.pk]),
        "version": version or enquiry.version,
        "writer": signed_writer(enquiry=enquiry, user=user),
    }


@sensitive_variables()
def typed_in(form: forms.Form) -> str:
    """What somebody wrote and chose in a form, as text to copy."""
    lines = []
    for bound in form:
        value = bound.value()
        choices = dict(getattr(bound.field, "choices", ()))
        if value not in (None, "", False):
            lines.append(str(choices.get(value, _("Yes") if value is True else value)))
    return "\n".join(lines)
