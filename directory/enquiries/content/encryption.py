"""Encryption of what people write.

Every enquiry has a data key of its own. The data key is stored wrapped by the keys in `ENQUIRY_KEYS`, so keys can be
rotated without touching the content, and erasing the wrapped key erases the content from backups as well.
"""

import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.views.decorators.debug import sensitive_variables


class UnreadableContent(Exception):
    """The content cannot be decrypted: a wrong key, an erased key, or changed bytes."""


class ErasedContent(UnreadableContent):
    """The key of the content is not there any more."""


class DataKey:
    """The key of one enquiry. Shows nothing of itself."""

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        self._key = key

    @classmethod
    def generate(cls) -> "DataKey":
        """A fresh key."""
        return cls(Fernet.generate_key())

    @classmethod
    def unwrap(cls, wrapped: str) -> "DataKey":
        """The key inside `wrapped`. Raises `UnreadableContent` when it was erased or no key in the settings fits."""
        if not wrapped:
            raise UnreadableContent("The key of this enquiry was erased.")
        try:
            return cls(key_ring().decrypt(wrapped.encode()))
        except InvalidToken as error:
            raise UnreadableContent("No key in ENQUIRY_KEYS opens this enquiry.") from error

    def wrap(self) -> str:
        """The key as it may be stored, under the first key of the settings."""
        return key_ring().encrypt(self._key).decode()

    @sensitive_variables()
    def seal(self, value: Any) -> str:
        """Encrypt any JSON value."""
        return Fernet(self._key).encrypt(json.dumps(value).encode()).decode()

    @sensitive_variables()
    def open(self, sealed: str) -> Any:
        """Decrypt what `seal` made. Raises `UnreadableContent`, never returns ciphertext."""
        try:
            return json.loads(Fernet(self._key).decrypt(sealed.encode()))
        except InvalidToken as error:
            raise UnreadableContent("This text belongs to another enquiry or was changed.") from error


def rewrap(wrapped: str) -> str:
    """The same data key under the first key of the settings. Raises `UnreadableContent` when none fits."""
    try:
        return key_ring().rotate(wrapped.encode()).decode()
    except InvalidToken as error:
        raise UnreadableContent("No key in ENQUIRY_KEYS opens this enquiry.") from error


def key_ring() -> MultiFernet:
    """The keys of the settings: the first one seals, all of them open."""
    return MultiFernet([Fernet(key) for key in settings.ENQUIRY_KEYS])
