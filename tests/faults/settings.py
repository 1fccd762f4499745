"""What `make serve` runs with, without its `.env` and without compressed static files."""

import os

from cryptography.fernet import Fernet

os.environ.setdefault("SECRET_KEY", "faults-only-" + "k" * 50)
os.environ.setdefault("ENQUIRY_KEYS", Fernet.generate_key().decode())

from hub.settings.dev import *  # noqa: F403
from hub.settings.dev import STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
