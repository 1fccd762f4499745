"""From a save to the next search, whatever happens in between."""

import pytest
from django.db import transaction
from taggit.models import Tag

from search.api import find
from search.changelog import log
from search.changelog.position import Position
from search.document import Document
from search.engines import current_engine
from search.engines.base import Progress
from search.indexing import indexer
from search.models import Change
from search.query import SearchQuery
from search.registry import registered
from tests.search.conftest import another_process, save_like_a_process_that_died, tag_documents, tag_keys

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("findable_tags")]


def titles(text: str = "") -> list[str]:
    return sorted(hit.title for hit in find(SearchQuery(text=text)).hits)


def test_saved_is_found_renamed_is_refound_deleted_is_gone():
    tag = Tag.objects.create(name="Housing", slug="housing")
    assert titles("housing") == ["Housing"]

    tag.name = "Tenancy"
    tag.save()
    assert (titles("housing"), titles("tenancy")) == ([], ["Tenancy"])

    tag.name = "Hidden tenancy"
    tag.save()
    assert titles() == []

    tag.name = "Tenancy"
    tag.save()
    tag.delete()
    assert titles() == []


def test_an_index_that_is_up_to_date_costs_one_query(django_assert_num_queries):
    Tag.objects.create(name="Housing", slug="housing")
    titles()

    with django_assert_num_queries(1):
        assert titles() == ["Housing"]


def test_a_reader_in_another_process_sees_what_this_one_wrote():
    other = another_process()
    Tag.objects.create(name="First", slug="first")
    assert other.search(SearchQuery()).total == 1

    Tag.objects.create(name="Second", slug="second")
    assert other.search(SearchQuery()).total == 2


def test_what_another_process_saved_and_did_not_index_is_found():
    assert titles() == []
    save_like_a_process_that_died("Orphan")

    assert titles() == ["Orphan"]


def test_a_reader_whom_others_overtook_keeps_the_index():
    Tag.objects.create(name="One", slug="one")
    read_before = log.head()
    Tag.objects.create(name="Two", slug="two")
    served = current_engine().live()

    assert indexer.update_index(head=read_before)
    assert current_engine().live() is served
    assert titles() == ["One", "Two"]


def test_a_change_that_was_rolled_back_leaves_no_row():
    with transaction.atomic():
        Tag.objects.create(name="Never", slug="never")
        assert log.head().sequence > 0
        transaction.set_rollback(True)

    assert not Change.objects.exists()
    assert titles() == []


def test_what_was_searched_before_a_rollback_does_not_stay():
    Tag.objects.create(name="Kept", slug="kept")
    with transaction.atomic():
        Tag.objects.create(name="Never", slug="never")
        assert titles() == ["Kept", "Never"]
        transaction.set_rollback(True)

    assert titles() == ["Kept"]
    Tag.objects.create(name="Later", slug="later")
    assert titles() == ["Kept", "Later"]


def test_a_restored_database_gets_an_index_of_its_own():
    Tag.objects.create(name="One", slug="one")
    Tag.objects.create(name="Two", slug="two")
    backup = list(Change.objects.all())[:1]

    Change.objects.all().delete()
    Tag.objects.filter(name="Two").delete()
    Change.objects.all().delete()
    Change.objects.bulk_create(backup)

    assert titles() == ["One"]


def test_an_index_behind_the_pruned_log_is_built_anew(monkeypatch):
    monkeypatch.setattr(log, "MAX_ROWS_KEPT", 2)
    Tag.objects.create(name="One", slug="one")
    with indexer.postponed():
        for name in ("Two", "Three", "Four", "Five", "Six", "Seven"):
            Tag.objects.create(name=name, slug=name.lower())
        log.prune()

    assert Change.objects.count() == 2
    assert len(titles()) == 7


def test_bulk_loaders_record_what_they_write():
    Tag.objects.bulk_create([Tag(name=f"Tag {number}", slug=f"tag-{number}") for number in range(1_200)])
    log.record_changes("tag", tag_keys())

    assert find(SearchQuery()).total == 1_200


def test_postponed_changes_are_indexed_once_at_the_end():
    applied = []
    titles()
    with indexer.postponed(report=applied.append):
        for name in ("One", "Two", "Three"):
            Tag.objects.create(name=name, slug=name.lower())
        assert applied == []

    assert applied == [3]
    assert titles() == ["One", "Three", "Two"]


def test_an_index_is_built_from_what_is_already_there():
    Tag.objects.bulk_create([Tag(name="Old", slug="old")])

    assert titles() == ["Old"]


def test_another_version_of_the_documents_gets_an_index_of_its_own():
    Tag.objects.create(name="Old", slug="old")
    titles()

    with registered("copy", model=Tag, documents=_copies, all_keys=tag_keys, version=2):
        assert titles() == ["Copy", "Old"]
    assert titles() == ["Old"]


def _copies(keys):
    return [Document(kind="copy", key=document.key, title="Copy", url="/") for document in tag_documents(keys)]


def test_a_build_goes_on_where_it_stopped(monkeypatch):
    Tag.objects.bulk_create([Tag(name=f"Tag {number}", slug=f"tag-{number}") for number in range(35)])
    monkeypatch.setattr(indexer, "BATCH", 10)
    monkeypatch.setattr(indexer.batches, "__defaults__", (10,))
    sizes = []

    for _ in range(6):
        assert not indexer.update_index(seconds=0.0) or sizes
        sizes.append(current_engine().search(SearchQuery()).total)

    assert sizes == [10, 20, 30, 35, 35, 35]
    assert indexer.update_index()


def test_while_another_process_writes_the_search_answers_with_what_is_there():
    Tag.objects.create(name="Old", slug="old")
    titles()
    other = another_process().live()
    assert other is not None

    with other.session():
        Tag.objects.create(name="New", slug="new")
        result = find(SearchQuery())
        assert ([hit.title for hit in result.hits], result.complete) == (["Old"], False)

    assert titles() == ["New", "Old"]
    assert find(SearchQuery()).complete


def test_a_session_that_fails_between_batches_changes_nothing():
    Tag.objects.create(name="Old", slug="old")
    titles()
    live = current_engine().live()

    def broken_batch():
        yield Document(kind="tag", key="999", title="Half", url="/")
        raise RuntimeError("the process dies here")

    with pytest.raises(RuntimeError), live.session() as session:
        session.apply(broken_batch(), ("tag:1",), Progress(Position(99, "x")))

    save_like_a_process_that_died("New")
    assert titles() == ["New", "Old"]


def test_documents_and_log_position_are_one_commit():
    Tag.objects.create(name="One", slug="one")
    titles()

    assert current_engine().live().progress.position == log.head()


def test_an_object_that_cannot_be_built_does_not_keep_others_out(caplog, tmp_path, settings):
    settings.SEARCH_INDEX_DIR = tmp_path / "other"
    Tag.objects.bulk_create([Tag(name=name, slug=name.lower()) for name in ("Good", "Bad", "Fine")])

    def documents(keys):
        made = tag_documents(keys)
        if any(document.title == "Bad" for document in made):
            raise ValueError("no")
        return [Document(kind="copy", key=one.key, title=one.title, url="/") for one in made]

    with registered("copy", model=Tag, documents=documents, all_keys=tag_keys):
        found = find(SearchQuery(kinds=("copy",)))

    assert sorted(hit.title for hit in found.hits) == ["Fine", "Good"]
    assert "No search document for copy" in caplog.text
