"""Guidance in stages, and stories of peer support at work."""

from .glossary import GlossaryTerm
from .guides import GuidePage, RelatedGuide
from .stages import GuidanceIndexPage, StagePage
from .stories import StoryGuide, StoryIndexPage, StoryPage

__all__ = [
    "GlossaryTerm",
    "GuidanceIndexPage",
    "GuidePage",
    "RelatedGuide",
    "StagePage",
    "StoryGuide",
    "StoryIndexPage",
    "StoryPage",
]
