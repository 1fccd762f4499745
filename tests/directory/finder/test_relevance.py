"""What people type leads to what answers it, over the demo's directory and guides."""

import pytest

from benchmarks import relevance

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
