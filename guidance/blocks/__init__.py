"""What an editor can put on a page, one block at a time."""

from .body import BodyBlock
from .evidence import FiguresBlock, PublicationBlock, VideoBlock
from .images import PictureBlock
from .listings import RelatedServicesBlock, ServiceChooserBlock
from .lists import ChecklistBlock, RequirementBlock, StepsBlock
from .path import PathBlock, PathStepBlock, steps_of
from .text import CalloutBlock, HeadingBlock, NoteBlock, ProseBlock, VoiceBlock

__all__ = [
    "BodyBlock",
    "CalloutBlock",
    "ChecklistBlock",
    "FiguresBlock",
    "HeadingBlock",
    "NoteBlock",
    "PathBlock",
    "PathStepBlock",
    "PictureBlock",
    "ProseBlock",
    "PublicationBlock",
    "RelatedServicesBlock",
    "RequirementBlock",
    "ServiceChooserBlock",
    "StepsBlock",
    "VideoBlock",
    "VoiceBlock",
    "steps_of",
]
