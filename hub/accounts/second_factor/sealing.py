"""Encrypts the secret of an app at rest."""

from cryptography.fernet import InvalidToken
from django.views.decorators.debug import sensitive_variables

from hub.derived_keys import key_ring

SALT = "hub.accounts.second_factor"


class UnreadableSecret(Exception):
    """It was sealed under a SECRET_KEY that these settings no longer have."""


@sensitive_variables()
def seal(secret: bytes) -> bytes:
    return key_ring(SALT).encrypt(secret)


@sensitive_variables()
def unseal(sealed: bytes) -> bytes:
    """Raises `UnreadableSecret`."""
    try:
        return key_ring(SALT).decrypt(sealed)
    except InvalidToken as error:
        raise UnreadableSecret from error


def sealed_again(sealed: bytes) -> bytes:
    """The same secret under the newest key. Raises `UnreadableSecret`."""
    try:
        return key_ring(SALT).rotate(sealed)
    except InvalidToken as error:
        raise UnreadableSecret from error
