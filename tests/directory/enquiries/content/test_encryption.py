"""Content is unreadable without its key, and keys can be rotated and erased."""

from io import StringIO

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command

from directory.enquiries.content.encryption import DataKey, UnreadableContent
from directory.enquiries.key_store.keys import erase_keys
from directory.enquiries.key_store.models import EnquiryKey
from directory.enquiries.models import Enquiry
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db


def new_key() -> str:
    return Fernet.generate_key().decode()


def test_a_wrong_key_raises_and_never_returns_ciphertext(settings) -> None:
    enquiry = make_enquiry(words="A quiet word")
    settings.ENQUIRY_KEYS = [new_key()]
    with pytest.raises(UnreadableContent) as caught:
        enquiry.unseal_answers()
    assert enquiry.sealed_answers not in str(caught.value)


def test_text_of_another_enquiry_raises() -> None:
    one, other = make_enquiry(), make_enquiry()
    other.sealed_answers = one.sealed_answers
    with pytest.raises(UnreadableContent):
        other.unseal_answers()


def with_another_letter(text: str, place: int) -> str:
    return text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]


@pytest.mark.parametrize(
    "damage", [lambda text: text[:-4], lambda text: "", lambda text: with_another_letter(text, 40)]
)
def test_changed_text_raises(damage) -> None:
    enquiry = make_enquiry(words="A quiet word")
    enquiry.sealed_answers = damage(enquiry.sealed_answers)
    with pytest.raises(UnreadableContent):
        enquiry.unseal_answers()


def test_an_erased_key_erases_the_content() -> None:
    enquiry = make_enquiry()
    erase_keys([enquiry.key_id])
    with pytest.raises(UnreadableContent):
        enquiry.unseal_answers()


def test_every_enquiry_has_a_key_of_its_own() -> None:
    one, other = make_enquiry(), make_enquiry()
    sealed = one.data_key.seal("mine")
    with pytest.raises(UnreadableContent):
        other.data_key.open(sealed)


def test_a_key_shows_nothing_of_itself() -> None:
    key = DataKey(b"secret-bytes")
    assert "secret" not in repr(key) + str(key)


def test_rotation_moves_every_key_and_no_content(settings) -> None:
    old, new = settings.ENQUIRY_KEYS[0], new_key()
    enquiries = [make_enquiry(words=f"Words {number}") for number in range(3)]
    sealed = {enquiry.pk: enquiry.sealed_answers for enquiry in enquiries}
    settings.ENQUIRY_KEYS = [new, old]
    output = StringIO()
    call_command("rotate_enquiry_keys", stdout=output)
    assert "4 keys rotated" in output.getvalue()
    settings.ENQUIRY_KEYS = [new]
    words = set()
    for enquiry in Enquiry.objects.all():
        assert enquiry.sealed_answers == sealed[enquiry.pk]
        words.add(enquiry.unseal_answers().words)
    assert words == {"Words 0", "Words 1", "Words 2"}


def test_rotation_with_a_key_missing_says_so_and_changes_nothing(settings) -> None:
    make_enquiry()
    before = EnquiryKey.objects.get().wrapped_key
    settings.ENQUIRY_KEYS = [new_key()]
    with pytest.raises(CommandError, match="2 keys cannot be opened"):
        call_command("rotate_enquiry_keys", stdout=StringIO(), stderr=StringIO())
    assert EnquiryKey.objects.get().wrapped_key == before
