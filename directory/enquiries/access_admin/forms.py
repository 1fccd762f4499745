"""What leads fill in."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.enquiries.models import AllowedChange, InboxAccess

ADMIN = "wagtailadmin.access_admin"


class AccountField(forms.ModelChoiceField):
    """An account, named so that two people of one name can be told apart."""

    def label_from_instance(self, obj: Any) -> str:
        return _("%(obj)s (%(email)s, account %(pk)s)") % {"obj": obj, "email": obj.email, "pk": obj.pk}


class GrantForm(forms.Form):
    """Whom to let in, as what, and why."""

    use_required_attribute = False

    person = AccountField(
        label=lazy("Whose account?"),
        queryset=None,
        empty_label=lazy("Choose an account"),
        error_messages={
            "required": lazy("Choose whose account it is"),
            "invalid_choice": lazy("This account cannot be chosen any more. Choose another one"),
        },
    )
    kind = forms.ChoiceField(
        label=lazy("What may they do?"),
        choices=(
            (InboxAccess.Kind.MODERATOR, lazy("Moderator: read enquiries and work on them")),
            (InboxAccess.Kind.LEAD, lazy("Lead: also see the access log, and say who has access")),
        ),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), lazy("Choose what they may do")),
    )
    reason = forms.CharField(
        label=lazy("Why do they need it?"),
        max_length=200,
        error_messages={"required": lazy("Say why they need it, so that the other lead can check it")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = accounts_to_let_in()

    def clean_person(self) -> Any:
        person = self.cleaned_data["person"]
        if not person.has_perm(ADMIN):
            raise forms.ValidationError(
                _(
                    "This account cannot reach the admin. Ask an administrator to give it the role Moderators or "
                    "Leads first; the role alone opens no enquiry"
                )
            )
        return person


class EndForm(forms.Form):
    """Why it ends."""

    use_required_attribute = False

    reason = forms.CharField(
        label=lazy("Why does it end?"), max_length=200, error_messages={"required": lazy("Say why it ends")}
    )


class AllowForm(forms.Form):
    """What an administrator may change once."""

    use_required_attribute = False

    change = forms.ChoiceField(
        label=lazy("What may an administrator change, once, within 24 hours?"),
        choices=AllowedChange.Change,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), lazy("Choose what may be changed")),
    )


def accounts_to_let_in() -> QuerySet:
    """Accounts that are switched on and are no lead yet."""
    leads = InboxAccess.objects.not_ended().leads().values("account_number")
    people = get_user_model()._default_manager.filter(is_active=True).exclude(pk__in=leads)
    return people.order_by("first_name", "last_name", "email")
