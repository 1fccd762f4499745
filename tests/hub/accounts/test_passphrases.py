"""Length helps; what is guessed at once is refused although it is long; no rule asks for kinds of characters."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from hub.models import User
from tests.factories.hub import make_user


@pytest.mark.parametrize(
    "passphrase",
    [
        "plum kettle orbit walnut",
        "correct horse battery",
        "eine kleine nachtmusik",
        "783920174629105",
        "tangerine-monday",
        "ünïcode wörds äre fine",
        "x" + "plum kettle orbit " * 20,
    ],
)
def test_words_of_ones_own_are_taken(passphrase: str) -> None:
    validate_password(passphrase)


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("plum kettle or", "at least 15"),
        ("aaaaaaaaaaaaaaaaaaaa", "repeats itself"),
        ("abcabcabcabcabcabc", "repeats itself"),
        ("Summer1!Summer1!Summer1!", "repeats itself"),
        ("12345678901234567890", "row of the keyboard"),
        ("abcdefghijklmnopqrst", "row of the keyboard"),
        ("qwertyuiopasdfghjkl", "row of the keyboard"),
        ("zyxwvutsrqponmlk", "row of the keyboard"),
        ("basketball2024!!!", "very common"),
        ("!!!2024basketball", "very common"),
        ("peersupporthub2026", "very common"),
        ("Peer Support Hub!!", "very common"),
    ],
)
def test_what_is_guessed_at_once_is_refused(passphrase: str, why: str) -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password(passphrase)
    assert why in " ".join(refused.value.messages)


def test_the_own_address_is_refused() -> None:
    with pytest.raises(ValidationError):
        validate_password("moderator@staff.example", User(email="moderator@staff.example"))


@pytest.mark.django_db
def test_the_account_page_says_so_and_an_old_passphrase_goes_on_working(client: Client) -> None:
    user = make_user("Editors", password="short")
    assert client.post("/admin/login/", {"username": user.email, "password": "short"}).status_code == 302
    changed = {
        "name_email-first_name": "E",
        "name_email-last_name": "D",
        "locale-preferred_language": "",
        "locale-current_time_zone": "Europe/London",
        "theme-theme": "system",
        "theme-density": "default",
        "theme-contrast": "system",
        "theme-keyboard_shortcuts": "on",
        "password-old_password": "short",
        "password-new_password1": "also too short",
        "password-new_password2": "also too short",
    }
    assert "at least 15 characters" in client.post("/admin/account/", changed).content.decode()
    user.refresh_from_db()
    assert user.check_password("short")
