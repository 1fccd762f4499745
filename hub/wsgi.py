"""Entry point for gunicorn."""

import gc
import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from directory.opening_hours.bank_holidays import load_calendar
from hub.deployment.encryption_keys import EXIT_CODE, require_right_keys_for_serving

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.production")

try:
    application = get_wsgi_application()
    require_right_keys_for_serving()
    # Once, before the workers are made, and not while a visitor waits.
    load_calendar()
except ImproperlyConfigured as error:
    sys.stderr.write(f"The hub does not start. {error}\n")
    sys.exit(EXIT_CODE)

# What was loaded so far stays as long as the process. Left to the collector, now and then a visitor waits a tenth of a
# second while it looks through all of it, and the workers cannot share its memory.
gc.collect()
gc.freeze()
