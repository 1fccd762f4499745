"""Fast and closed: plain static files, a quick hasher, tasks at once, mail in memory."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import CACHES, MIDDLEWARE, STORAGES, WAGTAILSEARCH_BACKENDS, env
from .databases import databases

SECRET_KEY = "test-only-" + "k" * 50
# 32 bytes of the letter k, in the form cryptography.fernet expects.
ENQUIRY_KEYS = ["a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="]
# Tests answer faster than people.
ENQUIRY_FASTEST_SECONDS = 0
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

# Kept in a name so that the folder lives as long as the process, and no longer.
_scratch_folder = tempfile.TemporaryDirectory(prefix="hub-test-")
_scratch = Path(_scratch_folder.name)
_url = env.db_url("DATABASE_URL", default=f"sqlite:///{_scratch / 'hub.sqlite3'}")
if "sqlite" not in _url["ENGINE"]:
    # A second database of the same server.
    env.ENVIRON.setdefault("ENQUIRY_KEYS_DATABASE_URL", f"{env('DATABASE_URL')}_keys")
DATABASES = databases(env, _url, _scratch)
for _name, _database in DATABASES.items():
    if "sqlite" not in _database["ENGINE"]:
        continue
    # A file, not memory: the live server's threads and the lock tests need a database that several connections
    # share. Without waiting for the disk: no test survives a power cut anyway.
    _database["TEST"] = {"NAME": str(_scratch / f"test-{_name}.sqlite3")}
    _database["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
    )

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
ERASED_KEYS_FILE = _scratch / "erased-keys.log"
MEDIA_ROOT = _scratch / "media"
SEARCH_INDEX_DIR = _scratch / "search"
# Whoever tests with a server says so.
SEARCH_URL = ""
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Writing the index of the admin's own search takes as long as saving. A test that looks with it switches this on.
WAGTAILSEARCH_BACKENDS = {"default": {**WAGTAILSEARCH_BACKENDS["default"], "AUTO_UPDATE": False}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
WHITENOISE_AUTOREFRESH = True
DEMO_ACCOUNTS_ALLOWED = True
# What a page asks and says is what most tests look at, and tests write past the change log. Those of kept pages put it
# back: `tests/hub/page_cache`.
DRAWN_PAGES_KEPT = 0
PAGE_CACHE = "hub.page_cache.middleware.PageCacheMiddleware"
MIDDLEWARE = [name for name in MIDDLEWARE if name != PAGE_CACHE]
CACHES["pages"] = {**CACHES["pages"], "LOCATION": _scratch / "page-cache"}
PAGE_CACHE_LOCKS = _scratch / "page-cache-locks"
