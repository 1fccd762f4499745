"""One type of page with stock blocks, as Wagtail's documentation writes them."""

from typing import ClassVar

from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page


class NaivePage(Page):
    summary = models.TextField(blank=True)
    body = StreamField([("heading", blocks.CharBlock()), ("paragraph", blocks.RichTextBlock())], blank=True)

    template = "naive/naive_page.html"

    class Meta:
        verbose_name = "naive page"

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page", "naive.NaivePage"]
