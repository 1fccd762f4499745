"""Keys of another database are found out at the start."""

from io import StringIO
from unittest import mock

import pytest
from cryptography.fernet import Fernet
from django.conf import LazySettings
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import DatabaseError
from django.test import Client

from directory.enquiries.models import KeyProbe
from directory.enquiries.storage.key_probe import WrongKeys, keys_fit, require_right_keys
from hub.deployment.encryption_keys import require_right_keys_for_serving
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db


def new_key() -> str:
    return Fernet.generate_key().decode()


def test_the_first_start_remembers_and_later_ones_compare(settings: LazySettings) -> None:
    right = settings.ENQUIRY_KEYS
    for _ in range(2):
        require_right_keys()
    assert KeyProbe.objects.count() == 1
    settings.ENQUIRY_KEYS = [new_key()]
    with pytest.raises(WrongKeys, match="ENQUIRY_KEYS does not open"):
        require_right_keys()
    settings.ENQUIRY_KEYS = [new_key(), *right]
    require_right_keys()


def test_a_database_from_before_is_judged_by_its_enquiries(settings: LazySettings) -> None:
    make_enquiry()
    right = settings.ENQUIRY_KEYS
    settings.ENQUIRY_KEYS = [new_key()]
    with pytest.raises(WrongKeys):
        require_right_keys()
    assert not KeyProbe.objects.exists()
    settings.ENQUIRY_KEYS = right
    require_right_keys()
    assert KeyProbe.objects.exists()


def test_rotation_seals_it_again_so_that_the_old_key_can_go(settings: LazySettings) -> None:
    make_enquiry()
    require_right_keys()
    old, new = settings.ENQUIRY_KEYS[0], new_key()
    settings.ENQUIRY_KEYS = [new, old]
    call_command("rotate_enquiry_keys", stdout=StringIO())
    settings.ENQUIRY_KEYS = [new]
    require_right_keys()
    settings.ENQUIRY_KEYS = [old]
    assert not keys_fit()


def test_the_check_readiness_and_the_mail_worker_say_so(settings: LazySettings, client: Client) -> None:
    require_right_keys()
    assert "hub.E017" not in {problem.id for problem in run_checks(databases=["default"])}
    settings.ENQUIRY_KEYS = [new_key()]
    assert "hub.E017" in {problem.id for problem in run_checks(databases=["default"])}
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert "ENQUIRY_KEYS" in response.json()["database"]
    with pytest.raises(WrongKeys):
        call_command("drain_outbox")


def test_a_web_server_does_not_start_with_them_and_does_while_the_database_is_down(settings: LazySettings) -> None:
    require_right_keys()
    settings.ENQUIRY_KEYS = [new_key()]
    with mock.patch("hub.deployment.encryption_keys.connections"):
        with pytest.raises(WrongKeys):
            require_right_keys_for_serving()
        with mock.patch("directory.enquiries.storage.key_probe.keys_fit", side_effect=DatabaseError):
            require_right_keys_for_serving()


def test_the_probe_says_nothing_of_the_key(settings: LazySettings) -> None:
    require_right_keys()
    assert settings.ENQUIRY_KEYS[0] not in KeyProbe.objects.get().sealed_text
