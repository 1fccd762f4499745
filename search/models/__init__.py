"""What the search keeps in the database: the change log and what editors decided."""

from .changes import Change, new_token
from .editorial import Synonym

__all__ = ["Change", "Synonym", "new_token"]
