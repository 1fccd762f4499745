"""SQLite with connections that are kept, and left when another file lies where the database was.

To open one for each request costs more than most pages: the file, four settings, and the whole schema to be read.
"""

import os
from typing import Any

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that notices when its file was deleted, moved or replaced: it would go on with what is gone."""

    _file: tuple[int, int] | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        # Looked at before it is opened: a file put there meanwhile then counts as another one.
        self._file = self._file_now()
        return super().get_new_connection(conn_params)

    def is_usable(self) -> bool:
        """Asked by Django before the first statement of each request."""
        return self.is_in_memory_db() or (self._file is not None and self._file == self._file_now())

    def _file_now(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self.settings_dict["NAME"])
        except OSError:
            return None
        return found.st_dev, found.st_ino
