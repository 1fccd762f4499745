"""Queries as JSON: how many clauses a server would count in them."""

import pytest
from tantivy import Occur

from search.engines.distributed.queries import MOST_CLAUSES, JsonQueries

QUERIES = JsonQueries()
WORD, PHRASE = QUERIES.term("words", "peer"), QUERIES.phrase("title", ["peer", "work"])


@pytest.mark.parametrize(
    "wrap",
    [
        lambda query: query,
        lambda query: QUERIES.boost(query, 0.5),
        lambda query: QUERIES.constant(query, 1.0),
        lambda query: QUERIES.best([query]),
        lambda query: QUERIES.boolean([(Occur.Must, QUERIES.boost(QUERIES.constant(query, 1.0), 2.0))]),
    ],
)
def test_what_holds_too_many_clauses_however_deep_is_not_taken(wrap) -> None:
    """The limit is Lucene's: `IndexSearcher.getMaxClauseCount`, 1,024 in a server as it is installed."""
    most = QUERIES.boolean([(Occur.Should, WORD)] * (MOST_CLAUSES - 1) + [(Occur.Must, PHRASE)])
    too_many = QUERIES.boolean([(Occur.MustNot, WORD), (Occur.Must, most)])
    assert QUERIES.takes(wrap(most))
    assert not QUERIES.takes(wrap(too_many))


def test_any_of_many_values_is_one_clause() -> None:
    assert QUERIES.takes(QUERIES.any_term("coverage", [str(number) for number in range(5_000)]))


def test_nothing_is_taken() -> None:
    assert QUERIES.takes(QUERIES.nothing())


def test_a_score_that_grows_under_conditions_asks_the_text_once() -> None:
    """A text that speaks of a woman in custody has several, and each would bring all of its clauses again."""
    text = QUERIES.boolean([(Occur.Should, WORD)] * (MOST_CLAUSES - 10))
    scaled = QUERIES.scaled(text, 0.25, [([PHRASE, PHRASE], 0.75)])
    assert QUERIES.takes(QUERIES.scaled(scaled, 1.0, [([PHRASE], 4.0), ([PHRASE], 4.0)]))
