"""The site as it is served, in a scratch folder, with kept pages."""

from hub.settings.test import *  # noqa: F403
from hub.settings.test import MIDDLEWARE, PAGE_CACHE

_OUTER = MIDDLEWARE.index("django.middleware.gzip.GZipMiddleware") + 1
MIDDLEWARE = [
    *MIDDLEWARE[:_OUTER],
    PAGE_CACHE,
    "benchmarks.page_plain.answer_before_the_rest",
    *MIDDLEWARE[_OUTER:],
]
WHITENOISE_AUTOREFRESH = False
ALLOWED_HOSTS = ["localhost"]
