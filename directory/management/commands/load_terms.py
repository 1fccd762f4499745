"""Load the terms that listings are filed under, with what people say for them."""

from typing import Any

from django.core.management.base import BaseCommand

from directory.models import TaxonomyTerm
from directory.models.taxonomies import PHRASE_FIELDS
from directory.vocabulary.loading import load_terms


class Command(BaseCommand):
    help = "Load the terms that listings are filed under; terms and phrases that editors changed are kept."

    def handle(self, *args: Any, **options: Any) -> None:
        load_terms()
        texts = TaxonomyTerm.objects.values_list(*PHRASE_FIELDS)
        phrases = sum(len(text.splitlines()) for row in texts for text in row)
        self.stdout.write(f"{len(texts)} terms with {phrases} phrases.")
