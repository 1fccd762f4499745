"""What a page rests on: figures, publications and films."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from .rules import SourceBlock
from .text import SHORT_TEXT_FEATURES


class FigureBlock(blocks.StructBlock):
    """One number and what it counts."""

    number = blocks.CharBlock(max_length=20)
    label = blocks.CharBlock(max_length=120)
    is_derived = blocks.BooleanBlock(
        required=False, label=_("Worked out by us"), help_text=_("The source does not state this number.")
    )

    class Meta:
        icon = "plus"


class FiguresBlock(blocks.StructBlock):
    """Key figures with their period, their source and what is uncertain."""

    title = blocks.CharBlock(max_length=120)
    figures = blocks.ListBlock(FigureBlock(), min_num=1, max_num=6)
    period = blocks.CharBlock(max_length=120, required=False)
    source = blocks.CharBlock(max_length=200)
    source_url = blocks.URLBlock(required=False, label=_("Address of the source"))
    uncertainty = blocks.TextBlock(rows=2, required=False, label=_("What is uncertain"))

    class Meta:
        icon = "table"
        label = _("Key figures")
        description = _("Up to six numbers, with period, source and what is uncertain.")
        template = "blocks/figures_block.html"
        preview_value: ClassVar[dict] = {
            "title": "The Women into Work model in numbers",
            "figures": [
                {"number": "5", "label": "pilot projects tried peer supporters", "is_derived": False},
                {"number": "3", "label": "stages, which overlap", "is_derived": False},
                {"number": "17", "label": "different roles peers took on", "is_derived": True},
            ],
            "period": "",
            "source": "Leaflet of the SOVA-led project Women into Work",
            "source_url": "",
            "uncertainty": "",
        }


class PartBlock(blocks.StructBlock):
    """A part of a whole."""

    label = blocks.CharBlock(max_length=120)
    number = blocks.IntegerBlock(min_value=0)
    is_derived = blocks.BooleanBlock(required=False, label=_("Worked out by us"))

    class Meta:
        icon = "plus"


class PeriodBlock(blocks.StructBlock):
    """A number in one period, and the parts that it is made of."""

    period = blocks.CharBlock(max_length=120)
    label = blocks.CharBlock(max_length=120, help_text=_("What the whole counts: people referred."))
    total = blocks.IntegerBlock(min_value=0)
    parts = blocks.ListBlock(PartBlock(), min_num=1, max_num=12)

    class Meta:
        icon = "date"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        made = sum(part["number"] for part in cleaned["parts"])
        if made != cleaned["total"]:
            raise blocks.StructBlockValidationError(
                {
                    "total": ValidationError(
                        _("The parts make %(made)s, not %(total)s.") % {"made": made, "total": cleaned["total"]}
                    )
                }
            )
        return cleaned


class PeriodFiguresBlock(blocks.StructBlock):
    """Numbers by period, each with its parts."""

    title = blocks.CharBlock(max_length=120)
    periods = blocks.ListBlock(PeriodBlock(), min_num=1, max_num=12)
    source = SourceBlock()
    uncertainty = blocks.TextBlock(rows=2, required=False, label=_("What is uncertain"))

    class Meta:
        icon = "table"
        label = _("Figures by period")
        description = _("Whole numbers by period with their parts, which must add up.")
        template = "blocks/period_figures_block.html"
        preview_value: ClassVar[dict] = {
            "title": "How support ended",
            "periods": [
                {
                    "period": "April to June",
                    "label": "people whose support ended",
                    "total": 5,
                    "parts": [
                        {"label": "as planned", "number": 2, "is_derived": False},
                        {"label": "not as planned", "number": 3, "is_derived": False},
                    ],
                }
            ],
            "source": {"title": "A service’s report", "publisher": "", "published": "2021", "url": ""},
            "uncertainty": "",
        }


class PublicationBlock(blocks.StructBlock):
    """A report, leaflet or guide worth reading, as a link or a document kept here."""

    title = blocks.CharBlock(max_length=200)
    publisher = blocks.CharBlock(max_length=150, required=False)
    year = blocks.CharBlock(max_length=20, required=False)
    about = blocks.TextBlock(rows=2, required=False, label=_("What it is for"))
    url = blocks.URLBlock(required=False, label=_("Address"))
    document = DocumentChooserBlock(required=False)

    class Meta:
        icon = "doc-full"
        label = _("Publication")
        description = _("Something to read elsewhere, with who published it and when.")
        template = "blocks/publication_block.html"
        preview_value: ClassVar[dict] = {
            "title": "How to develop peer support within liaison and diversion",
            "publisher": "NHS England with Revolving Doors",
            "year": "",
            "about": "How to bring in peer roles.",
            "url": "",
            "document": None,
        }


class VideoBlock(blocks.StructBlock):
    """A film and everything it says, in writing. The film opens on its own site: nothing third-party loads here."""

    title = blocks.CharBlock(max_length=150)
    url = blocks.URLBlock(label=_("Address of the film"))
    duration = blocks.CharBlock(max_length=40, required=False, help_text=_("For example: 4 minutes."))
    transcript = blocks.RichTextBlock(features=SHORT_TEXT_FEATURES, help_text=_("All that is said and shown."))

    class Meta:
        icon = "media"
        label = _("Video with transcript")
        description = _("A link to a film, with its transcript on the page.")
        template = "blocks/video_block.html"
        preview_value: ClassVar[dict] = {
            "title": "Peer workers talk about their first week",
            "url": "https://video.example/first-week",
            "duration": "4 minutes",
            "transcript": "<p>A peer worker stands outside an office and says what the first day was like.</p>",
        }
