"""Registers what the hub changes in the admin."""

from wagtail import hooks

from .page_choosers import only_seen_pages

hooks.register("construct_page_chooser_queryset", only_seen_pages)
