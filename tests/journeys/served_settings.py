"""What `make serve` runs with, static files compressed and all."""

from hub.settings import base
from tests.faults.settings import *  # noqa: F403

# The tests of faults serve them as they lie there.
STORAGES = base.STORAGES
