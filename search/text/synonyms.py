"""Read what editors write about words that mean the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from search.text.normalise import folded_words

MAX_RULE = 500
MAX_TERMS = 20
MAX_WORDS = 8
ARROW = "=>"


@dataclass(frozen=True, slots=True)
class SynonymRule:
    """Whoever types one of the terms in typed also finds what holds one of those in found."""

    typed: tuple[str, ...]
    found: tuple[str, ...]


SynonymRules = tuple[SynonymRule, ...]


def read_rule(text: str) -> SynonymRule:
    """Read "a, b, c" (all mean the same) or "a => b, c" (who types a also finds b and c).

    Raises ValueError with a message for the editor.
    """
    sides = text.split(ARROW)
    if len(sides) > 2:
        raise ValueError(_("Write => once at most."))
    typed, found = _terms(sides[0]), _terms(sides[-1])
    if len(sides) == 1 and len(typed) < 2:
        raise ValueError(_("Write at least two different terms with a comma between them."))
    if not typed or not found:
        raise ValueError(_("Write a term on each side of =>."))
    if len(sides) == 2 and set(map(folded_words, found)) <= set(map(folded_words, typed)):
        raise ValueError(_("Write something else after => than before it."))
    if len(typed) > MAX_TERMS or len(found) > MAX_TERMS:
        raise ValueError(_("Write at most %(number)s terms; use another entry for more.") % {"number": MAX_TERMS})
    for term in (*typed, *found):
        if len(folded_words(term)) > MAX_WORDS:
            raise ValueError(_("“%(term)s” has more than %(number)s words.") % {"term": term, "number": MAX_WORDS})
    return SynonymRule(typed, found)


def read_rules(texts: Iterable[str]) -> SynonymRules:
    """Read many; one that cannot be read is left out, since a search must not fail for it."""
    rules = []
    for text in texts:
        try:
            rules.append(read_rule(text))
        except ValueError:
            continue
    return tuple(rules)


def _terms(text: str) -> tuple[str, ...]:
    """The terms between commas that hold a word, each once."""
    named = {folded_words(part): " ".join(part.split()) for part in reversed(text.split(","))}
    return tuple(reversed([term for words, term in named.items() if words]))
