"""Settings every environment shares. Reads the environment; opens no file and no connection."""

from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONE, SELF

from .languages import language_settings, with_address_language, with_translation_apps
from .templates import template_settings

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = environ.Env()

DEBUG = False
DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR / "var")))

INSTALLED_APPS = [
    "hub",
    "home",
    "guidance",
    "directory",
    "directory.enquiries",
    "directory.enquiries.key_store",
    "search",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "axes",
    "django_otp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "hub.deployment.health.health_middleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "hub.middleware.server_timing.ServerTimingMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "hub.middleware.private_by_default.private_by_default_middleware",
    "hub.middleware.newest_change.newest_change_middleware",
    # Before whatever reads a cookie, and after what compresses: kept pages are compressed already.
    "hub.page_cache.middleware.PageCacheMiddleware",
    "hub.deployment.frame_chunk.frame_chunk_middleware",
    "hub.middleware.content_security_policy.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # The order of these four: who signed in, whether it has ended, which code was given, whether one was needed.
    "hub.middleware.staff_sessions.StaffSessionsMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "hub.middleware.second_factor.SecondFactorMiddleware",
    "hub.middleware.rejected_forms.SignedOutFormsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    # Last: what it changes is the answer of the sign-in page.
    "axes.middleware.AxesMiddleware",
]

# Kept pages. With several machines, let all of them name one Redis server; each page is looked at for its revision
# all the same. Without it, files that every process of this machine reads.
PAGE_CACHE_URL = env("PAGE_CACHE_URL", default="")
# So many pages are kept as they were drawn, in each process, for those who go past the kept pages. 0 keeps none.
DRAWN_PAGES_KEPT = 200
PAGE_CACHE_LOCKS = DATA_DIR / "page-cache-locks"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": PAGE_CACHE_URL,
        "KEY_PREFIX": "pages",
    }
    if PAGE_CACHE_URL
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "page-cache",
        # A page takes some 60 KB there in its three forms.
        "OPTIONS": {"MAX_ENTRIES": 5_000},
    },
}

ROOT_URLCONF = "hub.urls"
WSGI_APPLICATION = "hub.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "hub.User"

TEMPLATES = template_settings(BASE_DIR / "templates")

AUTHENTICATION_BACKENDS = ["hub.accounts.sign_in.slowing.SlowingBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "hub.accounts.passphrases.PredictablePassphraseValidator"},
]

# How many of our own proxies stand before the hub, each of which adds to X-Forwarded-For.
PROXY_COUNT = env.int("PROXY_COUNT", default=0)

AXES_HANDLER = "hub.accounts.sign_in.slowing.SlowingHandler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "hub.accounts.sign_in.slowing.account_digest"
AXES_CLIENT_IP_CALLABLE = "hub.accounts.sign_in.client_address.client_address"
AXES_CLIENT_STR_CALLABLE = "hub.accounts.sign_in.slowing.nobody_in_particular"
AXES_LOCKOUT_CALLABLE = "hub.accounts.sign_in.slowing.too_early"
AXES_COOLOFF_TIME = timedelta(days=1)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# The first is the hub's own. With one alone nothing on the site knows of languages.
_languages = language_settings(env.list("HUB_LANGUAGES", default=["en-gb"]))
vars().update(_languages)
if _languages["WAGTAIL_I18N_ENABLED"]:
    INSTALLED_APPS = with_translation_apps(INSTALLED_APPS)
    MIDDLEWARE = with_address_language(MIDDLEWARE)
TIME_ZONE = "Europe/London"
USE_I18N = True
# Translations of the whole hub, one folder a language: docs/translating.md.
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
# Readable by a web server under another user, whatever the umask is.
FILE_UPLOAD_PERMISSIONS = 0o644
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o755
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Wagtail's page editor posts one field for each block and child row.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Beside the data and not in it: whoever copies that folder must not bring an older list back with it.
ERASED_KEYS_FILE = Path(
    env("ERASED_KEYS_FILE", default=str(DATA_DIR.absolute().with_name(f"{DATA_DIR.name}-erased-keys.log")))
)

DATABASE_ROUTERS = ["directory.enquiries.key_store.router.KeyStoreRouter"]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# What ends a session earlier is in hub/accounts/sessions.py.
SESSION_COOKIE_AGE = 60 * 60 * 8
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "hub.middleware.rejected_forms.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
    },
}

# Nothing a visitor typed may reach a log: no request bodies, no query strings, no mails to administrators.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"nothing_quoted": {"()": "directory.enquiries.privacy.log_reports.NothingQuoted"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["nothing_quoted"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "wagtail": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # It logs the length of the queue with every request that waits for a thread.
        "waitress.queue": {"level": "ERROR"},
        "axes": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # A line for each request, and a stack for each that fails: the search says once when its server is not well.
        "elastic_transport": {"level": "ERROR"},
        "opensearch": {"level": "CRITICAL"},
        # It writes down what was sent, word for word: what people search for, and where they are.
        "opensearchpy.trace": {"level": "CRITICAL", "propagate": False},
        "django_tasks": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}

WAGTAIL_SITE_NAME = "Peer Support Hub"
WAGTAILADMIN_BASE_URL = env("WAGTAILADMIN_BASE_URL", default="http://localhost:8000")
WAGTAILIMAGES_IMAGE_MODEL = "hub.HubImage"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "hub.media.image_form.HubImageForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "hub.media.document_form.CheckedDocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# Always a download: nothing that somebody uploaded is opened as a page of this site.
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# A gravatar would tell a third party which member of staff is signed in.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILEMBEDS_FINDERS: list[dict] = []
WAGTAILSEARCH_BACKENDS: dict[str, dict[str, object]] = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_USER_LOGIN_FORM = "hub.accounts.sign_in.forms.SignInForm"
WAGTAIL_FRONTEND_LOGIN_URL = "/admin/login/"
TAGGIT_CASE_INSENSITIVE = True

# Whatever sends mail through Django leaves it to the worker: no request waits for a mail server.
EMAIL_BACKEND = "hub.mail.backend.QueueingBackend"
EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_TIMEOUT = 30
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "hub.mail.forms.QueuedPasswordResetForm"  # noqa: S105 - the name of a class
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="hub@hub.example")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
ENQUIRY_NOTIFY = env.list("ENQUIRY_NOTIFY", default=[])
# When somebody reads the inbox, and how many of those hours an urgent enquiry may wait.
INBOX_HOURS = env("INBOX_HOURS", default="Mo-Fr 09:00-17:00; PH off")
INBOX_NATION = env("INBOX_NATION", default="Scotland")
URGENT_ANSWER_HOURS = env.int("URGENT_ANSWER_HOURS", default=2)
# How many enquiries may be in the making, and how many set aside for a look, before more are asked to wait.
ENQUIRY_DRAFTS_MOST = env.int("ENQUIRY_DRAFTS_MOST", default=20_000)
ENQUIRY_QUARANTINE_MOST = env.int("ENQUIRY_QUARANTINE_MOST", default=5_000)
# Nobody reads and answers all pages in less.
ENQUIRY_FASTEST_SECONDS = env.int("ENQUIRY_FASTEST_SECONDS", default=8)
# An enquiry that nobody closed, and with which nothing has happened for so many months, is shown to leads and emptied
# 30 days later.
UNCLOSED_ENQUIRY_MONTHS = env.int("UNCLOSED_ENQUIRY_MONTHS", default=12)
# Empty: the leads.
ACCESS_LOG_WITNESSES = env.list("ACCESS_LOG_WITNESSES", default=[])

# Empty: a key derived from SECRET_KEY.
FACTS_COOKIE_KEYS = env.list("FACTS_COOKIE_KEYS", default=[])

# Empty: no map is drawn and no other server is asked. The host learns the address of whoever presses "Show the map".
MAP_TILES_URL = env("MAP_TILES_URL", default="")
MAP_ATTRIBUTION = env("MAP_ATTRIBUTION", default="")

SEARCH_INDEX_DIR = DATA_DIR / "search"
# Empty: the embedded engine, with nothing else to run. See docs/search-operating.md.
SEARCH_URL = env("SEARCH_URL", default="")
SEARCH_API_KEY = env("SEARCH_API_KEY", default="")
SEARCH_CA_CERTS = env("SEARCH_CA_CERTS", default="")
# A server that takes longer is left alone for a while, and the embedded engine answers.
SEARCH_SECONDS = env.float("SEARCH_SECONDS", default=1.0)
SEARCH_SHARDS = env.int("SEARCH_SHARDS", default=1)
