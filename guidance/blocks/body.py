"""The body of a page: every block an editor can choose."""

from wagtail import blocks

from .evidence import FiguresBlock, PeriodFiguresBlock, PublicationBlock, VideoBlock
from .images import PictureBlock
from .listings import RelatedServicesBlock
from .lists import ChecklistBlock, StepsBlock
from .rules import DisagreementBlock, RequirementBlock
from .text import CalloutBlock, HeadingBlock, NoteBlock, ProseBlock, VoiceBlock


class BodyBlock(blocks.StreamBlock):
    """Blocks in reading order. Headings among them make up "On this page"."""

    heading = HeadingBlock(group="Words")
    text = ProseBlock(group="Words")
    callout = CalloutBlock(group="Words")
    note = NoteBlock(group="Words")
    voice = VoiceBlock(group="Words")
    steps = StepsBlock(group="Lists")
    checklist = ChecklistBlock(group="Lists")
    requirement = RequirementBlock(group="Rules")
    disagreement = DisagreementBlock(group="Rules")
    figures = FiguresBlock(group="Evidence")
    period_figures = PeriodFiguresBlock(group="Evidence")
    publication = PublicationBlock(group="Evidence")
    picture = PictureBlock(group="Evidence")
    video = VideoBlock(group="Evidence")
    services = RelatedServicesBlock(group="Directory")
