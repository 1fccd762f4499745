"""Guidance in stages, and stories of peer support at work."""

from .guides import GuidePage, RelatedGuide
from .stages import GuidanceIndexPage, StagePage
from .stories import StoryGuide, StoryIndexPage, StoryPage

__all__ = ["GuidanceIndexPage", "GuidePage", "RelatedGuide", "StagePage", "StoryGuide", "StoryIndexPage", "StoryPage"]
