"""What `make serve` runs with, without its `.env` and without compressed static files."""

import os

os.environ.setdefault("SECRET_KEY", "faults-only-" + "k" * 50)
os.environ.setdefault("ENQUIRY_KEYS", "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s=")

from hub.settings.dev import *  # noqa: F403
from hub.settings.dev import DATABASES, INSTALLED_APPS, STORAGES

from .size import size

INSTALLED_APPS = [*INSTALLED_APPS, "tests.faults.forced_errors.ForcedErrors"]

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
# Without waiting for the disk: no test survives a power cut anyway.
for _database in DATABASES.values():
    if "init_command" in _database["OPTIONS"]:
        _database["OPTIONS"]["timeout"] = float(os.environ.get("SQLITE_TIMEOUT", "20"))
        _database["OPTIONS"]["init_command"] = _database["OPTIONS"]["init_command"].replace("FULL", "OFF")
# What a killed worker held is free after ten times this.
EMAIL_TIMEOUT = size(3, 30)
# Enquirers of the tests read faster than people.
ENQUIRY_FASTEST_SECONDS = 0
if "MAIL_PORT" in os.environ:
    EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ["MAIL_PORT"])
    ENQUIRY_NOTIFY = ["moderators@hub.example"]
