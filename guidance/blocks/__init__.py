"""What an editor can put on a page, one block at a time."""

from .body import BodyBlock
from .evidence import FiguresBlock, PeriodFiguresBlock, PublicationBlock, VideoBlock
from .history import ChangeBlock
from .images import PictureBlock
from .listings import RelatedServicesBlock, ServiceChooserBlock
from .lists import ChecklistBlock, StatementBlock, StepsBlock
from .path import PathBlock, PathStepBlock, steps_of
from .rules import DisagreementBlock, RequirementBlock, RequirementValue, SourceBlock, requirement_problems
from .text import CalloutBlock, HeadingBlock, NoteBlock, ProseBlock, VoiceBlock

__all__ = [
    "BodyBlock",
    "CalloutBlock",
    "ChangeBlock",
    "ChecklistBlock",
    "DisagreementBlock",
    "FiguresBlock",
    "HeadingBlock",
    "NoteBlock",
    "PathBlock",
    "PathStepBlock",
    "PeriodFiguresBlock",
    "PictureBlock",
    "ProseBlock",
    "PublicationBlock",
    "RelatedServicesBlock",
    "RequirementBlock",
    "RequirementValue",
    "ServiceChooserBlock",
    "SourceBlock",
    "StatementBlock",
    "StepsBlock",
    "VideoBlock",
    "VoiceBlock",
    "requirement_problems",
    "steps_of",
]
