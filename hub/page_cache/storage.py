"""Where pages are kept: a few in this process, and all of them where every process of the machine finds them.

Whatever goes wrong there costs speed and nothing else: what cannot be read counts as not kept.
"""

import logging
import time
from collections import OrderedDict
from threading import Lock
from typing import Any

from django.core.cache import caches

from .entries import Entry

logger = logging.getLogger(__name__)

ALIAS = "pages"
# What one process holds in memory, so that most answers open no file.
MOST_BYTES = 16 * 1024 * 1024
# A page is looked at for a revision each time, so this only bounds how long one that nobody asks for lies there.
KEPT_SECONDS = 24 * 60 * 60
QUIET_SECONDS = 60


class PageStore:
    """Kept pages by key."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._near: OrderedDict[str, Entry] = OrderedDict()
        self._bytes = 0
        self._complained_at = -QUIET_SECONDS * 1.0

    def nearest(self, key: str) -> Entry | None:
        """What this process holds."""
        with self._lock:
            entry = self._near.get(key)
            if entry is not None:
                self._near.move_to_end(key)
            return entry

    def shared(self, key: str) -> Entry | None:
        """What another process has left."""
        try:
            entry = caches[ALIAS].get(key)
        # Files may be half-written or of another version, and a server may be away: pickle alone raises a dozen kinds.
        except Exception as error:
            self._complain("read", error)
            return None
        if not isinstance(entry, Entry):
            return None
        self._keep_near(key, entry)
        return entry

    def keep(self, key: str, entry: Entry) -> None:
        """For this process, and for the others."""
        self._keep_near(key, entry)
        try:
            caches[ALIAS].set(key, entry, KEPT_SECONDS)
        except Exception as error:
            self._complain("written", error)

    def clear(self) -> None:
        """Forget every page."""
        with self._lock:
            self._near.clear()
            self._bytes = 0
        try:
            caches[ALIAS].clear()
        except Exception as error:
            self._complain("cleared", error)

    def _keep_near(self, key: str, entry: Entry) -> None:
        with self._lock:
            before = self._near.pop(key, None)
            self._bytes += entry.size - (before.size if before else 0)
            self._near[key] = entry
            while self._bytes > MOST_BYTES and self._near:
                self._bytes -= self._near.popitem(last=False)[1].size

    def _complain(self, what: str, error: Any) -> None:
        """Say so once a minute, not with each request. The message stays out: it may quote an address."""
        if time.monotonic() - self._complained_at >= QUIET_SECONDS:
            self._complained_at = time.monotonic()
            logger.warning("A kept page could not be %s: %s", what, type(error).__name__)


store = PageStore()
