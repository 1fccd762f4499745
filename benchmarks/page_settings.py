"""The site as it is served, in a scratch folder, with kept pages, and naive pages beside it."""

import os
from pathlib import Path

# Set by the process that loads the demo, for the server that it starts.
SCRATCH = Path(os.environ["BENCHMARK_SCRATCH"])
os.environ["DATABASE_URL"] = f"sqlite:///{SCRATCH / 'hub.sqlite3'}"
os.environ["ENQUIRY_KEYS_DATABASE_URL"] = f"sqlite:///{SCRATCH / 'keys.sqlite3'}"

from hub.settings.test import *  # noqa: E402, F403
from hub.settings.test import CACHES, INSTALLED_APPS, MIDDLEWARE, PAGE_CACHE  # noqa: E402

_OUTER = MIDDLEWARE.index("hub.middleware.newest_change.newest_change_middleware") + 1
MIDDLEWARE = [
    *MIDDLEWARE[:_OUTER],
    PAGE_CACHE,
    "benchmarks.page_plain.answer_before_the_rest",
    *MIDDLEWARE[_OUTER:],
]
INSTALLED_APPS = [*INSTALLED_APPS, "benchmarks.naive"]
WHITENOISE_AUTOREFRESH = False
ALLOWED_HOSTS = ["localhost", "naive.localhost", "127.0.0.1"]
SEARCH_INDEX_DIR = SCRATCH / "search"
MEDIA_ROOT = SCRATCH / "media"
ERASED_KEYS_FILE = SCRATCH / "erased-keys.log"
CACHES["pages"] = {**CACHES["pages"], "LOCATION": SCRATCH / "page-cache"}
PAGE_CACHE_LOCKS = SCRATCH / "page-cache-locks"
DRAWN_PAGES_KEPT = 200
