"""What `check --deploy` complains of."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.checks import run_checks
from django.core.management import call_command
from pytest_django.fixtures import Settings

from hub.accounts import roles
from hub.accounts.demo_accounts import ACCOUNTS
from hub.checks import leads_can_let_people_in
from hub.models import User
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def production(settings: Settings, tmp_path: Path) -> Settings:
    settings.ENQUIRY_NOTIFY = ["inbox@hub.test"]
    settings.ALLOWED_HOSTS = ["hub.test", ".hub.test"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.WAGTAILADMIN_BASE_URL = "https://hub.test"
    settings.CSRF_TRUSTED_ORIGINS = ["https://hub.test"]
    settings.DEMO_ACCOUNTS_ALLOWED = False
    settings.DATA_DIR = settings.SEARCH_INDEX_DIR = tmp_path
    return settings


def complaints() -> set[str]:
    found = run_checks(include_deployment_checks=True)
    return {problem.id for problem in found if problem.is_serious() and problem.id.startswith("hub.")}


def test_a_hub_that_is_set_up_has_none() -> None:
    assert complaints() == set()


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("ENQUIRY_NOTIFY", [], "hub.E011"),
        ("ENQUIRY_NOTIFY", ["inbox@hub.test", "not an address"], "hub.E011"),
        ("ENQUIRY_NOTIFY", [""], "hub.E011"),
        ("ALLOWED_HOSTS", ["*"], "hub.E012"),
        ("ALLOWED_HOSTS", ["hub.test", " *"], "hub.E012"),
        ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", "hub.E013"),
        ("EMAIL_BACKEND", "django.core.mail.backends.dummy.EmailBackend", "hub.E013"),
        ("WAGTAILADMIN_BASE_URL", "http://hub.test", "hub.E014"),
        ("WAGTAILADMIN_BASE_URL", "https://localhost:8000", "hub.E014"),
        ("WAGTAILADMIN_BASE_URL", "hub.test", "hub.E014"),
        ("CSRF_TRUSTED_ORIGINS", ["https://hub.test", "http://hub.test"], "hub.E014"),
        ("DEMO_ACCOUNTS_ALLOWED", True, "hub.E015"),
        ("ENQUIRY_KEYS", ["not a key"], "hub.E002"),
        ("ENQUIRY_KEYS", [], "hub.E002"),
        ("FACTS_COOKIE_KEYS", ["not a key"], "hub.E010"),
    ],
)
def test_it_complains(production: LazySettings, name: str, value: object, complaint: str) -> None:
    setattr(production, name, value)
    assert complaints() == {complaint}


def test_it_complains_of_accounts_of_the_demo_until_they_are_off() -> None:
    User.objects.create_user(ACCOUNTS[0].email, "x")
    assert complaints() == {"hub.E015"}
    call_command("remove_demo_accounts", verbosity=0)
    assert complaints() == set()


def test_it_complains_of_files_that_others_can_read(production: LazySettings, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert complaints() == {"hub.E016"}


def test_it_complains_of_a_list_of_erased_keys_that_cannot_be_written(
    production: LazySettings, tmp_path: Path
) -> None:
    production.ERASED_KEYS_FILE = tmp_path / "missing" / "erased.log"
    assert complaints() == {"hub.E019"}


def test_it_names_no_key_and_no_address(production: LazySettings) -> None:
    production.ENQUIRY_KEYS = ["canary-key"]
    production.ENQUIRY_NOTIFY = ["canary-address"]
    assert "canary" not in " ".join(map(str, run_checks(include_deployment_checks=True)))


@pytest.mark.parametrize(
    ("name", "value"), [("INBOX_HOURS", "nine to five"), ("INBOX_HOURS", ""), ("INBOX_NATION", "Atlantis")]
)
def test_hours_that_nobody_can_read_are_found_by_every_check(settings: LazySettings, name: str, value: str) -> None:
    assert "hub.E020" not in {problem.id for problem in run_checks()}
    setattr(settings, name, value)
    assert "hub.E020" in {problem.id for problem in run_checks()}


def test_a_site_with_fewer_than_two_leads_is_told() -> None:
    for number in range(2):
        assert [message.id for message in leads_can_let_people_in(databases=["default"])] == ["hub.W019"]
        make_user(roles.LEADS, f"lead-{number}@staff.example")
    assert leads_can_let_people_in(databases=["default"]) == []
    assert leads_can_let_people_in() == [], "a check without a database asks none"
