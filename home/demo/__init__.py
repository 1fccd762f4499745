"""The demo's plain pages, doors and contact details."""

from .create import create_plain_pages

__all__ = ["create_plain_pages"]
