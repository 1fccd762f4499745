from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from taggit.models import Tag

from search.engines import current_engine
from search.models import Synonym
from search.query import SearchQuery

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("findable_tags")]


def run(*arguments: str) -> str:
    output = StringIO()
    call_command("search", *arguments, stdout=output, stderr=StringIO())
    return output.getvalue()


def found() -> list[str]:
    return sorted(hit.title for hit in current_engine().search(SearchQuery()).hits)


@pytest.fixture
def differing(findable_tags) -> None:
    """One document missing, one outdated and one too many, none of it in the change log."""
    one, two = (Tag.objects.create(name=name, slug=name.lower()) for name in ("One", "Two"))
    run("update")
    Tag.objects.filter(pk=one.pk).update(name="Renamed")
    Tag.objects.filter(pk=two.pk)._raw_delete("default")
    Tag.objects.bulk_create([Tag(name="Three", slug="three")])


def test_rebuild_brings_in_everything():
    Tag.objects.bulk_create([Tag(name=f"Tag {number}", slug=str(number)) for number in range(7)])

    assert "7 documents" in run("rebuild")
    assert len(found()) == 7


@pytest.mark.usefixtures("differing")
def test_rebuild_beside_and_swap():
    before = current_engine().live()

    run("rebuild", "--afresh")

    assert found() == ["Renamed", "Three"]
    assert current_engine().live() is not before
    generations = [path for path in current_engine().folder.iterdir() if path.is_dir()]
    assert len(generations) == 1


def test_rebuild_gives_way_to_another_process():
    with current_engine().building(), pytest.raises(CommandError, match="Another process"):
        run("rebuild")


@pytest.mark.usefixtures("differing")
def test_verify_tells_what_differs_and_fails():
    with pytest.raises(CommandError, match="3 documents differ") as failure:
        run("verify")

    assert failure.value.returncode == 1
    assert found() == ["One", "Two"]


@pytest.mark.usefixtures("differing")
def test_verify_repairs():
    assert "Repaired 3 documents" in run("verify", "--repair")
    assert found() == ["Renamed", "Three"]
    assert "0 missing\n0 outdated\n0 surplus" in run("verify")


def explained(*arguments: str) -> list[str]:
    return [line.strip() for line in run("explain", *arguments).splitlines()]


def test_explain_takes_the_score_of_the_first_results_apart():
    Tag.objects.create(name="Housing first", slug="first")
    Tag.objects.create(name="Housing and money", slug="money")

    lines = explained("housing first")

    assert lines[0] == "1 found, matching every word"
    assert lines[2].startswith("1. Housing first (tag ")
    parts = [line.partition("  ") for line in lines[4:]]
    assert [part[2].partition(":")[0] for part in parts] == [
        "“housing”",
        "“first”",
        "words next to each other",
        "whole title or alias",
    ]
    score, _, sum_of_parts = lines[3].partition(" = ")
    assert float(score) == pytest.approx(sum(float(part[0]) for part in parts), abs=0.05)
    assert sum_of_parts.endswith("for the text x 1.00 for its rank")
    assert "title" in parts[0][2]


def test_explain_says_what_synonyms_and_typing_errors_did():
    Tag.objects.create(name="CJSW", slug="cjsw")
    Synonym.objects.create(terms="CJSW, social work")

    by_synonym = explained("social work")
    by_typing_error = explained("socail work", "--limit", "1", "--kind", "tag")

    assert by_synonym[1] == "“social work” also finds “cjsw”"
    assert by_synonym[2:4][-1].startswith("1. CJSW")
    assert any("cjsw" in line and "“social”" in line for line in by_synonym)
    assert by_typing_error == ["Nothing found."]


def test_explain_says_what_preferred_and_expected_values_did():
    Tag.objects.create(name="Housing", slug="housing")

    plain = explained("housing")
    preferred = explained("housing", "--preferred", "kind=tag", "--preferred", "kind=guide")
    lacking = explained("housing", "--expected", "kind=guide")

    assert "5.00 because it has the preferred kind tag or guide" in preferred[3]
    assert "0.25 because it lacks the expected kind guide" in lacking[3]
    score, high, low = (float(lines[3].partition(" = ")[0]) for lines in (plain, preferred, lacking))
    assert (high, low) == (pytest.approx(5 * score, rel=0.01), pytest.approx(score / 4, rel=0.01))
    assert all(lines[3].endswith("x 1.00 for its rank") for lines in (plain, preferred, lacking))


def test_explain_is_silent_about_preferences_that_do_not_apply():
    Tag.objects.create(name="Housing", slug="housing")

    assert explained("housing", "--preferred", "kind=guide", "--expected", "kind=tag") == explained("housing")


@pytest.mark.parametrize("given", ["kind", "=tag", "kind="])
def test_explain_refuses_a_preference_without_facet_or_value(given):
    with pytest.raises(CommandError, match="FACET=VALUE"):
        run("explain", "housing", f"--preferred={given}")


@pytest.mark.parametrize("text", ["", "?!", "zzzz", '"quoted phrase"'])
def test_explain_of_nothing(text):
    assert explained(text) == ["Nothing found."]


def test_status():
    assert "not built yet" in run("status")
    run("update")
    assert "0 documents" in run("status")
