"""Each text is looked up in the catalogs once.

Django keeps a catalog for each app and goes through all of them, and then through those of the language without its
country. It does so again whenever a text is shown, and a page has hundreds.
"""

from gettext import GNUTranslations

from django.utils.translation.trans_real import DjangoTranslation

# More than the texts of the hub, Wagtail and Django. A template may also translate what editors wrote.
MOST_TEXTS = 20_000


def look_up_once() -> None:
    """Called once, when all apps are there."""
    DjangoTranslation.gettext = _gettext


def _gettext(self: DjangoTranslation, message: str) -> str:
    found: dict[str, str] = self.__dict__.setdefault("_found", {})
    try:
        return found[message]
    except KeyError:
        text = GNUTranslations.gettext(self, message)
        if len(found) < MOST_TEXTS:
            found[message] = text
        return text
