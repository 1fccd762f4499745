"""Numbers as people type and paste them."""

from typing import Any

from django import forms
from django.views.decorators.debug import sensitive_variables

from search.text.invisible_characters import clean_code


class NumberField(forms.IntegerField):
    """A whole number, whatever nobody sees around it."""

    @sensitive_variables()
    def to_python(self, value: Any) -> int | None:
        return super().to_python(clean_code(value) if isinstance(value, str) else value)
