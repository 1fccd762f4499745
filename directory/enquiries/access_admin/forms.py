"""What leads fill in."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from directory.enquiries.models import AllowedChange, InboxAccess

ADMIN = "wagtailadmin.access_admin"


class AccountField(forms.ModelChoiceField):
    """An account, named so that two people of one name can be told apart."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj} ({obj.email}, account {obj.pk})"


class GrantForm(forms.Form):
    """Whom to let in, as what, and why."""

    use_required_attribute = False

    person = AccountField(
        label="Whose account?",
        queryset=None,
        empty_label="Choose an account",
        error_messages={
            "required": "Choose whose account it is",
            "invalid_choice": "This account cannot be chosen any more. Choose another one",
        },
    )
    kind = forms.ChoiceField(
        label="What may they do?",
        choices=(
            (InboxAccess.Kind.MODERATOR, "Moderator: read enquiries and work on them"),
            (InboxAccess.Kind.LEAD, "Lead: also see the access log, and say who has access"),
        ),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose what they may do"),
    )
    reason = forms.CharField(
        label="Why do they need it?",
        max_length=200,
        error_messages={"required": "Say why they need it, so that the other lead can check it"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = accounts_to_let_in()

    def clean_person(self) -> Any:
        person = self.cleaned_data["person"]
        if not person.has_perm(ADMIN):
            raise forms.ValidationError(
                "This account cannot reach the admin. Ask an administrator to give it the role Moderators or Leads "
                "first; the role alone opens no enquiry"
            )
        return person


class EndForm(forms.Form):
    """Why it ends."""

    use_required_attribute = False

    reason = forms.CharField(label="Why does it end?", max_length=200, error_messages={"required": "Say why it ends"})


class AllowForm(forms.Form):
    """What an administrator may change once."""

    use_required_attribute = False

    change = forms.ChoiceField(
        label="What may an administrator change, once, within 24 hours?",
        choices=AllowedChange.Change,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose what may be changed"),
    )


def accounts_to_let_in() -> QuerySet:
    """Accounts that are switched on and are no lead yet."""
    leads = InboxAccess.objects.not_ended().leads().values("account_number")
    people = get_user_model()._default_manager.filter(is_active=True).exclude(pk__in=leads)
    return people.order_by("first_name", "last_name", "email")
