"""What must be true before a page goes live.

Drafts may be saved in any state. The check runs when an editor publishes, schedules or submits a page, when code
publishes a revision, and when a live page is saved.
"""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Revision


class PublishingCheckForm(WagtailAdminPageForm):
    """Shows publishing problems beside their fields, unless the editor only saves a draft."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation:
            return
        for field, problem in self.instance.publishing_problems().items():
            self.add_error(field if field in self.fields else None, problem)


class PublishingChecks(models.Model):
    """A page that says what still stands between it and the public."""

    base_form_class = PublishingCheckForm

    class Meta:
        abstract = True

    def save(self, clean: bool = True, **options: object) -> object:
        # Wagtail passes clean=False when it saves bookkeeping only.
        if clean and self.live:
            self.check_publishable()
        return super().save(clean=clean, **options)

    def publishing_problems(self) -> dict[str, str]:
        """What must be put right before the page is published, by field."""
        return {}

    def check_publishable(self) -> None:
        """Raise `ValidationError` when something stands in the way."""
        problems = self.publishing_problems()
        if problems:
            raise ValidationError(problems)

    def publish(self, revision: Revision, **options: object) -> object:
        """Publish or schedule a revision. Raises `ValidationError` when it may not go live."""
        revision.as_object().check_publishable()
        return super().publish(revision, **options)
