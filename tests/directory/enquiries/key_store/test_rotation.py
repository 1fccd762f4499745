"""Rotating the keys of the settings changes no hash, and the old key can go afterwards."""

from io import StringIO

import pytest
from cryptography.fernet import Fernet
from django.conf import LazySettings
from django.core.management import CommandError, call_command

from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.key_store.contact_hashes import ContactPoint
from directory.enquiries.key_store.keys import keys_with_contact
from directory.enquiries.key_store.models import ContactHash
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db

NUMBER = ContactPoint.phone("0141 496 0100")


def new_key() -> str:
    return Fernet.generate_key().decode()


def test_enquiries_of_a_number_are_found_before_and_after(settings: LazySettings) -> None:
    enquiry = make_enquiry()
    hashes = set(ContactHash.objects.values_list("digest", flat=True))
    fresh = new_key()
    settings.ENQUIRY_KEYS = [fresh, *settings.ENQUIRY_KEYS]
    call_command("rotate_enquiry_keys", stdout=StringIO())
    settings.ENQUIRY_KEYS = [fresh]
    assert keys_with_contact(NUMBER) == [enquiry.key_id]
    assert enquiry.unseal_answers().name == "R.M."
    later = make_enquiry()
    assert set(keys_with_contact(NUMBER)) == {enquiry.key_id, later.key_id}
    assert set(ContactHash.objects.values_list("digest", flat=True)) == hashes


def test_control_without_rotation_the_old_key_cannot_go(settings: LazySettings) -> None:
    make_enquiry()
    settings.ENQUIRY_KEYS = [new_key()]
    with pytest.raises(UnreadableContent):
        keys_with_contact(NUMBER)
    with pytest.raises(CommandError, match="Keep all old keys"):
        call_command("rotate_enquiry_keys", stdout=StringIO(), stderr=StringIO())
