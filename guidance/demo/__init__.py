"""The demo's guidance and stories: the facts of five public texts, in our own words."""

from .create import create_guidance

__all__ = ["create_guidance"]
