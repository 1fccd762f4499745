"""Guidance in stages, and stories of peer support at work."""

from .guides import GuidePage
from .stages import GuidanceIndexPage, StagePage
from .stories import StoryGuide, StoryIndexPage, StoryPage

__all__ = ["GuidanceIndexPage", "GuidePage", "StagePage", "StoryGuide", "StoryIndexPage", "StoryPage"]
