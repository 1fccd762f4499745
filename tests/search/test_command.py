from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from taggit.models import Tag

from search.engines import current_engine
from search.query import SearchQuery

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("findable_tags")]


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


def test_status():
    assert "not built yet" in run("status")
    run("update")
    assert "0 documents" in run("status")
