"""What editors' forms check beyond their models."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminModelForm

from search.catching_up import documents_of
from search.registry import registration_of


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
