"""Keys never share a database with what they open."""

from pathlib import Path

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured

from hub.settings.databases import databases

POSTGRESQL = "postgres://hub@db.test/hub"


def made(main: str, keys: str, folder: Path = Path("/data")) -> dict[str, dict]:
    env = environ.Env()
    env.ENVIRON = {"ENQUIRY_KEYS_DATABASE_URL": keys} if keys else {}
    return databases(env, env.db_url_config(main), folder)


def test_beside_sqlite_a_second_file_is_the_default() -> None:
    found = made("sqlite:////data/hub.sqlite3", "")
    assert [database["NAME"] for database in found.values()] == ["/data/hub.sqlite3", "/data/enquiry-keys.sqlite3"]
    assert all("synchronous=FULL" in database["OPTIONS"]["init_command"] for database in found.values())


def test_beside_postgresql_it_must_be_said() -> None:
    with pytest.raises(ImproperlyConfigured, match="ENQUIRY_KEYS_DATABASE_URL is empty"):
        made(POSTGRESQL, "")
    found = made(POSTGRESQL, "postgres://keys@vault.test/keys")
    assert found["enquiry_keys"]["HOST"] == "vault.test"


@pytest.mark.parametrize(
    ("main", "keys"),
    [
        ("sqlite:////data/hub.sqlite3", "sqlite:////data/hub.sqlite3"),
        (POSTGRESQL, POSTGRESQL),
        (POSTGRESQL, "postgres://other:name@db.test/hub"),
    ],
)
def test_one_database_for_both_is_refused(main: str, keys: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="same database"):
        made(main, keys)


@pytest.mark.parametrize("main", ["sqlite:////data/hub.sqlite3", POSTGRESQL])
def test_connections_outlive_a_request_and_are_looked_at_before_the_next(main: str) -> None:
    for database in made(main, "postgres://keys@vault.test/keys").values():
        assert (database["CONN_MAX_AGE"], database["CONN_HEALTH_CHECKS"]) == (60, True)
