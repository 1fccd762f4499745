"""Entry point for gunicorn."""

import gc
import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from hub.deployment.encryption_keys import EXIT_CODE, require_right_keys_for_serving

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.production")
# What starting loads stays: looking through it again and again took a quarter of the processor time of a start.
# `HubConfig.ready` goes on.
gc.disable()

try:
    application = get_wsgi_application()
    # Imported late: it needs loaded models.
    from hub.deployment.first_requests import prepare_for_requests

    require_right_keys_for_serving()
    prepare_for_requests()
except ImproperlyConfigured as error:
    sys.stderr.write(f"The hub does not start. {error}\n")
    sys.exit(EXIT_CODE)

# What was loaded so far stays as long as the process. Left to the collector, now and then a visitor waits a tenth of a
# second while it looks through all of it, and the workers cannot share its memory.
gc.collect()
gc.freeze()
