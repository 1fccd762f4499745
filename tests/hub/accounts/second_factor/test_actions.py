"""What changes a second factor, also when two do it at once and when keys change."""

from concurrent.futures import ThreadPoolExecutor
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from django.test import Client

from directory.enquiries.access.actions import allow_change
from directory.enquiries.access.guards import LeadsWordNeeded
from directory.enquiries.models import AuditEvent
from hub.accounts import roles
from hub.accounts.second_factor.actions import (
    AlreadySetUp,
    CodeRefused,
    make_recovery_codes,
    reset_second_factor,
    set_up_second_factor,
    use_code,
    use_recovery_code,
)
from hub.accounts.second_factor.sealing import UnreadableSecret
from hub.models import Authenticator, RecoveryCode, User
from tests.factories.hub import SECRET, current_code, make_authenticator, make_user

pytestmark = pytest.mark.django_db
NEW, OLD = "new-" + "n" * 50, "old-" + "o" * 50


@pytest.fixture
def reader() -> User:
    return make_user(roles.MODERATORS, "reader@staff.example")


def test_a_lead_takes_away_what_a_colleague_lost(reader: User, caplog: pytest.LogCaptureFixture) -> None:
    client = Client()
    client.force_login(reader)
    make_recovery_codes(user=reader)
    lead = make_user(roles.LEADS)
    make_authenticator(lead)
    allow_change(person=reader, change="second_factor", by=make_user(roles.LEADS, "second-lead@staff.example"))
    reset_second_factor(user=reader, by=lead)
    assert list(Authenticator.objects.values_list("user", flat=True)) == [lead.pk]
    assert not RecoveryCode.objects.exists()
    assert client.get("/admin/").status_code == 302
    assert f"account {reader.pk} was reset by account {lead.pk}" in caplog.text
    assert "@" not in caplog.text


def test_without_a_leads_word_nothing_is_taken_away(reader: User) -> None:
    make_authenticator(reader)
    with pytest.raises(LeadsWordNeeded):
        reset_second_factor(user=reader, by=make_user(roles.ADMINISTRATORS))
    assert Authenticator.objects.filter(user=reader).exists()


def test_from_the_server_it_is_taken_away_and_told(reader: User, mailoutbox: list) -> None:
    make_user(roles.LEADS)
    make_authenticator(reader)
    output = StringIO()
    call_command("reset_second_factor", reader.email.upper(), stdout=output)
    assert not Authenticator.objects.filter(user=reader).exists()
    assert AuditEvent.objects.filter(action=AuditEvent.Action.ACCOUNT_CHANGED, subject_id=reader.pk).exists()
    assert reader.email not in output.getvalue()
    assert [mail.to for mail in mailoutbox] == [["leads@staff.example"]]
    with pytest.raises(CommandError, match="No account"):
        call_command("reset_second_factor", "nobody@staff.example")


def test_resetting_what_is_not_there_harms_nobody() -> None:
    reset_second_factor(user=make_user(roles.EDITORS), by=make_user(roles.ADMINISTRATORS))
    assert not Authenticator.objects.exists()


def test_setting_up_twice_is_refused(reader: User) -> None:
    set_up_second_factor(user=reader, secret=SECRET, token=current_code())
    with pytest.raises(AlreadySetUp):
        set_up_second_factor(user=reader, secret=b"x" * 20, token=current_code(b"x" * 20))
    with pytest.raises(CodeRefused):
        use_code(user=reader, token=current_code())


def test_nobody_gets_in_without_an_app(reader: User) -> None:
    codes = make_recovery_codes(user=reader)
    with pytest.raises(CodeRefused):
        use_recovery_code(user=reader, typed=codes[0])
    with pytest.raises(CodeRefused):
        use_code(user=reader, token="123456")


def test_a_refused_code_stays_counted(reader: User) -> None:
    make_authenticator(reader)
    with pytest.raises(CodeRefused):
        use_code(user=reader, token="000000" if current_code() != "000000" else "111111")
    assert Authenticator.objects.get().throttling_failure_count == 1


@pytest.mark.django_db(transaction=True)
def test_of_ten_at_once_with_the_same_code_one_gets_in(reader: User) -> None:
    make_authenticator(reader)
    codes = make_recovery_codes(user=reader)
    for action, typed in ((use_code, {"token": current_code()}), (use_recovery_code, {"typed": codes[0]})):

        def attempt(_: int, action=action, typed=typed) -> bool:
            try:
                action(user=reader, **typed)
            except CodeRefused:
                return False
            finally:
                connections.close_all()
            return True

        with ThreadPoolExecutor(10) as pool:
            assert sum(pool.map(attempt, range(10))) == 1


def test_a_new_key_is_taken_over_and_the_old_one_can_go(reader: User, settings) -> None:
    settings.SECRET_KEY = OLD
    make_authenticator(reader)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    call_command("rotate_second_factor_keys", stdout=StringIO())
    settings.SECRET_KEY_FALLBACKS = []
    assert use_code(user=reader, token=current_code()).user_id == reader.pk


def test_signing_in_takes_it_over_too(reader: User, settings) -> None:
    settings.SECRET_KEY = OLD
    make_authenticator(reader)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    use_code(user=reader, token=current_code())
    settings.SECRET_KEY_FALLBACKS = []
    assert use_code(user=reader, token=current_code(steps=1))


def test_without_the_old_key_the_command_says_so_and_recovery_codes_work(reader: User, settings) -> None:
    settings.SECRET_KEY = OLD
    make_authenticator(reader)
    codes = make_recovery_codes(user=reader)
    settings.SECRET_KEY = NEW
    with pytest.raises(CommandError, match="1 authenticators can't be read"):
        call_command("rotate_second_factor_keys", stdout=StringIO())
    with pytest.raises(UnreadableSecret):
        use_code(user=reader, token=current_code())
    assert use_recovery_code(user=reader, typed=codes[0])
