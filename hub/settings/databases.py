"""How the hub talks to each kind of database."""

from collections.abc import Mapping
from typing import Any

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
    concurrent posts are lost to locks. PostgreSQL gets server-side binding and kept connections.
    """
    config = dict(parsed)
    if "sqlite" in config["ENGINE"]:
        config["OPTIONS"] = {**SQLITE_OPTIONS, **config.get("OPTIONS", {})}
        return config
    config["OPTIONS"] = {"server_side_binding": True, **config.get("OPTIONS", {})}
    config["CONN_MAX_AGE"] = 60
    config["CONN_HEALTH_CHECKS"] = True
    return config
