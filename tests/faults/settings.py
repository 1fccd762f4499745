"""What `make serve` runs with, without its `.env` and without compressed static files."""

import os

os.environ.setdefault("SECRET_KEY", "faults-only-" + "k" * 50)
os.environ.setdefault("ENQUIRY_KEYS", "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s=")

from hub.settings.dev import *  # noqa: F403
from hub.settings.dev import DATABASES, STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
# Without waiting for the disk: no test survives a power cut anyway.
_options = DATABASES["default"]["OPTIONS"]
DATABASES["default"]["OPTIONS"] = {
    **_options,
    "init_command": _options["init_command"].replace("synchronous=FULL", "synchronous=OFF"),
}
