"""One machine, SQLite, mail that stays in a folder: what `make serve` runs."""

from .base import *  # noqa: F403
from .base import BASE_DIR, DATA_DIR, env
from .databases import databases

env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ENQUIRY_KEYS = env.list("ENQUIRY_KEYS")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

DATABASES = databases(env, env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'hub.sqlite3'}"), DATA_DIR)

# On the console the first mails would bury the address and the passwords that `make serve` says.
EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
# The port that serves, so that the links of mails open.
WAGTAILADMIN_BASE_URL = env("WAGTAILADMIN_BASE_URL", default=f"http://127.0.0.1:{env('PORT', default='8000')}")
DEMO_ACCOUNTS_ALLOWED = True
# With the gallery of components at /components/.
ROOT_URLCONF = "hub.gallery.urls"
