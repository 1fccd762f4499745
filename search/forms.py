"""What editors' forms check beyond their models."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminModelForm

from search.catching_up import documents_of
from search.distress.kinds import KINDS
from search.registry import registration_of


class StopNoticeForm(WagtailAdminModelForm):
    """Offers the kinds of distress as boxes to tick; they are stored with commas between them."""

    kinds = forms.MultipleChoiceField(
        label="Kinds of distress", choices=list(KINDS.items()), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kinds"].help_text = self._meta.model._meta.get_field("kinds").help_text
        self.initial["kinds"] = [kind for kind in self.instance.kinds.split(",") if kind]

    def clean_kinds(self) -> str:
        return ",".join(self.cleaned_data["kinds"])


class PromotionForm(WagtailAdminModelForm):
    """Refuses to promote what the public cannot see."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        registration, key = registration_of(cleaned.get("kind", "")), cleaned.get("key")
        if registration and key and not self._is_public(registration, key):
            self.add_error("key", "Nothing public has this number.")
        return cleaned

    def _is_public(self, registration: Any, key: str) -> bool:
        try:
            registration.model._meta.pk.to_python(key)
        except ValidationError:
            return False
        return bool(documents_of(registration, [key]))
