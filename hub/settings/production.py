"""Production. Every value without a default must be in the environment, or the process does not start."""

from .base import *  # noqa: F403
from .base import DATA_DIR, env
from .databases import databases

SECRET_KEY = env("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
PROXY_COUNT = env.int("PROXY_COUNT", default=1)
ENQUIRY_KEYS = env.list("ENQUIRY_KEYS")
ENQUIRY_NOTIFY = env.list("ENQUIRY_NOTIFY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = env("WAGTAILADMIN_BASE_URL")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[WAGTAILADMIN_BASE_URL])
DATABASES = databases(env, env.db_url("DATABASE_URL"), DATA_DIR)

# Its backend is the one the workers send with; everything else only queues.
_mail = env.email_url("EMAIL_URL")
EMAIL_DELIVERY_BACKEND = _mail.pop("EMAIL_BACKEND")
vars().update(_mail)

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"

DEMO_ACCOUNTS_ALLOWED = False
