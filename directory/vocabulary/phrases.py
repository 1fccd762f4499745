"""What people say for a need, a setting, an order and so on, as editors keep it with the term."""

from collections.abc import Iterator

from directory.models import TaxonomyTerm
from directory.models.taxonomies import PHRASE_FIELDS
from search.text.phrases import Phrase, PhraseUse

from .labels import FACETS_OF_TAXONOMIES


def phrases_of_terms() -> Iterator[Phrase]:
    """The name of every term that is not retired, and its phrases. One query."""
    terms = TaxonomyTerm.objects.offered().filter(taxonomy__slug__in=FACETS_OF_TAXONOMIES)
    rows = terms.order_by("taxonomy__slug", "slug").values_list("taxonomy__slug", "slug", "name", *PHRASE_FIELDS)
    for taxonomy, slug, name, *texts in rows:
        yield Phrase(name, FACETS_OF_TAXONOMIES[taxonomy], slug, PhraseUse.ANYWHERE)
        for text, use in zip(texts, PHRASE_FIELDS.values(), strict=True):
            for line in text.splitlines():
                yield Phrase(line, FACETS_OF_TAXONOMIES[taxonomy], slug, use)
