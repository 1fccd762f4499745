"""Settings of the benchmarks: a scratch folder that goes with the process."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from hub.settings.databases import SQLITE_OPTIONS

# A process that another one started shares its folder and leaves it alone.
if given := os.environ.get("BENCHMARK_SCRATCH"):
    SCRATCH = Path(given)
else:
    SCRATCH = Path(tempfile.mkdtemp(prefix="hub-benchmark-"))
    atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

SECRET_KEY = "benchmarks-only"  # noqa: S105  guards nothing
USE_TZ = True
STATIC_URL = "/static/"
INSTALLED_APPS = [
    "benchmarks",
    "search",
    "wagtail.search",
    "wagtail",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": SCRATCH / "benchmark.sqlite3",
        "OPTIONS": SQLITE_OPTIONS,
    }
}
# Tables are made from the models: to run the migrations takes four seconds more.
MIGRATION_MODULES = dict.fromkeys(
    ("benchmarks", "search", "wagtailsearch", "wagtailcore", "taggit", "auth", "contenttypes")
)
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False}}
SEARCH_INDEX_DIR = SCRATCH / "search"
