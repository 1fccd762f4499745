"""The part of an address that names a row: made from the name, and remembered when it changes."""

from typing import Any, ClassVar

from anyascii import anyascii
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

HELP = _("The end of the page’s address. Empty: made from the name. The address that it replaces leads to it.")


class FormerSlug(models.Model):
    """A slug that a row had while the public could see it. The row that had it last is the one it leads to."""

    slug = models.SlugField(max_length=120, unique=True)

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.slug


class SluggedFromName(models.Model):
    """A row whose slug fills itself."""

    slug_fallback: ClassVar[str] = "item"

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.fill_slug()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if not self.name:
            return
        if self._state.adding and self.slug == self._slug_of_name():
            # The form filled it in while the name was typed, and could not know what is taken.
            self.slug = ""
        self.fill_slug()

    def fill_slug(self) -> None:
        """Make the slug from the name if there is none. Names in other scripts are spelled out."""
        if self.slug:
            return
        base = self._slug_of_name()
        taken = self.slugs_taken(base)
        slug, number = base, 1
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        self.slug = slug

    def _slug_of_name(self) -> str:
        longest = type(self)._meta.get_field("slug").max_length
        words = slugify(self.name) or slugify(anyascii(self.name)) or self.slug_fallback
        return words[: longest - 5].strip("-_")

    def slugs_taken(self, base: str) -> set[str]:
        """What begins like `base` and belongs to another row."""
        others = type(self)._default_manager.exclude(pk=self.pk)
        return set(others.filter(slug__startswith=base).values_list("slug", flat=True))


class RememberedSlug(SluggedFromName):
    """A row whose earlier slugs lead to it. Its model names the model of its `FormerSlug`s."""

    former_slug_model: ClassVar[type[FormerSlug]]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        before = self._slug_before()
        super().save(*args, **kwargs)
        former = self.former_slug_model._default_manager
        if before and before != self.slug:
            former.update_or_create(slug=before, defaults={"target": self})
        if self.live:
            # Its address is a page again: when that goes, no older one comes back.
            former.filter(slug=self.slug).delete()

    def slugs_taken(self, base: str) -> set[str]:
        former = self.former_slug_model._default_manager.exclude(target=self.pk)
        return super().slugs_taken(base) | set(former.filter(slug__startswith=base).values_list("slug", flat=True))

    def _slug_before(self) -> str:
        """The slug that the public knows, if it has ever seen the row."""
        if self._state.adding:
            return ""
        known = models.Q(live=True) | models.Q(first_published_at__isnull=False)
        return type(self)._default_manager.filter(known, pk=self.pk).values_list("slug", flat=True).first() or ""


def current_slug(model: type[RememberedSlug], slug: str) -> str:
    """The slug now of the published row that had this one; empty when there is none."""
    former = model.former_slug_model._default_manager.filter(slug=slug, target__in=model.objects.published())
    return former.values_list("target__slug", flat=True).first() or ""
