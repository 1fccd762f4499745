"""Each text is looked up in the catalogs once.

Django keeps a catalog for each app and goes through all of them, and then through those of the language without its
country; where a number decides, each catalog works out its plural anew. It does so again whenever a text is shown, and
a page has hundreds. Which language that is it asks a storage that tasks of an event loop could share: the hub has
threads only, and a thread's own storage answers in a twentieth of the time.
"""

import threading
from gettext import GNUTranslations

from django.utils.translation import trans_real
from django.utils.translation.trans_real import DjangoTranslation

# More than the texts of the hub, Wagtail and Django. A template may also translate what editors wrote.
MOST_TEXTS = 20_000
# Counts beyond this are rare on a page, and each would be kept with its text.
HIGHEST_KEPT_NUMBER = 50

_django_ngettext = DjangoTranslation.ngettext


def look_up_once() -> None:
    """Called once, when all apps are there and no request has come."""
    DjangoTranslation.gettext = _gettext
    DjangoTranslation.ngettext = _ngettext
    if not isinstance(trans_real._active, threading.local):
        active, trans_real._active = trans_real._active, threading.local()
        if translation := getattr(active, "value", None):
            trans_real._active.value = translation


def _gettext(self: DjangoTranslation, message: str) -> str:
    found: dict[str, str] = self.__dict__.setdefault("_found", {})
    try:
        return found[message]
    except KeyError:
        text = GNUTranslations.gettext(self, message)
        if len(found) < MOST_TEXTS:
            found[message] = text
        return text


def _ngettext(self: DjangoTranslation, singular: str, plural: str, number: int) -> str:
    found: dict[tuple[str, str, int], str] = self.__dict__.setdefault("_counted", {})
    try:
        return found[singular, plural, number]
    except KeyError:
        text = _django_ngettext(self, singular, plural, number)
        if len(found) < MOST_TEXTS and number <= HIGHEST_KEPT_NUMBER:
            found[singular, plural, number] = text
        return text
