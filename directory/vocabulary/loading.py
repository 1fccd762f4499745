"""Load the words listings are filed under, and what people say for them."""

import csv
from collections import defaultdict
from pathlib import Path

from django.db import transaction

from directory.models import Taxonomy, TaxonomyTerm
from directory.models.taxonomies import PHRASE_FIELDS

from .taxonomies import TAXONOMIES

PHRASES = Path(__file__).with_name("data") / "term_phrases.csv"
FIELDS = {use.name.lower(): field for field, use in PHRASE_FIELDS.items()}

# The text of each phrase field, by taxonomy and term.
Texts = dict[tuple[str, str], dict[str, str]]


@transaction.atomic
def load_terms() -> None:
    """Create the taxonomies, their terms and phrases. What an editor has changed is kept.

    A term that has phrases of any kind keeps them; one without gets those that come with the code.
    """
    texts = read_phrase_texts()
    for slug, (name, terms) in TAXONOMIES.items():
        taxonomy, _ = Taxonomy.objects.get_or_create(slug=slug, defaults={"name": name})
        for position, (term, title) in enumerate(terms):
            found, _ = TaxonomyTerm.objects.get_or_create(
                taxonomy=taxonomy, slug=term, defaults={"name": title, "position": position}
            )
            _give_phrases(found, texts.get((slug, term), {}))


def read_phrase_texts() -> Texts:
    """The phrases that come with the code, as a term's fields hold them."""
    lines: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    with PHRASES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lines[row["taxonomy"], row["term"]][FIELDS[row["use"]]].append(row["phrase"])
    return {key: {field: "\n".join(phrases) for field, phrases in fields.items()} for key, fields in lines.items()}


def _give_phrases(term: TaxonomyTerm, texts: dict[str, str]) -> None:
    if not texts or any(getattr(term, field) for field in PHRASE_FIELDS):
        return
    for field, text in texts.items():
        setattr(term, field, text)
    term.save(update_fields=list(texts))
