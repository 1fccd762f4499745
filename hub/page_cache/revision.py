"""What moves the revision under which pages are kept: saving or deleting anything that a public page shows.

Pages, listings, settings, terms and words leave a row in the change log because the search needs it. The rest is here.
A new model of these apps counts as shown until it is named below.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from search.cache import log_changes_of

KIND = "shown"
APPS = ("home", "guidance", "directory")
# Written by visitors or by time, and shown to staff or to their writer only.
NOT_SHOWN = {
    "guidance.PageFeedback",
    "guidance.ReadinessCheck",
    "guidance.ReadinessSnapshot",
    "guidance.WrongReadinessCode",
}
# Of pictures and documents a page takes their words, name and size; of these, whether they may be fetched.
OF_WAGTAIL = (
    "wagtailcore.Collection",
    "wagtailcore.CollectionViewRestriction",
    "wagtailcore.Locale",
)


def connect() -> None:
    """Called once, when all models are there."""
    log_changes_of(KIND, *models_shown())


def models_shown() -> Iterator[type[Model]]:
    """Every model of which something stands on a page that may be kept."""
    for label in APPS:
        for model in apps.get_app_config(label).get_models():
            if model._meta.label not in NOT_SHOWN:
                yield model
    yield get_image_model()
    yield get_document_model()
    for name in OF_WAGTAIL:
        yield apps.get_model(name)
