"""Pages in a second language."""

from typing import Any

from wagtail.models import Locale, Page

LANGUAGE = "cy"


def translate(page: Page, title: str, *, live: bool = True, **fields: Any) -> Page:
    """A translation, as an editor makes it: copied, written anew and published. What it lies below goes before."""
    locale = Locale.objects.get(language_code=LANGUAGE)
    above = page.get_parent()
    if not above.is_root() and not above.has_translation(locale):
        translate(above.specific, f"{above.title} (cy)")
    translation = page.copy_for_translation(locale)
    for name, value in {"title": title, **fields}.items():
        setattr(translation, name, value)
    revision = translation.save_revision()
    if live:
        revision.publish()
    return type(page).objects.get(pk=translation.pk)
