"""Writing in bulk to a server that is busy, away, or dislikes a document."""

import pytest

from search.engines.base import IndexUnwritable, QueryRefused, ServerUnavailable
from search.engines.distributed.dialect import Refused, Unreachable
from search.engines.distributed.server import LARGEST_REQUEST, PAUSES, IndexMissing, Server
from search.engines.distributed.settings import read_url


class ScriptedDialect:
    """Gives one answer after the other; the last one again and again."""

    similarity = "BM25"

    def __init__(self, *answers):
        self.answers = list(answers)
        self.sent = []

    def ask(self, method, path, parameters, body=None, *, lines=False, seconds):
        self.sent.append(body)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def answer(*statuses: int) -> dict:
    items = [{"index": {"_id": str(number), "status": status}} for number, status in enumerate(statuses)]
    return {"errors": any(status >= 400 for status in statuses), "items": items}


def actions(number: int, size: int = 1) -> list:
    return [({"index": {"_id": str(each)}}, {"title": "x" * size}) for each in range(number)]


@pytest.fixture
def pauses() -> list[float]:
    return []


def write(dialect: ScriptedDialect, todo: list, pauses: list[float]) -> list[str]:
    return Server(read_url("http://one"), dialect).write("hub", todo, wait=pauses.append)


def test_only_what_was_refused_is_sent_again(pauses):
    dialect = ScriptedDialect(answer(200, 429, 201), answer(200))
    assert write(dialect, actions(3), pauses) == []
    assert [len(lines) for lines in dialect.sent] == [6, 2]
    assert dialect.sent[1][0] == {"index": {"_id": "1"}}
    assert pauses == [PAUSES[0]]


@pytest.mark.parametrize("fault", [Unreachable("gone"), Refused(503, "busy"), Refused(429, "busy")])
def test_a_server_that_is_away_for_a_moment_is_waited_for(pauses, fault):
    dialect = ScriptedDialect(fault, fault, answer(200))
    assert write(dialect, actions(1), pauses) == []
    assert pauses == list(PAUSES[:2])


def test_a_server_that_stays_away_is_said(pauses):
    with pytest.raises(ServerUnavailable):
        write(ScriptedDialect(Unreachable("gone")), actions(1), pauses)
    assert pauses == list(PAUSES)


def test_a_server_that_stays_busy_is_said(pauses):
    with pytest.raises(IndexUnwritable, match="1 documents"):
        write(ScriptedDialect(answer(429)), actions(1), pauses)


def test_what_the_server_has_newer_or_not_at_all_is_well(pauses):
    assert write(ScriptedDialect(answer(409, 404)), actions(2), pauses) == []
    assert pauses == []


def test_a_document_it_will_never_take_holds_nothing_up(pauses):
    assert write(ScriptedDialect(answer(200, 400)), actions(2), pauses) == ["1"]
    assert pauses == []


def test_large_documents_go_in_several_requests(pauses):
    dialect = ScriptedDialect({"errors": False})
    write(dialect, actions(5, LARGEST_REQUEST // 2), pauses)
    assert [len(lines) for lines in dialect.sent] == [2] * 5


def test_nothing_to_write_asks_nothing(pauses):
    dialect = ScriptedDialect({})
    assert write(dialect, [], pauses) == []
    assert dialect.sent == []


@pytest.mark.parametrize(
    ("status", "raised"),
    [(401, ServerUnavailable), (404, IndexMissing), (400, QueryRefused), (429, ServerUnavailable)]
    + [(status, ServerUnavailable) for status in (403, 408, 500, 502, 503, 504)],
)
def test_what_a_status_means(status, raised):
    with pytest.raises(raised):
        Server(read_url("http://one"), ScriptedDialect(Refused(status, ""))).ask("GET", "/")
