"""The questions of the inbox, one class for each."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
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

    name, title, button, form_class = "note", "Write a note", "Save note", NoteForm

    @sensitive_variables("text")
    def act(self, *, version: int | None, text: str) -> str:
        actions.add_note(enquiry=self.enquiry, by=self.request.user, text=text, version=version)
        return f"Note saved for {self.enquiry.reference}."


@question
class LateNoteView(QuestionView):
    """Write a note on what is closed."""

    name, title, button, form_class = "late-note", "Write a late note", "Save late note", NoteForm
    intro = "The enquiry is closed. The note is marked as late, and is deleted together with the rest."

    @sensitive_variables("text")
    def act(self, *, version: int | None, text: str) -> str:
        actions.add_late_note(enquiry=self.enquiry, by=self.request.user, text=text, version=version)
        return f"Late note saved for {self.enquiry.reference}."


@question
class AttemptView(QuestionView):
    """Record a call or a message."""

    name, title, button, form_class = "attempt", "Record a contact", "Save contact", AttemptForm

    @sensitive_variables("values")
    def act(self, *, version: int | None, answers_it: bool, **values: Any) -> str:
        actions.record_attempt(
            enquiry=self.enquiry,
            by=self.request.user,
            attempt=Attempt(**values),
            answers_it=answers_it,
            version=version,
        )
        return f"Contact saved for {self.enquiry.reference}."


@question
class AskView(QuestionView):
    """Ask the sender something."""

    name, title, button, form_class = "ask", "Ask the sender", "Ask the sender", AskForm
    intro = "They are mailed only if they said that email is safe. Otherwise it is kept as a call to make."

    @sensitive_variables("text")
    def act(self, *, version: int | None, text: str, until: date) -> str:
        asked = actions.ask_sender(enquiry=self.enquiry, by=self.request.user, text=text, until=until, version=version)
        if asked.is_mailed:
            return f"The sender of {self.enquiry.reference} is mailed that we have a question."
        return f"Email is not safe for {self.enquiry.reference}. The question is kept as a call to make."


@question
class DoneView(QuestionView):
    """Record what was done."""

    name, title, button, form_class = "done", "Record what was done", "Save, and stop the clock", DoneForm

    def initial(self) -> dict[str, Any]:
        return {"done_by": str(self.request.user)}

    @sensitive_variables("text", "done_by")
    def act(self, *, version: int | None, text: str, done_by: str) -> str:
        actions.record_answer(enquiry=self.enquiry, by=self.request.user, text=text, done_by=done_by, version=version)
        return f"Saved for {self.enquiry.reference}. The clock has stopped."


@question
class WaitView(QuestionView):
    """Wait for somebody."""

    name, title, button, form_class = "waiting", "Wait for somebody", "Save", WaitForm

    def initial(self) -> dict[str, Any]:
        return {"whom": self.enquiry.waiting_for, "until": self.enquiry.waiting_until}

    @sensitive_variables("whom")
    def act(self, *, version: int | None, whom: str, until: date | None) -> str:
        whom = "" if whom == "nobody" else whom
        actions.wait_for(enquiry=self.enquiry, by=self.request.user, whom=whom, until=until, version=version)
        return f"Saved for {self.enquiry.reference}."


@question
class AssignView(QuestionView):
    """Give it to a colleague."""

    name, title, button, form_class = "assign", "Hand over", "Hand over", AssignForm

    @classmethod
    def form_for(cls, user: "AbstractUser", **options: Any) -> forms.Form:
        return super().form_for(user, colleagues=inbox_workers(), **options)

    @sensitive_variables("to")
    def act(self, *, version: int | None, to: str) -> str:
        colleague = self.form.colleague
        actions.assign_enquiry(enquiry=self.enquiry, by=self.request.user, to=colleague, version=version)
        return f"{self.enquiry.reference} is with {colleague}."


@question
class FlagView(QuestionView):
    """Tell colleagues of a risk."""

    name, title, button, form_class = "flag", "Record a risk", "Save risk", FlagForm
    intro = "It stands at the top of the enquiry for everybody who opens it, and in no list."

    @sensitive_variables("reason")
    def act(self, *, version: int | None, kind: str, reason: str) -> str:
        actions.raise_flag(enquiry=self.enquiry, by=self.request.user, kind=kind, reason=reason, version=version)
        return f"Risk saved for {self.enquiry.reference}."


@question
class CloseView(QuestionView):
    """Finish it with a reason."""

    name, title, button, form_class = "close", "Close the enquiry", "Close with this reason", CloseForm
    leads_to_list = True

    @sensitive_variables("note")
    def act(self, *, version: int | None, reason: str, note: str) -> str:
        actions.close_enquiry(enquiry=self.enquiry, by=self.request.user, reason=reason, note=note, version=version)
        return f"{self.enquiry.reference} is closed."


@question
class ReopenView(QuestionView):
    """Work on it again."""

    name, title, button, form_class = "reopen", "Open it again", "Open it again", ReopenForm

    @sensitive_variables("note")
    def act(self, *, version: int | None, note: str) -> str:
        actions.reopen_enquiry(enquiry=self.enquiry, by=self.request.user, note=note, version=version)
        return f"{self.enquiry.reference} is open again, and yours."


@question
class QuarantineView(QuestionView):
    """Hold it back."""

    name, title, button, form_class = "quarantine", "Put into quarantine", "Put into quarantine", QuarantineForm
    intro = "For what looks sent by a robot. It leaves the other queues, keeps its clock, and is never dropped."
    leads_to_list = True

    @sensitive_variables("note")
    def act(self, *, version: int | None, note: str) -> str:
        actions.quarantine_enquiry(enquiry=self.enquiry, by=self.request.user, note=note, version=version)
        return f"{self.enquiry.reference} is in quarantine."


__all__ = ["QUESTIONS", "NoteView"]
