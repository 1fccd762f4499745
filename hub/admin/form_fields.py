"""What editors type and paste, cleaned of characters that nobody sees: once, for every form of the admin."""

from typing import Any

from django import forms
from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminAutoHeightTextInput

from search.text.invisible_characters import clean_code, clean_free_text


class FreeTextField(forms.CharField):
    """A name or words."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return (clean_free_text(text) or self.empty_value) if isinstance(text, str) else text


class EmailCodeField(forms.EmailField):
    """An e-mail address."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return (clean_code(text) or self.empty_value) if isinstance(text, str) else text


def clean_text_of_admin_forms() -> None:
    """Have every model form of the admin use these fields. Rich text and choices have fields of their own."""
    register_form_field_override(models.CharField, override={"form_class": FreeTextField}, exact_class=True)
    register_form_field_override(
        models.TextField, override={"form_class": FreeTextField, "widget": AdminAutoHeightTextInput}, exact_class=True
    )
    register_form_field_override(models.EmailField, override={"form_class": EmailCodeField}, exact_class=True)
