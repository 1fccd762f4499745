"""The questions of the inbox, one class for each."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables

from directory.enquiries import actions
from directory.enquiries.actions import Attempt
from directory.enquiries.models.access import inbox_workers

from .forms import (
    AskForm,
    AssignForm,
    AttemptForm,
    CloseForm,
    DoneForm,
    FlagForm,
    NoteForm,
    QuarantineForm,
    ReopenForm,
    WaitForm,
)
from .questions import QUESTIONS, QuestionView, question

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@question
class NoteView(QuestionView):
    """Write a note."""

    name, title, button, form_class = "note", lazy("Write a note"), lazy("Save note"), NoteForm

    @sensitive_variables("text")
    def act(self, *, version: int | None, text: str) -> str:
        actions.add_note(enquiry=self.enquiry, by=self.request.user, text=text, version=version)
        return _("Note saved for %(reference)s.") % {"reference": self.enquiry.reference}


@question
class LateNoteView(QuestionView):
    """Write a note on what is closed."""

    name, title, button, form_class = "late-note", lazy("Write a late note"), lazy("Save late note"), NoteForm
    intro = lazy("The enquiry is closed. The note is marked as late, and is deleted together with the rest.")

    @sensitive_variables("text")
    def act(self, *, version: int | None, text: str) -> str:
        actions.add_late_note(enquiry=self.enquiry, by=self.request.user, text=text, version=version)
        return _("Late note saved for %(reference)s.") % {"reference": self.enquiry.reference}


@question
class AttemptView(QuestionView):
    """Record a call or a message."""

    name, title, button, form_class = "attempt", lazy("Record a contact"), lazy("Save contact"), AttemptForm

    @sensitive_variables("values")
    def act(self, *, version: int | None, answers_it: bool, **values: Any) -> str:
        actions.record_attempt(
            enquiry=self.enquiry,
            by=self.request.user,
            attempt=Attempt(**values),
            answers_it=answers_it,
            version=version,
        )
        return _("Contact saved for %(reference)s.") % {"reference": self.enquiry.reference}


@question
class AskView(QuestionView):
    """Ask the sender something."""

    name, title, button, form_class = "ask", lazy("Ask the sender"), lazy("Ask the sender"), AskForm
    intro = lazy("They are mailed only if they said that email is safe. Otherwise it is kept as a call to make.")

    @sensitive_variables("text")
    def act(self, *, version: int | None, text: str, until: date) -> str:
        asked = actions.ask_sender(enquiry=self.enquiry, by=self.request.user, text=text, until=until, version=version)
        if asked.is_mailed:
            return _("The sender of %(reference)s is mailed that we have a question.") % {
                "reference": self.enquiry.reference
            }
        return _("Email is not safe for %(reference)s. The question is kept as a call to make.") % {
            "reference": self.enquiry.reference
        }


@question
class DoneView(QuestionView):
    """Record what was done."""

    name, title, button, form_class = "done", lazy("Record what was done"), lazy("Save, and stop the clock"), DoneForm

    def initial(self) -> dict[str, Any]:
        return {"done_by": str(self.request.user)}

    @sensitive_variables("text", "done_by")
    def act(self, *, version: int | None, text: str, done_by: str) -> str:
        actions.record_answer(enquiry=self.enquiry, by=self.request.user, text=text, done_by=done_by, version=version)
        return _("Saved for %(reference)s. The clock has stopped.") % {"reference": self.enquiry.reference}


@question
class WaitView(QuestionView):
    """Wait for somebody."""

    name, title, button, form_class = "waiting", lazy("Wait for somebody"), lazy("Save"), WaitForm

    def initial(self) -> dict[str, Any]:
        return {"whom": self.enquiry.waiting_for, "until": self.enquiry.waiting_until}

    @sensitive_variables("whom")
    def act(self, *, version: int | None, whom: str, until: date | None) -> str:
        whom = "" if whom == "nobody" else whom
        actions.wait_for(enquiry=self.enquiry, by=self.request.user, whom=whom, until=until, version=version)
        return _("Saved for %(reference)s.") % {"reference": self.enquiry.reference}


@question
class AssignView(QuestionView):
    """Give it to a colleague."""

    name, title, button, form_class = "assign", lazy("Hand over"), lazy("Hand over"), AssignForm

    @classmethod
    def form_for(cls, user: "AbstractUser", **options: Any) -> forms.Form:
        return super().form_for(user, colleagues=inbox_workers(), **options)

    @sensitive_variables("to")
    def act(self, *, version: int | None, to: str) -> str:
        colleague = self.form.colleague
        actions.assign_enquiry(enquiry=self.enquiry, by=self.request.user, to=colleague, version=version)
        return _("%(reference)s is with %(colleague)s.") % {
            "reference": self.enquiry.reference,
            "colleague": colleague,
        }


@question
class FlagView(QuestionView):
    """Tell colleagues of a risk."""

    name, title, button, form_class = "flag", lazy("Record a risk"), lazy("Save risk"), FlagForm
    intro = lazy("It stands at the top of the enquiry for everybody who opens it, and in no list.")

    @sensitive_variables("reason")
    def act(self, *, version: int | None, kind: str, reason: str) -> str:
        actions.raise_flag(enquiry=self.enquiry, by=self.request.user, kind=kind, reason=reason, version=version)
        return _("Risk saved for %(reference)s.") % {"reference": self.enquiry.reference}


@question
class CloseView(QuestionView):
    """Finish it with a reason."""

    name, title, button, form_class = "close", lazy("Close the enquiry"), lazy("Close with this reason"), CloseForm
    leads_to_list = True

    @sensitive_variables("note")
    def act(self, *, version: int | None, reason: str, note: str) -> str:
        actions.close_enquiry(enquiry=self.enquiry, by=self.request.user, reason=reason, note=note, version=version)
        return _("%(reference)s is closed.") % {"reference": self.enquiry.reference}


@question
class ReopenView(QuestionView):
    """Work on it again."""

    name, title, button, form_class = "reopen", lazy("Open it again"), lazy("Open it again"), ReopenForm

    @sensitive_variables("note")
    def act(self, *, version: int | None, note: str) -> str:
        actions.reopen_enquiry(enquiry=self.enquiry, by=self.request.user, note=note, version=version)
        return _("%(reference)s is open again, and yours.") % {"reference": self.enquiry.reference}


@question
class QuarantineView(QuestionView):
    """Hold it back."""

    name, title, button, form_class = (
        "quarantine",
        lazy("Put into quarantine"),
        lazy("Put into quarantine"),
        QuarantineForm,
    )
    intro = lazy("For what looks sent by a robot. It leaves the other queues, keeps its clock, and is never dropped.")
    leads_to_list = True

    @sensitive_variables("note")
    def act(self, *, version: int | None, note: str) -> str:
        actions.quarantine_enquiry(enquiry=self.enquiry, by=self.request.user, note=note, version=version)
        return _("%(reference)s is in quarantine.") % {"reference": self.enquiry.reference}


__all__ = ["QUESTIONS", "NoteView"]
