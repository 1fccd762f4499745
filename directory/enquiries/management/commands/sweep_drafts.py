"""Deletes drafts whose time is over, and traces of trouble that no longer count."""

from typing import Any

from django.core.management.base import BaseCommand

from directory.enquiries.drafts.actions import sweep_drafts
from directory.enquiries.robots.judgement import forget_texts
from directory.enquiries.robots.slowing import forget_wrong_codes


class Command(BaseCommand):
    help = "Delete drafts left alone for an hour, or saved fourteen days ago, with their keys."

    def handle(self, *args: Any, **options: Any) -> None:
        swept = sweep_drafts()
        forget_wrong_codes()
        forget_texts()
        self.stdout.write(f"{swept} {'draft' if swept == 1 else 'drafts'} deleted.")
