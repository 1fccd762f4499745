"""Guessed recovery codes: none lets in, those of colleagues neither, and all get the same answer."""

from datetime import timedelta

import pytest
from django.test import Client

from hub.accounts import roles
from hub.accounts.second_factor.actions import make_recovery_codes
from hub.accounts.second_factor.one_time_codes import grouped, new_recovery_codes
from hub.models import User
from tests.factories.hub import make_authenticator, make_user
from tests.faults.guesses import Guesses
from tests.faults.size import size
from tests.hub.accounts.second_factor.browsing import RECOVERY, is_in

pytestmark = [pytest.mark.django_db, pytest.mark.second_factor]

COLLEAGUES = size(2, 100)
GUESSES = size(60, 10_000)


def test_no_guess_lets_in(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    # That somebody works is written into the session now and then, whatever they do.
    monkeypatch.setattr("hub.accounts.sessions.WRITTEN_AFTER", timedelta(days=1))
    reader = reader_with_codes("reader")
    of_others = [code for number in range(COLLEAGUES) for code in make_codes(reader_with_codes(f"other-{number}"))]
    codes = make_codes(reader)
    client.force_login(reader)
    guesses = Guesses(RECOVERY)
    for number in range(GUESSES):
        others = of_others[number // 2 % len(of_others)]
        guesses.try_one(client, {"code": others if number % 2 else grouped(new_recovery_codes()[0])})
    assert guesses.hits == []
    assert guesses.is_silent, guesses
    assert not is_in(client)
    guesses.try_one(client, {"code": codes[0]})
    assert len(guesses.hits) == 1
    assert is_in(client), "a control: the right one lets in"


def reader_with_codes(name: str) -> User:
    user = make_user(roles.MODERATORS, f"{name}@staff.example")
    make_authenticator(user)
    return user


def make_codes(user: User) -> list[str]:
    return make_recovery_codes(user=user)
