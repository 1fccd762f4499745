"""A circuit breaker: after the first failure nobody waits for the server until it is well again."""

import logging
import threading
import time
from collections.abc import Callable

logger = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 15.0


class CircuitBreaker:
    """Open while the server is not to be asked. A thread of its own finds out when it is well again.

    So no visitor is the one who tries whether it answers.
    """

    def __init__(self, probe: Callable[[], object], wait: Callable[[float], object] = time.sleep) -> None:
        """probe raises for as long as the server is not well."""
        self._probe = probe
        self._wait = wait
        self._lock = threading.Lock()
        self._is_open = False

    @property
    def is_open(self) -> bool:
        """Whether the server is left alone."""
        return self._is_open

    def open(self, fault: Exception) -> None:
        """Leave the server alone from now on."""
        with self._lock:
            if self._is_open:
                return
            self._is_open = True
        logger.error("The search server is left alone, and the embedded engine answers: %s", fault)
        threading.Thread(target=self._try_again, name="search-server-probe", daemon=True).start()

    def _try_again(self) -> None:
        pause = FIRST_PAUSE
        while True:
            self._wait(pause)
            try:
                self._probe()
            except Exception as fault:
                logger.debug("The search server is not well yet: %s", fault)
                pause = min(pause * 2, LONGEST_PAUSE)
                continue
            with self._lock:
                self._is_open = False
            logger.warning("The search server is asked again")
            return
