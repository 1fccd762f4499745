"""The languages that pages can be translated into, as rows of Wagtail's.

They come from the settings: a language that an editor could add would have no addresses.
"""

from django.conf import settings
from wagtail.models import Locale


def add_locales() -> None:
    """Have a row for each language. One that was taken off keeps its row, and with it its pages."""
    if settings.WAGTAIL_I18N_ENABLED:
        for code in dict(settings.LANGUAGES):
            Locale.all_objects.get_or_create(language_code=code)
