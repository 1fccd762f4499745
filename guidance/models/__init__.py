"""Guidance in stages, and stories of peer support at work."""

from .guides import GuidePage, RelatedGuide
from .readiness import ReadinessCheck, ReadinessSnapshot, WrongReadinessCode
from .stages import GuidanceIndexPage, StagePage
from .stories import StoryGuide, StoryIndexPage, StoryPage

__all__ = [
    "GuidanceIndexPage",
    "GuidePage",
    "ReadinessCheck",
    "ReadinessSnapshot",
    "RelatedGuide",
    "StagePage",
    "StoryGuide",
    "StoryIndexPage",
    "StoryPage",
    "WrongReadinessCode",
]
