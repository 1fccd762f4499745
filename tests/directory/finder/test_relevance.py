"""What people type leads to what answers it, over the demo's directory and guides."""

import secrets
from collections.abc import Iterator

import pytest

from benchmarks import relevance
from search.api import find
from search.engines import current_engine, server_engine
from search.indexing.indexer import rebuild
from search.query import SearchQuery

# A floor, not a target: `python -m benchmarks.relevance` prints where things stand.
LEAST_SUCCESS = 0.85
LEAST_GAIN = 0.80
LEAST_GAIN_UNSEEN = 0.60


def test_most_of_what_people_type_leads_to_the_answer(demo):
    every, unseen = list(relevance.outcomes()), list(relevance.outcomes(relevance.PLAIN_UNSEEN))

    missed = [outcome.judgement.text for outcome in every if not outcome.is_success]
    assert relevance.success(every) >= LEAST_SUCCESS, missed
    assert relevance.mean_gain(every) >= LEAST_GAIN
    assert relevance.mean_gain(unseen) >= LEAST_GAIN_UNSEEN


@pytest.mark.parametrize("path", [relevance.JUDGEMENTS, relevance.PLAIN, relevance.PLAIN_MORE, relevance.PLAIN_UNSEEN])
def test_every_judgement_names_something_that_the_demo_has(demo, path):
    from search.registry import registrations

    slugs = {
        document.url.rstrip("/").rsplit("/", 1)[-1]
        for registration in registrations()
        for document in registration.documents(list(registration.all_keys()))
    }
    judgements = relevance.read_judgements(path)

    assert len(judgements) >= 60
    for judgement in judgements:
        assert judgement.grades.keys() <= slugs, judgement.text
        assert relevance.GRADES["best"] in judgement.grades.values(), judgement.text


ALL_SETS = (
    relevance.JUDGEMENTS,
    relevance.PLAIN,
    relevance.PLAIN_MORE,
    relevance.PLAIN_THIRD,
    relevance.PLAIN_UNSEEN,
    relevance.PLAIN_UNSEEN_TOO,
)
# As long as the finder's box takes.
LONG = 200
# Of success@1, between the embedded engine and a server: two texts of sixty.
MOST_APART = 0.034


def long_texts() -> Iterator[str]:
    """Several things said at once: more of each is understood than of anything that one person types."""
    said = [judgement.text for path in ALL_SETS for judgement in relevance.read_judgements(path)]
    for first in range(0, len(said), 12):
        yield " ".join(said[first : first + 12])[:LONG]


# The same documents reach the server from either database.
@pytest.mark.only_on("sqlite")
def test_a_search_server_leads_to_the_answer_as_often(demo, settings, search_server_url):
    embedded = {path: relevance.success(list(relevance.outcomes(path))) for path in ALL_SETS}
    settings.SEARCH_URL = f"opensearch+{search_server_url}/relevance-{secrets.token_hex(4)}"
    settings.SEARCH_SECONDS = 30.0
    engine = server_engine()
    rebuild(engine=engine)
    try:
        served = {path: relevance.success(list(relevance.outcomes(path))) for path in ALL_SETS}
        assert {find(SearchQuery(text=text)).answered_by for text in long_texts()} == {"server"}
        assert not current_engine().breaker.is_open
    finally:
        engine.server.ask("DELETE", f"/{engine.live().name}", patient=True)

    apart = {path.stem: (embedded[path], served[path]) for path in ALL_SETS}
    assert all(abs(one - other) <= MOST_APART for one, other in apart.values()), apart
