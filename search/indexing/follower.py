"""Bring the server's index to where the change log is, as long as it lasts: the work of the search worker."""

import logging
import threading

from django.db import DatabaseError, connection

from search.changelog.scheduled import record_daily_changes
from search.engines import server_engine
from search.engines.base import IndexBroken
from search.indexing.indexer import update_index

logger = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
LONGEST_PAUSE = 10.0


class Follower:
    """Looks at the log every second. What it cannot write now stays in the log until it can."""

    def __init__(self) -> None:
        self._ended = threading.Event()

    def run(self) -> None:
        """Until `stop`."""
        pause = LOOK_SECONDS
        while not self._ended.wait(pause):
            pause = LOOK_SECONDS if self.look() else min(pause * 2, LONGEST_PAUSE)

    def look(self) -> bool:
        """Apply what is new. Returns whether the server has all of it."""
        engine = server_engine()
        if engine is None:
            return True
        try:
            record_daily_changes()
            return update_index(seconds=None, engine=engine)
        except (DatabaseError, IndexBroken) as fault:
            # The next look finds the same changes again, by then perhaps on a database that answers.
            logger.warning("The search worker could not look: %s", type(fault).__name__)
            connection.close()
            return False

    def stop(self) -> None:
        """End after what is being written."""
        self._ended.set()
