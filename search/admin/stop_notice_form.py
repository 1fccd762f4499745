"""What editors' forms check beyond their models."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from search.distress.kinds import KINDS


class StopNoticeForm(WagtailAdminModelForm):
    """Offers the kinds of distress as boxes to tick; they are stored with commas between them."""

    kinds = forms.MultipleChoiceField(
        label=_("Kinds of distress"), choices=list(KINDS.items()), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kinds"].help_text = self._meta.model._meta.get_field("kinds").help_text
        self.initial["kinds"] = [kind for kind in self.instance.kinds.split(",") if kind]

    def clean_kinds(self) -> str:
        return ",".join(self.cleaned_data["kinds"])
