"""What people searched for: counts, and nothing about them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.utils import timezone

from search.models import SoughtCount, StopNotice
from search.query import SearchQuery
from search.sought import forget_old, found_nothing, normalised, record

REPORT = "/admin/reports/found-nothing/"


def counts() -> dict[tuple[str, str], tuple[int, int]]:
    return {
        (row.text_normalised, row.kind_scope): (row.searches, row.without_results)
        for row in SoughtCount.objects.filter(day=timezone.localdate())
    }


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Housing   FIRST ", "housing first"),
        ("Caf\u00e9 “peer support”", "cafe peer support"),
        ("housing near G51 3NN", "housing near"),
        ("housing near g513nn", "housing near"),
        ("ask jo.bloggs@example.org about bail", "ask about bail"),
        ("0141 496 0123 drop-in", "drop in"),
        ("+44(0)141-496-0123", ""),
        ("prisoner A1234BC release", "prisoner release"),
        ("born 01/02/1990 housing", "born housing"),
        ("https://example.org/?who=me parole", "parole"),
        ("@someone methadone", "methadone"),
        ("\u0661\u0662\u0663 housing", "housing"),
        ("\U0001f600 ?!", ""),
        ("word " * 40, " ".join(["word"] * 20)),
        ("x" * 200, ""),
    ],
)
def test_only_words_that_name_nobody_are_kept(text, kept):
    assert normalised(text) == kept


@pytest.mark.django_db
class TestRecord:
    def test_searches_are_counted_by_day_text_and_scope(self):
        record(SearchQuery(text="Housing first"), 3)
        record(SearchQuery(text="housing FIRST"), 0)
        record(SearchQuery(text="housing first", kinds=("service", "guide")), 0)

        assert counts() == {("housing first", ""): (2, 1), ("housing first", "guide,service"): (1, 1)}

    def test_later_pages_and_empty_texts_are_not_counted(self):
        record(SearchQuery(text="housing", offset=20), 30)
        record(SearchQuery(), 30)
        record(SearchQuery(text="G51 3NN"), 0)

        assert counts() == {}

    @pytest.mark.parametrize("text", ["kill myself", "i cannae go oan", "sucidal", "the grey place calls me"])
    def test_what_is_typed_in_distress_is_not_counted(self, text):
        StopNotice.objects.create(kinds="suicide", words="grey place call", message="Call 999.")

        record(SearchQuery(text=text), 0)

        assert counts() == {}

    def test_one_statement(self, django_assert_num_queries):
        StopNotice.objects.create(words="recall", message="Call your solicitor.")
        record(SearchQuery(text="recall"), 1)
        with django_assert_num_queries(4):  # with the savepoint of a test's own transaction, and where the log stands
            record(SearchQuery(text="housing"), 1)

    def test_a_database_at_fault_does_not_fail_the_search(self, caplog):
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {SoughtCount._meta.db_table} RENAME TO gone")

        record(SearchQuery(text="housing"), 1)

        assert "not counted" in caplog.text
        assert "housing" not in caplog.text

    def test_old_counts_are_forgotten(self):
        today = timezone.localdate()
        for days in (0, 399, 401):
            SoughtCount.objects.create(day=today - timedelta(days=days), text_normalised="x")

        assert forget_old() == 1
        assert SoughtCount.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_searches_at_the_same_time_are_all_counted():
    def search(number: int) -> None:
        try:
            record(SearchQuery(text="housing"), number % 2)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(search, range(40)))

    assert counts() == {("housing", ""): (40, 20)}


@pytest.mark.django_db
class TestReport:
    @pytest.fixture(autouse=True)
    def searched(self):
        for text, total, times in (("bail hostel", 0, 3), ("housing", 5, 9), ("jail", 0, 1), ("jail", 2, 1)):
            for _ in range(times):
                record(SearchQuery(text=text), total)
        long_ago = timezone.localdate() - timedelta(days=90)
        SoughtCount.objects.create(day=long_ago, text_normalised="long ago", searches=50, without_results=50)

    def test_what_found_nothing_most_often_comes_first(self):
        rows = [(row["text_normalised"], row["without_results"], row["searches"]) for row in found_nothing()]

        assert rows == [("bail hostel", 3, 3), ("jail", 1, 2)]

    def test_the_report_lists_it(self, admin_client: Client):
        content = admin_client.get(REPORT).content.decode()

        assert content.index("bail hostel") < content.index("jail")
        assert "long ago" not in content
        assert "bail hostel" not in admin_client.get(f"{REPORT}results/?q=jai").content.decode()
        assert "jail" in admin_client.get(f"{REPORT}?ordering=text_normalised").content.decode()
        export = admin_client.get(f"{REPORT}?export=csv")
        assert b"bail hostel,3,3" in b"".join(export.streaming_content)

    def test_the_report_is_for_those_with_the_permission(self, client: Client):
        user = get_user_model().objects.create_user("editor@hub.example", "-")
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(user)
        assert client.get(REPORT).status_code == 302

        user.user_permissions.add(Permission.objects.get(codename="view_soughtcount"))
        assert client.get(REPORT).status_code == 200
        assert REPORT in client.get("/admin/").content.decode()
