"""How the hub talks to each kind of database."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

SQLITE_OPTIONS = {
    # A deferred transaction that turns into a write fails at once when another writer holds the lock;
    # an immediate one waits its turn.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
    # What is deleted is gone from the file as well.
    "PRAGMA secure_delete=ON;",
}


def database_config(parsed: Mapping[str, Any]) -> dict[str, Any]:
    """Add what the hub needs to a database address that django-environ has parsed.

    SQLite gets write-ahead logging, immediate transactions and full synchronisation: without them
    concurrent posts are lost to locks. PostgreSQL gets server-side binding. Both keep their
    connections, but for SQLite's file of keys.
    """
    config = {**parsed, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    if "sqlite" in config["ENGINE"]:
        config["ENGINE"] = "hub.sqlite_backend"
        own = SQLITE_OPTIONS
    else:
        own = {"server_side_binding": True}
    config["OPTIONS"] = {**own, **config.get("OPTIONS", {})}
    return config


def databases(env: environ.Env, main: Mapping[str, Any], data_dir: Path) -> dict[str, dict[str, Any]]:
    """Everything, and the keys of enquiries apart from it.

    Beside SQLite the keys are in a second file in data_dir unless `ENQUIRY_KEYS_DATABASE_URL` says otherwise. With
    PostgreSQL they must be told a place: all machines share them, so no default could be right. Raises
    `ImproperlyConfigured` when it is missing, or when both are one database.
    """
    config = database_config(main)
    address = env("ENQUIRY_KEYS_DATABASE_URL", default="")
    if not address and "sqlite" not in config["ENGINE"]:
        raise ImproperlyConfigured(
            "ENQUIRY_KEYS_DATABASE_URL is empty. With PostgreSQL the keys of enquiries need a database of their own. "
            "See docs/settings.md."
        )
    keys = database_config(env.db_url_config(address or _beside(config, data_dir)))
    if _place(keys) == _place(config) and not _in_memory(config):
        raise ImproperlyConfigured(
            "ENQUIRY_KEYS_DATABASE_URL names the same database as DATABASE_URL: a copy would hold texts and keys."
        )
    if "sqlite" in keys["ENGINE"]:
        # The last connection that closes empties the log of writes, so no key that was erased waits in it.
        keys["CONN_MAX_AGE"] = 0
    return {"default": config, "enquiry_keys": keys}


def _beside(config: Mapping[str, Any], data_dir: Path) -> str:
    return "sqlite:///:memory:" if _in_memory(config) else f"sqlite:///{data_dir / 'enquiry-keys.sqlite3'}"


def _in_memory(config: Mapping[str, Any]) -> bool:
    return ":memory:" in str(config["NAME"])


def _place(config: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(config.get(name, "")) for name in ("ENGINE", "HOST", "PORT", "NAME"))
