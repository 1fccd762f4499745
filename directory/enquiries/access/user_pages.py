"""What Wagtail's pages for accounts do about those who read enquiries: refuse in words, before anything is tried.

These are hooks of Wagtail. What they miss, the signals of the account model refuse (`account_changes.py`).
"""

from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from wagtail.admin import messages

from .guards import Change, guarded_among, has_access_or_waits, needs_leads_word, require_leads_word

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

TEMPLATE = "enquiries/access/leads_word_needed.html"
NOT_SENT_AGAIN = ("password1", "password2", "csrfmiddlewaretoken")
HINT = lazy(
    "This account reads enquiries. A lead must allow you to change its password or address, or to switch it off."
)


@sensitive_variables("posted", "fields")
@sensitive_post_parameters()
def before_edit_user(request: HttpRequest, user: "AbstractUser") -> HttpResponse | None:
    """Say on the form what needs a lead's word; refuse it with a page that keeps the rest of what was typed."""
    if user.pk == request.user.pk:
        return None
    if request.method != "POST":
        if has_access_or_waits(user):
            messages.warning(request, HINT)
        return None
    refused = [
        change
        for change in _changes_posted(request, user)
        if needs_leads_word(person=user, change=change, by=request.user)
    ]
    if not refused:
        return None
    kept = {name: values for name, values in request.POST.lists() if name not in NOT_SENT_AGAIN}
    kept["email"] = [user.email]
    kept.pop("is_active", None)
    if user.is_active:
        kept["is_active"] = ["on"]
    fields = [(name, value) for name, values in kept.items() for value in values]
    return show_leads_word_needed(request, [user], refused, fields=fields)


def before_delete_user(request: HttpRequest, user: "AbstractUser") -> HttpResponse | None:
    """Refuse before the question whether one is sure."""
    if needs_leads_word(person=user, change=Change.DELETION, by=request.user):
        return show_leads_word_needed(request, [user], [Change.DELETION])
    return None


def before_bulk_action(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> HttpResponse | None:
    """Refuse the whole action when it would change one account that needs a lead's word.

    Switching on and off writes past the model's signals, so the word is taken here. Giving a role is free: no role
    opens enquiries.
    """
    if action.model is not get_user_model() or action_type not in ("set_active_state", "delete"):
        return None
    change, people = Change.DELETION, objects
    if action_type == "set_active_state":
        change, wanted = Change.ACTIVE, action.cleaned_form.cleaned_data["mark_as_active"]
        people = [person for person in objects if person.is_active != wanted and person.pk != request.user.pk]
    guarded = guarded_among(people)
    refused = [person for person in guarded if needs_leads_word(person=person, change=change, by=request.user)]
    if refused:
        return show_leads_word_needed(request, refused, [change])
    if change == Change.ACTIVE:
        for person in guarded:
            require_leads_word(person=person, change=change, by=request.user)
    return None


@sensitive_variables()
def _changes_posted(request: HttpRequest, user: "AbstractUser") -> list[str]:
    """Compared with what is stored, as the form will do it."""
    changes = []
    if request.POST.get("password1"):
        changes.append(Change.PASSWORD)
    # Signing in knows no capitals: an address that differs in these only is the same one.
    if request.POST.get("email", "").strip().lower() != user.email.lower():
        changes.append(Change.EMAIL)
    if ("is_active" in request.POST) != user.is_active:
        changes.append(Change.ACTIVE)
    return changes


def show_leads_word_needed(
    request: HttpRequest, people: list["AbstractUser"], changes: list[str], *, fields: list[Any] | None = None
) -> HttpResponse:
    """The page that says what a lead must allow first. fields: what was typed and can be saved without it."""
    context = {"people": people, "changes": [Change(change).label for change in changes], "fields": fields or []}
    response = render(request, TEMPLATE, context, status=403)
    response.headers["Cache-Control"] = "no-store, private"
    return response
