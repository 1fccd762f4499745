"""Entry point for gunicorn."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.production")

application = get_wsgi_application()

# What was loaded so far stays as long as the process. Left to the collector, now and then a visitor waits a tenth of a
# second while it looks through all of it, and the workers cannot share its memory.
gc.collect()
gc.freeze()
