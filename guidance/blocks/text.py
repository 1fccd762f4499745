"""Words: headings, running text, callouts, margin notes and people's voices."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from guidance.anchors import anchor_of

TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link", "term"]
SHORT_TEXT_FEATURES = ["bold", "italic", "ul", "link"]


class HeadingBlock(blocks.CharBlock):
    """A heading that "On this page" lists."""

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("A question or a verb. Also listed under “On this page”.")
        template = "blocks/heading_block.html"
        preview_value = "What good looks like"

    def get_context(self, value: str, parent_context: dict | None = None) -> dict:
        # The page gives each heading an id that no other has; one in a preview stands alone.
        anchor = (parent_context or {}).get("anchor") or anchor_of(value)
        return {**super().get_context(value, parent_context), "anchor": anchor}


class ProseBlock(blocks.RichTextBlock):
    """Running text."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, small headings, lists and links.")
        template = "blocks/prose_block.html"
        preview_value = (
            "<p>People who apply believe you when you say a criminal record can help them here. "
            "They know what the job is and <b>who will support them</b>.</p>"
        )

    def __init__(self, **options: object) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **options})


class CalloutBlock(blocks.StructBlock):
    """One thing to stop at."""

    title = blocks.CharBlock(max_length=100)
    text = blocks.RichTextBlock(features=SHORT_TEXT_FEATURES)

    class Meta:
        icon = "warning"
        label = _("Callout")
        description = _("One thing the reader must not miss. Use it once or twice on a page.")
        template = "blocks/callout_block.html"
        preview_value: ClassVar[dict] = {
            "title": "Ask about readiness, not only about the past",
            "text": "<p>Going back through a prison gate with a staff pass can bring a lot up.</p>",
        }


class NoteBlock(blocks.StructBlock):
    """A note in the margin, beside the block before it."""

    EDITOR = "editor"
    WORD = "word"
    ASIDE = "aside"
    KINDS = ((EDITOR, _("Editor’s note: a doubt about a fact")), (WORD, _("A word explained")), (ASIDE, _("An aside")))

    kind = blocks.ChoiceBlock(choices=KINDS, default=EDITOR, search_index=False)
    title = blocks.CharBlock(max_length=60, required=False, help_text=_("The word, or what the aside is about."))
    text = blocks.RichTextBlock(features=["bold", "italic", "link"])

    class Meta:
        icon = "comment"
        label = _("Margin note")
        description = _("A doubt about a source, or a word explained. Shown beside the block before it.")
        template = "blocks/note_block.html"
        preview_value: ClassVar[dict] = {
            "kind": "editor",
            "title": "",
            "text": "<p>The source can be read in two ways. We keep both.</p>",
        }


class VoiceBlock(blocks.StructBlock):
    """What someone said: word for word, or put in our words, and then without quotation marks."""

    text = blocks.TextBlock(rows=3, help_text=_("Without quotation marks: they are added where they belong."))
    speaker = blocks.CharBlock(max_length=120, required=False, help_text=_("Empty when the person is not named."))
    role = blocks.CharBlock(max_length=200, required=False)
    is_paraphrase = blocks.BooleanBlock(required=False, default=True, label=_("Put in our words"))

    class Meta:
        icon = "openquote"
        label = _("Voice")
        description = _("Someone’s voice, with who they are. Says so when it is put in our words.")
        template = "blocks/voice_block.html"
        preview_value: ClassVar[dict] = {
            "text": "People listen to someone with lived experience before they listen to anyone else.",
            "speaker": "Lorraine McIntosh",
            "role": "Aid & Abet, on secondment to the Positive Outcomes Project",
            "is_paraphrase": True,
        }
