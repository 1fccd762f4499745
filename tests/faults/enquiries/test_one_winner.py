"""Many threads act on many enquiries at once: of those that saw the same one wins, and the log tells it as it was."""

import random
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from django.db import OperationalError, connections
from django.utils import timezone

from directory.enquiries.actions import (
    EnquiryConflict,
    add_note,
    assign_enquiry,
    changing,
    claim_enquiry,
    close_enquiry,
    hand_over_all,
    merge_enquiries,
    quarantine_enquiry,
    release_enquiry,
    reopen_enquiry,
    wait_for,
)
from directory.enquiries.models import AuditEvent, Enquiry
from directory.enquiries.storage.access_log import find_problems
from hub.accounts import roles
from hub.models import User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user
from tests.faults.size import size

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("terms")]

THREADS = size(6, 50)
ENQUIRIES = size(8, 200)
EACH = size(20, 100)
# SQLite keeps no queue of those that wait, so whoever never rests keeps the others from writing. People look at what
# came of a press before the next one; these look for this long at most.
LOOKS_SECONDS = size(0, 1)
# On a busy machine some wait for twenty seconds even so. They get back what they typed and press again.
PRESSES = 20
Action = AuditEvent.Action


class Pair(NamedTuple):
    """One that everybody acts on, and an older one for it to be merged into."""

    older: Enquiry
    newer: Enquiry


@pytest.fixture
def people() -> list[User]:
    return [make_user(roles.MODERATORS, f"worker-{number}@staff.example") for number in range(THREADS)]


def in_threads(work: Callable[[int], Any]) -> list[Any]:
    """Every thread begins at the same moment, on a connection of its own."""
    start = threading.Barrier(THREADS)

    def run(number: int) -> Any:
        start.wait()
        try:
            return work(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


def tried(act: Callable[[], Any]) -> bool:
    """Whether it was done; somebody else may have been first."""
    for press in range(1, PRESSES + 1):
        try:
            act()
        except EnquiryConflict:
            return False
        except OperationalError as error:
            if "database is locked" not in str(error) or press == PRESSES:
                raise
        else:
            return True
        finally:
            time.sleep(random.uniform(0, LOOKS_SECONDS))  # noqa: S311 - guards nothing
    return False


def assign(pair: Pair, by: User, version: int) -> Any:
    return assign_enquiry(enquiry=pair.newer, by=by, to=by, version=version)


def quarantine(pair: Pair, by: User, version: int) -> Any:
    return quarantine_enquiry(enquiry=pair.newer, by=by, note="Odd", version=version)


def note(pair: Pair, by: User, version: int) -> Any:
    return add_note(enquiry=pair.newer, by=by, text=f"Of {by.pk}", version=version)


def wait(pair: Pair, by: User, version: int) -> Any:
    until = timezone.localdate() + timedelta(days=1)
    return wait_for(enquiry=pair.newer, by=by, whom="service", until=until, version=version)


def merge(pair: Pair, by: User, version: int) -> Any:
    return merge_enquiries(older=pair.older, newer=pair.newer, by=by, versions=(pair.older.version, version))


# What anybody may do to an open enquiry, from the version that they saw.
FORMS = (assign, quarantine, note, wait, merge)


def winners(pairs: list[Pair], people: list[User], forms: Any = FORMS) -> Counter[uuid.UUID]:
    """How many were first, by enquiry, when all saw the same and everyone does something to each."""

    def act_on_all(number: int) -> list[uuid.UUID]:
        chosen = random.Random(number)  # noqa: S311 - guards nothing
        mine = chosen.sample(pairs, len(pairs))
        return [pair.newer.pk for pair in mine if act_on(pair, people[number], chosen.choice(forms))]

    def act_on(pair: Pair, by: User, act: Any) -> bool:
        return tried(lambda: act(pair, by, pair.newer.version))

    return Counter(pk for won in in_threads(act_on_all) for pk in won)


def make_pairs() -> list[Pair]:
    return [Pair(make_enquiry(), make_enquiry()) for _ in range(ENQUIRIES)]


def test_of_those_that_saw_the_same_one_wins(people: list[User]) -> None:
    pairs = make_pairs()
    assert winners(pairs, people) == Counter({pair.newer.pk: 1 for pair in pairs})
    assert list(find_problems()) == []


def test_a_control_a_second_winner_is_seen(people: list[User], monkeypatch: pytest.MonkeyPatch) -> None:
    def whatever_was_seen(enquiry: Enquiry, *, version: int | None, **rest: Any) -> Enquiry:
        return changing.change(enquiry, version=None, **rest)

    monkeypatch.setattr("directory.enquiries.actions.claims.change", whatever_was_seen)
    pairs = make_pairs()
    assert max(winners(pairs, people, [assign]).values()) > 1


def act_at_random(enquiry: Enquiry, by: User, to: User, chosen: random.Random) -> Any:
    """What somebody does who looks at it now; a moment later it may be otherwise."""
    seen = Enquiry.objects.get(pk=enquiry.pk)
    if seen.closed_at is not None:
        return reopen_enquiry(enquiry=seen, by=by, note="Again")
    if seen.claimed_by_id is None:
        return claim_enquiry(enquiry=seen, by=by)
    if seen.claimed_by_id == by.pk and chosen.random() < 0.5:
        return close_enquiry(enquiry=seen, by=by, reason="planned", note="Done")
    act = chosen.choice(("release", "assign", "all"))
    if act == "release":
        return release_enquiry(enquiry=seen, by=by, claimed_by_id=seen.claimed_by_id)
    if act == "assign":
        return assign_enquiry(enquiry=seen, by=by, to=to, version=chosen.choice((None, seen.version)))
    return hand_over_all(by=by, of=by, to=to)


class Replayed:
    """How an enquiry stands, as far as its lines of the log tell; and which of them could not be."""

    def __init__(self) -> None:
        self.claimed_by: int | None = None
        self.is_closed = False
        self.changes = 0
        self.impossible: list[str] = []

    def apply(self, action: str, actor: int | None, detail: str) -> None:
        possible = {
            Action.CLAIMED: not self.is_closed and self.claimed_by is None,
            Action.RELEASED: not self.is_closed and self.claimed_by is not None,
            Action.ASSIGNED: not self.is_closed and str(self.claimed_by) != detail,
            Action.CLOSED: not self.is_closed and self.claimed_by == actor,
            Action.REOPENED: self.is_closed,
        }
        if action not in possible:
            return
        self.changes += 1
        if not possible[Action(action)]:
            self.impossible.append(f"{action} by {actor}")
        self.is_closed = action == Action.CLOSED
        if action in (Action.CLAIMED, Action.REOPENED):
            self.claimed_by = actor
        elif action != Action.CLOSED:
            self.claimed_by = int(detail) if action == Action.ASSIGNED else None


def contradictions(enquiry: Enquiry) -> Iterator[str]:
    """Where the log of an enquiry and the enquiry differ."""
    told = Replayed()
    for line in enquiry.events.order_by("pk").values_list("action", "actor_id", "detail"):
        told.apply(*line)
    yield from told.impossible
    if told.claimed_by != enquiry.claimed_by_id:
        yield f"claimed by {enquiry.claimed_by_id}, and the log says {told.claimed_by}"
    if told.is_closed != (enquiry.closed_at is not None):
        yield f"closed at {enquiry.closed_at}, and the log says {told.is_closed}"
    if enquiry.version != 1 + told.changes:
        yield f"version {enquiry.version} after {told.changes} changes"


def test_what_is_done_is_what_the_log_says(people: list[User]) -> None:
    enquiries = [make_enquiry() for _ in range(ENQUIRIES)]

    def act(number: int) -> int:
        chosen = random.Random(number)  # noqa: S311 - guards nothing
        by, others = people[number], [user for user in people if user != people[number]]
        some = [chosen.choice(enquiries) for _ in range(EACH)]
        return sum(tried(lambda one=one: act_at_random(one, by, chosen.choice(others), chosen)) for one in some)

    assert sum(in_threads(act)) > ENQUIRIES
    wrong = {str(one): found for one in Enquiry.objects.all() if (found := list(contradictions(one)))}
    assert wrong == {}
    assert list(find_problems()) == []


def test_a_control_a_change_beside_the_log_is_seen(people: list[User]) -> None:
    enquiry = make_enquiry()
    claim_enquiry(enquiry=enquiry, by=people[0])
    Enquiry.objects.update(claimed_by=people[1])
    assert len(list(contradictions(Enquiry.objects.get()))) == 1
    told = Replayed()
    told.apply(Action.CLAIMED, 1, "")
    told.apply(Action.CLAIMED, 2, "")
    assert told.impossible == ["claimed by 2"]
