"""Guidance in stages, and stories of peer support at work."""

from .feedback import PageFeedback
from .frameworks import Framework, FrameworkStatement
from .glossary import GlossaryTerm
from .guides import GuidePage, RelatedGuide
from .readiness import ReadinessCheck, ReadinessSnapshot, WrongReadinessCode
from .service_guides import ServiceGuide
from .stages import GuidanceIndexPage, StagePage
from .stories import StoryGuide, StoryIndexPage, StoryPage

__all__ = [
    "Framework",
    "FrameworkStatement",
    "GlossaryTerm",
    "GuidanceIndexPage",
    "GuidePage",
    "PageFeedback",
    "ReadinessCheck",
    "ReadinessSnapshot",
    "RelatedGuide",
    "ServiceGuide",
    "StagePage",
    "StoryGuide",
    "StoryIndexPage",
    "StoryPage",
    "WrongReadinessCode",
]
