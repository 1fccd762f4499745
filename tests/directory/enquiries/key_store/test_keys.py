"""Keys lie apart from what they open, and go when they are told to."""

import uuid
from hashlib import sha256
from unittest import mock

import pytest
from cryptography.fernet import Fernet
from django.db import DatabaseError, connection, connections
from django.test import Client

from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.key_store.contact_hashes import ContactPoint
from directory.enquiries.key_store.keys import (
    erase_keys,
    issue_key,
    keys_sharing_contacts,
    keys_with_contact,
    open_key,
    open_keys,
)
from directory.enquiries.key_store.models import ContactHash, EnquiryKey
from directory.enquiries.key_store.router import ALIAS
from directory.enquiries.models import Enquiry
from tests.factories.enquiries import SEND, fill, make_enquiry, press_send, state_of

pytestmark = pytest.mark.django_db


def test_no_key_is_beside_what_it_opens() -> None:
    enquiry = make_enquiry(words="A quiet word")
    wrapped = EnquiryKey.objects.get(pk=enquiry.key_id).wrapped_key
    tables = connection.introspection.table_names()
    assert not any(name.startswith("enquiry_keys") for name in tables)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM enquiries_enquiry")
        assert wrapped not in str(cursor.fetchall())
    assert set(connections[ALIAS].introspection.table_names()) == {
        "django_migrations",
        "enquiry_keys_contacthash",
        "enquiry_keys_contacthashkey",
        "enquiry_keys_enquirykey",
        "enquiry_keys_erasedkey",
        "enquiry_keys_keystoreidentity",
    }


def test_an_erased_key_takes_its_hashes_along() -> None:
    enquiry, other = make_enquiry(), make_enquiry(phone="0141 496 0199", sender_email="b@council.example")
    assert ContactHash.objects.filter(key=enquiry.key_id).count() == 2
    assert erase_keys([enquiry.key_id]) == 1
    assert erase_keys([enquiry.key_id]) == 0
    assert not ContactHash.objects.filter(key=enquiry.key_id).exists()
    with pytest.raises(UnreadableContent, match="erased"):
        enquiry.unseal_answers()
    assert other.unseal_answers().name == "R.M."


def test_a_key_that_was_never_there_is_unreadable_too() -> None:
    for key_id in (None, uuid.uuid4()):
        with pytest.raises(UnreadableContent):
            open_key(key_id)
    assert open_keys([uuid.uuid4()]) == {}


def test_many_keys_cost_one_query(django_assert_num_queries) -> None:
    made = dict(issue_key() for _ in range(5))
    sealed = {key_id: data_key.seal("mine") for key_id, data_key in made.items()}
    with django_assert_num_queries(1, connection=connections[ALIAS]):
        opened = open_keys(made)
    assert {key_id: opened[key_id].open(text) for key_id, text in sealed.items()} == dict.fromkeys(made, "mine")


def test_the_same_contact_is_found_however_it_is_written() -> None:
    one = make_enquiry(phone="0141 496 0100", sender_email="Ann.Example@Council.example")
    make_enquiry(phone="0141 496 0101", sender_email="b@council.example")
    for written in ("+44 141 496 0100", "0141-4960100", "(0141) 496 0100 ext. 4"):
        assert keys_with_contact(ContactPoint.phone(written)) == [one.key_id]
    assert keys_with_contact(ContactPoint.email(" ann.example@council.EXAMPLE ")) == [one.key_id]
    for wrong in ("", "no number", "999999999999999999999", "\x00"):
        assert keys_with_contact(ContactPoint.phone(wrong)) == []
        assert keys_with_contact(ContactPoint.email(wrong)) == []


def test_a_number_and_an_address_do_not_meet() -> None:
    one = make_enquiry(phone="0141 496 0100", sender_email="")
    assert keys_with_contact(ContactPoint.email("0141 496 0100")) == []
    same = make_enquiry(phone="01414960100", sender_email="other@council.example")
    assert keys_sharing_contacts(one.key_id) == [same.key_id]


def test_the_hash_is_keyed_and_its_key_is_not_a_setting(settings) -> None:
    enquiry = make_enquiry(phone="0141 496 0100")
    digests = set(ContactHash.objects.filter(key=enquiry.key_id).values_list("digest", flat=True))
    for plain in ("+441414960100", "phone:+441414960100", "a.example@council.example"):
        assert sha256(plain.encode()).hexdigest() not in digests
    settings.ENQUIRY_KEYS = [Fernet.generate_key().decode(), *settings.ENQUIRY_KEYS]
    assert keys_with_contact(ContactPoint.phone("0141 496 0100")) == [enquiry.key_id], "rotation changes no hash"


def test_a_second_post_of_the_same_form_leaves_no_second_key() -> None:
    client = Client()
    page = fill(client)
    state = state_of(page)
    for _ in range(2):
        assert client.post(SEND, {"state": state}).status_code == 303
    assert EnquiryKey.objects.count() == Enquiry.objects.count() == 1


def test_without_the_key_store_nothing_is_acknowledged_and_nothing_lost(client: Client) -> None:
    page = fill(client, words="A quiet word")
    with mock.patch("directory.enquiries.actions.receiving.issue_key", side_effect=DatabaseError):
        assert press_send(client, page).status_code == 503
    assert not Enquiry.objects.exists()


def test_an_enquiry_that_fails_leaves_a_key_that_opens_nothing(client: Client) -> None:
    page = fill(client)
    with mock.patch("directory.enquiries.actions.receiving.record_event", side_effect=DatabaseError):
        assert press_send(client, page).status_code == 503
    assert not Enquiry.objects.exists()
    # The draft's, with which it can be sent again, and perhaps that of the attempt, which is swept.
    assert 1 <= EnquiryKey.objects.count() <= 2
    assert press_send(client, page).status_code == 303
