"""No call is dear because of how deep it is, in a request or in a test."""

import resource
import sys
import threading
from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from hub.deployment.frame_chunk import within_one_chunk

DEPTHS, CALLS = 200, 300


def leaf() -> None:
    """Its frame is larger than a step, so that it is the first that no longer fits at some depth."""


leaf.__code__ = leaf.__code__.replace(co_stacksize=100)


def new_pages_at(depth: int) -> int:
    """How many pages of memory the system gives for many calls, so deep."""
    if depth:
        return new_pages_at(depth - 1)
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    for _ in range(CALLS):
        leaf()
    return resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before


def worst() -> int:
    return max(new_pages_at(depth) for depth in range(DEPTHS))


def worst_view(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(worst()))


urlpatterns = [path("worst/", worst_view)]


def in_a_thread(function: Callable[[], int]) -> int:
    """Frames of its own from the first call on, as where a server answers."""
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(function()))
    thread.start()
    thread.join()
    return found[0]


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="mended in late versions of 3.13")
def test_a_control_at_some_depth_each_call_has_a_chunk_of_its_own():
    assert in_a_thread(worst) >= CALLS


def test_with_room_no_depth_is_dear():
    assert in_a_thread(lambda: within_one_chunk(worst)) < CALLS / 2


def test_a_request_has_room(settings):
    settings.ROOT_URLCONF = __name__
    assert in_a_thread(lambda: int(Client().get("/worst/").content)) < CALLS / 2


def test_a_test_has_room():
    assert worst() < CALLS / 2


def test_arguments_answers_and_faults_pass_through():
    def halved(number: int, *, by: int = 2) -> float:
        return number / by

    assert within_one_chunk(halved, 3) == 1.5
    assert within_one_chunk(halved, 3, by=3) == 1
    with pytest.raises(ZeroDivisionError):
        within_one_chunk(halved, 3, by=0)


def test_calls_as_deep_as_python_allows_still_end_in_its_own_error():
    def endless() -> None:
        endless()

    with pytest.raises(RecursionError):
        within_one_chunk(endless)
