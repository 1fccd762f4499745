"""What people searched for: counts, and nothing about them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry as LogEntry

from search.models import SoughtCount, SoughtText, StopNotice
from search.query import SearchQuery
from search.search_log import delete_old_counts, keys_of, log_search, normalised
from search.zero_results import forget, zero_result_searches

REPORT = "/admin/reports/found-nothing/"


def counts(*texts: str) -> dict[tuple[str, str], tuple[int, int]]:
    """Today's counts, by text and scope. A text that is not told shows as its hash."""
    known = {keys_of(text)[0]: text for text in texts}
    return {
        (known.get(row.text_key, row.text_key), row.kind_scope): (row.searches, row.without_results)
        for row in SoughtCount.objects.filter(day=timezone.localdate())
    }


def seek(text: str, *, days_ago: tuple[int, ...] = (0,), total: int = 0) -> None:
    """Search for a text on each of those days."""
    for days in sorted(days_ago, reverse=True):
        log_search(SearchQuery(text=text), total)
        counted = SoughtCount.objects.filter(text_key__in=keys_of(normalised(text)), day=timezone.localdate())
        counted.update(day=timezone.localdate() - timedelta(days=days))


def texts() -> list[str]:
    return sorted(SoughtText.objects.readable().values_list("text", flat=True))


def every_value() -> str:
    return "".join(str(row) for model in (SoughtCount, SoughtText) for row in model.objects.values_list())


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
        log_search(SearchQuery(text="Housing first"), 3)
        log_search(SearchQuery(text="housing FIRST"), 0)
        log_search(SearchQuery(text="housing first", kinds=("service", "guide")), 0)

        assert counts("housing first") == {
            ("housing first", ""): (2, 1),
            ("housing first", "guide,service"): (1, 1),
        }

    def test_later_pages_and_empty_texts_are_not_counted(self):
        log_search(SearchQuery(text="housing", offset=20), 30)
        log_search(SearchQuery(), 30)
        log_search(SearchQuery(text="G51 3NN"), 0)

        assert counts() == {}

    @pytest.mark.parametrize("text", ["kill myself", "i cannae go oan", "sucidal", "the grey place calls me"])
    def test_what_is_typed_in_distress_is_not_counted(self, text):
        StopNotice.objects.create(kinds="suicide", words="grey place call", message="Call 999.")

        log_search(SearchQuery(text=text), 0)

        assert counts() == {}

    def test_one_statement(self, django_assert_num_queries):
        StopNotice.objects.create(words="recall", message="Call your solicitor.")
        log_search(SearchQuery(text="recall"), 1)
        # With the savepoint of a test's own transaction, where the log stands, and whether the text is kept.
        with django_assert_num_queries(5):
            log_search(SearchQuery(text="housing"), 1)

    def test_a_database_at_fault_does_not_fail_the_search(self, caplog):
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {SoughtCount._meta.db_table} RENAME TO gone")

        log_search(SearchQuery(text="housing"), 1)

        assert "not counted" in caplog.text
        assert "housing" not in caplog.text

    def test_old_counts_are_forgotten(self):
        today = timezone.localdate()
        for days in (0, 399, 401):
            SoughtCount.objects.create(day=today - timedelta(days=days), text_key="x")
        SoughtText.objects.create(text_key="x", text="counted")
        SoughtText.objects.create(text_key="y", text="counted no more")
        SoughtText.objects.create(text_key="new mark", forgotten_at=timezone.now() - timedelta(days=399))
        SoughtText.objects.create(text_key="old mark", forgotten_at=timezone.now() - timedelta(days=401))

        assert delete_old_counts() == 3
        assert SoughtCount.objects.count() == 2
        assert set(SoughtText.objects.values_list("text_key", flat=True)) == {"x", "new mark"}


@pytest.mark.django_db(transaction=True)
def test_searches_at_the_same_time_are_all_counted():
    def search(number: int) -> None:
        try:
            log_search(SearchQuery(text="housing"), number % 2)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(search, range(40)))

    # One that meets another writer for a tenth of a second is left out; none is counted twice.
    ((searches, in_vain),) = counts("housing").values()
    assert 35 <= searches <= 40
    assert 15 <= in_vain <= 20


@pytest.mark.django_db
class TestNames:
    """A text may be a name. Nobody reads it before its third different day."""

    NAME = "Zebedee Canarysson"

    def test_a_name_sought_once_is_nowhere(self):
        for _ in range(5):
            seek(self.NAME)

        assert texts() == []
        assert "zebedee" not in every_value().lower()
        assert "canarysson" not in every_value().lower()

    def test_on_its_third_day_in_vain_it_is_kept(self):
        seek("bail hostel", days_ago=(5, 3))
        assert texts() == []
        seek("Bail  HOSTEL")
        assert texts() == ["bail hostel"]

    def test_days_on_which_it_found_something_do_not_count(self):
        seek("bail hostel", days_ago=(9, 8, 7), total=4)
        seek("bail hostel", days_ago=(3, 0))
        assert texts() == []

    def test_a_hash_needs_the_key(self, settings):
        first = keys_of("housing")
        settings.SECRET_KEY = "another" * 10
        assert not set(first) & set(keys_of("housing"))

    def test_days_before_a_new_key_count_while_the_old_one_is_known(self, settings):
        seek("bail hostel", days_ago=(5, 3))
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "another" * 10
        seek("bail hostel")
        assert texts() == ["bail hostel"]
        settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "third" * 10, [settings.SECRET_KEY]
        seek("bail hostel")
        assert texts() == ["bail hostel"]

    def test_what_is_forgotten_does_not_come_back(self):
        seek(self.NAME, days_ago=(9, 8, 7, 0))
        forget(SoughtText.objects.get())
        assert "zebedee" not in every_value().lower()
        seek(self.NAME, days_ago=(6, 5, 4, 3, 0))
        assert texts() == []
        assert not SoughtCount.objects.exists()
        assert not zero_result_searches().exists()


@pytest.mark.only_on("sqlite")
@pytest.mark.django_db(transaction=True)
def test_a_name_is_nowhere_in_the_file():
    name = "Zebedee Canarysson"
    seek(name)
    SoughtText.objects.create(text_key="k", text="forgetmenot canary")
    forget(SoughtText.objects.get())
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = Path(connection.settings_dict["NAME"])
    stored = b"".join(file.read_bytes().lower() for file in path.parent.glob(f"{path.name}*"))
    assert keys_of(normalised(name))[0].encode() in stored
    for canary in (b"zebedee", b"canarysson", b"forgetmenot"):
        assert canary not in stored


@pytest.mark.django_db(transaction=True)
def test_what_was_kept_as_text_becomes_a_hash():
    before = ("search", "0006_distress_in_stop_notices")
    executor = MigrationExecutor(connection)
    try:
        executor.migrate([before])
        old = executor.loader.project_state([before]).apps.get_model("search", "SoughtCount")
        today = timezone.localdate()
        for text, in_vain, days in (("once only", 1, 1), ("bail hostel", 1, 3), ("found", 0, 3)):
            for day in range(days):
                old.objects.create(
                    day=today - timedelta(days=day), text_normalised=text, searches=2, without_results=in_vain
                )
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes())
    assert texts() == ["bail hostel"]
    assert counts("once only", "bail hostel", "found") == {
        ("once only", ""): (2, 1),
        ("bail hostel", ""): (2, 1),
        ("found", ""): (2, 0),
    }
    assert SoughtCount.objects.count() == 7


@pytest.mark.django_db
class TestReport:
    @pytest.fixture(autouse=True)
    def searched(self):
        days = (3, 2, 1)
        seek("bail hostel", days_ago=(*days, 0))
        seek("housing", days_ago=days, total=5)
        seek("jail", days_ago=days)
        seek("jail", total=2)
        seek("twice only", days_ago=(1, 0))
        seek("long ago", days_ago=(93, 92, 91))

    def test_what_found_nothing_most_often_comes_first(self):
        rows = [(row.text, row.without_results, row.searches) for row in zero_result_searches()]

        assert rows == [("bail hostel", 4, 4), ("jail", 3, 4)]

    def test_the_report_lists_it(self, admin_client: Client):
        content = admin_client.get(REPORT).content.decode()

        assert content.index("bail hostel") < content.index("jail")
        assert "long ago" not in content
        assert "twice only" not in content
        assert "bail hostel" not in admin_client.get(f"{REPORT}results/?q=jai").content.decode()
        assert "jail" in admin_client.get(f"{REPORT}?ordering=text").content.decode()
        export = admin_client.get(f"{REPORT}?export=csv")
        assert b"bail hostel,4,4" in b"".join(export.streaming_content)

    def test_a_text_is_forgotten_after_a_question(self, admin_client: Client):
        sought = SoughtText.objects.get(text="jail")
        address = f"{REPORT}forget/{sought.pk}/"
        assert address in admin_client.get(REPORT).content.decode()
        assert "jail" in admin_client.get(address).content.decode()
        assert "jail" in texts()

        response = admin_client.post(address, follow=True)

        assert "The search is forgotten." in response.content.decode()
        assert "jail" not in response.content.decode()
        assert texts() == ["bail hostel", "long ago"]
        assert admin_client.post(address).status_code == 404
        assert not LogEntry.objects.filter(label__contains="jail").exists()

    def test_only_who_may_can_have_it_forgotten(self, client: Client):
        user = get_user_model().objects.create_user("editor@hub.example", "-")
        user.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", "view_soughtcount"]))
        client.force_login(user)
        sought = SoughtText.objects.get(text="jail")
        assert "forget/" not in client.get(REPORT).content.decode()
        assert client.post(f"{REPORT}forget/{sought.pk}/").status_code == 302
        assert "jail" in texts()

    def test_the_report_is_for_those_with_the_permission(self, client: Client):
        user = get_user_model().objects.create_user("editor@hub.example", "-")
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(user)
        assert client.get(REPORT).status_code == 302

        user.user_permissions.add(Permission.objects.get(codename="view_soughtcount"))
        assert client.get(REPORT).status_code == 200
        assert REPORT in client.get("/admin/").content.decode()
