"""Room for the calls of a whole request in one piece of memory.

CPython keeps the frames of a thread in chunks of 16 KB. A call that no longer fits asks the system for the next chunk,
and gives it back when it returns. A loop that happens to call across the end of a chunk does both each time: a page of
the admin did so 500 to 3,000 times, which was up to a third of its time. It is CPython's issue 142183, mended in 3.14
and in late versions of 3.13. See ADR 43.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from django.http import HttpRequest, HttpResponseBase

P = ParamSpec("P")
R = TypeVar("R")
GetResponse = Callable[[HttpRequest], HttpResponseBase]

# A chunk is doubled until a frame fits in it. This many slots of 8 bytes take a bit more than half of one of 1 MB. The
# rest, for what is called, is as much as 31 of the usual chunks. Nothing is written to the slots, so they take
# addresses and no memory.
SLOTS = 65_536


def within_one_chunk(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Call a function with room for the frames of all that it calls in turn."""
    return function(*args, **kwargs)


within_one_chunk.__code__ = within_one_chunk.__code__.replace(co_stacksize=SLOTS)


def frame_chunk_middleware(get_response: GetResponse) -> GetResponse:
    """Stands after the kept pages: to give one out takes few calls."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        return within_one_chunk(get_response, request)

    return answer
