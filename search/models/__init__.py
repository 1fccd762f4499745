"""What the search keeps in the database: the change log, what editors decided and the search log."""

from .changelog import Change, DayReached, new_token
from .editorial import Promotion, StopNotice, Synonym
from .search_log import SoughtCount, SoughtText

__all__ = ["Change", "DayReached", "Promotion", "SoughtCount", "SoughtText", "StopNotice", "Synonym", "new_token"]
