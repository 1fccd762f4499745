"""Who guesses waits; nobody else does; nothing about anybody is kept that is not needed."""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.core.management import call_command
from django.forms import model_to_dict
from django.test import Client
from django.utils import timezone

from hub.accounts.sign_in.slowing import FREE_TRIES, LONGEST_WAIT, wait_after
from hub.models import User
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db
PASSPHRASE = "plum kettle orbit walnut"
WRONG = "wrong"
HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"


@pytest.fixture
def editor() -> User:
    return make_user("Editors", "editor@staff.example", PASSPHRASE)


def sign_in(address: str = HERE, name: str = "editor@staff.example", passphrase: str = WRONG):
    headers = {"User-Agent": "Canary/1.0", "Accept": "text/canary"}
    typed = {"username": name, "password": passphrase, "next": "/admin/"}
    return Client(REMOTE_ADDR=address).post("/admin/login/?next=/canary/", typed, headers=headers)


def fail(times: int = FREE_TRIES, **where: str) -> None:
    for _ in range(times):
        last = sign_in(**where)
    assert last.status_code == (429 if times >= FREE_TRIES else 200)


def let_pass(seconds: float) -> None:
    for row in AccessAttempt.objects.all():
        AccessAttempt.objects.filter(pk=row.pk).update(attempt_time=row.attempt_time - timedelta(seconds=seconds))


def test_it_takes_longer_each_time_and_never_longer_than_half_an_hour() -> None:
    assert [int(wait_after(failures).total_seconds()) for failures in (0, 4, 5, 6, 7)] == [0, 0, 60, 120, 240]
    assert wait_after(10_000_000) == LONGEST_WAIT == timedelta(minutes=30)


def test_after_five_wrong_ones_the_right_one_waits_too(editor: User) -> None:
    fail()
    page = sign_in(passphrase=PASSPHRASE)
    html = page.content.decode()
    assert page.status_code == 429
    assert 0 < int(page.headers["Retry-After"]) <= 60
    assert "Try again in 1 minute, at " in html or "Try again in 59 seconds" in html
    assert 'value="editor@staff.example"' in html
    assert PASSPHRASE not in html
    assert "no-store" in page.headers["Cache-Control"]


def test_waiting_is_enough_and_signing_in_wipes_the_slate(editor: User) -> None:
    fail()
    let_pass(61)
    assert sign_in(passphrase=PASSPHRASE).status_code == 302
    assert not AccessAttempt.objects.exists()


def test_tries_while_waiting_do_not_make_it_longer(editor: User) -> None:
    fail()
    for _ in range(5):
        assert sign_in().status_code == 429
    assert AccessAttempt.objects.get().failures_since_start == FREE_TRIES
    let_pass(61)
    assert 60 < int(sign_in().headers["Retry-After"]) <= 120


def test_the_owner_signs_in_elsewhere(editor: User) -> None:
    fail(30)
    assert sign_in(ELSEWHERE, passphrase=PASSPHRASE).status_code == 302


def test_whoever_shares_the_address_signs_in(editor: User) -> None:
    make_user("Editors", "colleague@staff.example", PASSPHRASE)
    fail(30)
    assert sign_in(name="colleague@staff.example", passphrase=PASSPHRASE).status_code == 302


def test_other_capitals_are_the_same_account(editor: User) -> None:
    for number in range(FREE_TRIES):
        last = sign_in(name=f"{'EDITOR'[:number]}{'editor'[number:]}@staff.example ")
    assert last.status_code == 429
    assert AccessAttempt.objects.count() == 1


def test_an_account_that_is_none_is_answered_the_same(editor: User) -> None:
    answers = {}
    for name in ("editor@staff.example", "nobody@staff.example"):
        pages = [sign_in(name=name) for _ in range(FREE_TRIES + 1)]
        answers[name] = [(page.status_code, str(page.context["form"].errors)) for page in pages]
    assert len({str(answer) for answer in answers.values()}) == 1


def test_a_lying_header_is_no_other_address(editor: User, settings) -> None:
    settings.PROXY_COUNT = 1
    for number in range(FREE_TRIES):
        forged = {"X-Forwarded-For": f"203.0.113.{number}, 198.51.100.9"}
        page = Client().post("/admin/login/", {"username": editor.email, "password": "wrong"}, headers=forged)
    assert page.status_code == 429


@pytest.mark.parametrize("name", ["", "\x00", "x" * 300, "☃@staff.example", "' OR 1=1 --"])
def test_odd_names_are_answered(name: str) -> None:
    assert sign_in(name=name).status_code == 200


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Also what loggers say that do not hand on to the root."""
    silent = [logger for logger in map(logging.getLogger, ("axes", "django")) if not logger.propagate]
    caplog.set_level(logging.DEBUG)
    for logger in silent:
        caplog.set_level(logging.DEBUG, logger.name)
        logger.addHandler(caplog.handler)
    yield caplog
    # One handler serves all tests of a process.
    for logger in silent:
        logger.removeHandler(caplog.handler)


def test_nothing_is_kept_or_logged_about_who_it_was(editor: User, logged: pytest.LogCaptureFixture) -> None:
    fail(FREE_TRIES + 2, name="Canary@staff.example")
    let_pass(300)
    sign_in(passphrase=PASSPHRASE)
    stored = [model_to_dict(row) for row in AccessAttempt.objects.all()]
    assert len(stored) == 1
    for text in (logged.text, str(stored)):
        assert "canary" not in text.lower()
        assert "editor@" not in text
        assert "wrong" not in text.replace("wrong passphrase", "")
        assert "csrf" not in text
    assert len(stored[0]["username"]) == 64
    assert not AccessLog.objects.exists()
    assert not AccessFailureLog.objects.exists()


def test_it_is_forgotten_after_a_day(editor: User, capsys: pytest.CaptureFixture[str]) -> None:
    fail(1)
    fail(1, address=ELSEWHERE)
    AccessAttempt.objects.filter(ip_address=HERE).update(attempt_time=timezone.now() - timedelta(hours=25))
    call_command("forget_failed_sign_ins")
    assert capsys.readouterr().out == "1 forgotten\n"
    assert AccessAttempt.objects.get().ip_address == ELSEWHERE
