"""Keys for what is encrypted at rest, each derived from SECRET_KEY for one purpose."""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


def key_ring(salt: str) -> MultiFernet:
    """Encrypts with a key of SECRET_KEY, and decrypts also what was encrypted under SECRET_KEY_FALLBACKS."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (salted_hmac(salt, "", secret=secret, algorithm="sha256").digest() for secret in secrets)
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])
