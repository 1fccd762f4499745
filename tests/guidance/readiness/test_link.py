"""The private link: in no address, guessed, forged, too old, deleted with everything, and renewed by use."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guidance.models import ReadinessCheck, ReadinessSnapshot, WrongReadinessCode
from guidance.readiness.actions import OpenCheck, open_check, start_check
from guidance.readiness.codes import LENGTH, LETTERS, grouped, new_code, read_code
from guidance.readiness.slowing import MOST_FROM_AN_ADDRESS, opened_now
from tests.factories.readiness import answer, begin, make_questions, reopened

pytestmark = pytest.mark.django_db
OPEN = "/guidance/readiness/open/"
RESULT = "/guidance/readiness/result/"


@pytest.fixture
def check(client: Client) -> OpenCheck:
    make_questions()
    return begin(client)


def test_a_code_has_more_than_128_bits_and_is_never_the_same() -> None:
    assert len(LETTERS) == 32
    assert LENGTH * 5 >= 128
    assert len({new_code() for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    "write",
    [
        lambda code: code,
        grouped,
        lambda code: f"https://hub.example{OPEN}#{grouped(code)}",
        lambda code: f"  {grouped(code).upper()}\u200b ",
        lambda code: grouped(code).replace("-", " "),
        lambda code: code.replace("o", "0").replace("l", "1"),
    ],
)
def test_a_code_is_read_however_it_is_typed_or_pasted(write) -> None:
    code = new_code()
    assert read_code(write(code)) == code


@pytest.mark.parametrize("typed", ["", "#", "abc", "a" * 27, "a" * 29, "é" * 28, "\x00" * 28, "9" * 28, "a" * 100_000])
def test_what_is_no_code_opens_nothing(client: Client, check: OpenCheck, typed: str) -> None:
    client.cookies.clear()
    assert client.post(OPEN, {"code": typed}).status_code == 404
    assert client.get(RESULT).status_code == 404


def test_the_link_opens_the_check_in_another_browser(client: Client, check: OpenCheck) -> None:
    answer(client, check, graded=("partly", "Two of three"))
    page = client.get(reverse("readiness_link")).content.decode()
    address = re.search(r'id="address">([^<]+)<', page)[1]
    other = Client()
    response = other.post(OPEN, {"code": address})
    assert response.headers["Location"] == RESULT
    assert "Two of three" in other.get(RESULT).content.decode()


def test_no_address_holds_the_code_and_no_page_but_the_one_for_it(client: Client, check: OpenCheck) -> None:
    answer(client, check, graded=("partly", "Two of three"))
    for name in ("start", "open", "result", "compare", "frameworks", "plan", "print_plan", "delete_check"):
        page = client.get(reverse(f"readiness_{name}")).content.decode()
        assert check.code not in page, name
        assert grouped(check.code) not in page, name
    address = client.get(reverse("readiness_link")).content.decode()
    # Browsers send nothing of what stands behind the #.
    assert f"{OPEN}#{grouped(check.code)}" in address
    assert f"{OPEN}{grouped(check.code)}" not in address


def test_the_cookie_is_sealed_and_out_of_reach(client: Client, check: OpenCheck) -> None:
    cookie = client.cookies["readiness"]
    assert check.code not in cookie.value
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/guidance/readiness/"
    assert cookie["max-age"] == ""


def test_over_https_the_cookie_goes_over_https_only() -> None:
    make_questions()
    client = Client()
    client.post(OPEN, {"code": start_check(stage_key=None, nation="")}, secure=True)
    assert client.cookies["__Secure-readiness"]["secure"]


@pytest.mark.parametrize("cookie", ["", "forged", "gAAAAA" + "A" * 100, "é\x00", "a" * 5000])
def test_a_forged_cookie_opens_nothing(client: Client, check: OpenCheck, cookie: str) -> None:
    client.cookies["readiness"] = cookie
    assert client.get(RESULT).status_code == 404


def test_the_database_tells_nothing_without_the_link(client: Client, check: OpenCheck) -> None:
    opened = answer(client, check, graded=("partly", "Two of three"))
    row = ReadinessCheck.objects.values().get()
    assert check.code not in str(row)
    assert "Two of three" not in str(row)
    assert "Two of three" not in str(ReadinessSnapshot.objects.values().get())
    assert check.code not in str(opened.check)


def test_ten_thousand_guesses_open_nothing_and_are_answered_alike(client: Client, check: OpenCheck) -> None:
    found = [code for code in (new_code() for _ in range(10_000)) if open_check(code) is not None]
    assert found == []


def test_guesses_from_one_address_are_slowed_and_the_owner_is_not_shut_out(client: Client, check: OpenCheck) -> None:
    guesser, answers = Client(), set()
    for number in range(MOST_FROM_AN_ADDRESS + 30):
        response = guesser.post(OPEN, {"code": new_code(), "opened": opened_now()})
        page = re.sub(r'value="[^"]*"', "", response.content.decode()).replace(" data-waits", "")
        answers.add((response.status_code, page))
        assert number < MOST_FROM_AN_ADDRESS or "data-waits" in response.content.decode()
    assert len(answers) == 1
    assert WrongReadinessCode.objects.count() == MOST_FROM_AN_ADDRESS
    # In haste, not even the right code is looked at; after a few seconds it is.
    assert guesser.post(OPEN, {"code": check.code, "opened": opened_now()}).status_code == 404
    with connection.cursor():
        page_of_a_minute_ago = _opened_before(timedelta(minutes=1))
    assert guesser.post(OPEN, {"code": check.code, "opened": page_of_a_minute_ago}).status_code == 303
    # Whoever has it open already notices nothing.
    assert client.get(RESULT).status_code == 200


def _opened_before(ago: timedelta) -> str:
    from unittest.mock import patch

    import django.core.signing

    with patch.object(django.core.signing.time, "time", return_value=timezone.now().timestamp() - ago.total_seconds()):
        return opened_now()


def test_wrong_expired_deleted_and_none_get_the_same_page(client: Client, check: OpenCheck) -> None:
    ReadinessCheck.objects.update(used_at=timezone.now() - timedelta(days=366))
    pages = {
        _without_values(Client().post(OPEN, {"code": code}).content.decode()) for code in (check.code, new_code())
    }
    assert len(pages) == 1
    assert client.get(RESULT).status_code == 404


def _without_values(page: str) -> str:
    return re.sub(r'value="[^"]*"', "", page)


def test_use_renews_it_for_a_year_and_a_day_later_it_is_purged(client: Client, check: OpenCheck) -> None:
    answer(client, check, graded=("partly", ""))
    ReadinessCheck.objects.update(used_at=timezone.now() - timedelta(days=364))
    assert client.get(RESULT).status_code == 200
    assert ReadinessCheck.objects.get().used_at > timezone.now() - timedelta(minutes=1)
    call_command("purge_readiness_checks", stdout=StringIO())
    assert ReadinessCheck.objects.count() == 1
    ReadinessCheck.objects.update(used_at=timezone.now() - timedelta(days=366))
    out = StringIO()
    call_command("purge_readiness_checks", stdout=out)
    assert out.getvalue() == "1 readiness check deleted.\n"
    assert not ReadinessCheck.objects.exists()
    assert not ReadinessSnapshot.objects.exists()


def test_what_was_begun_and_left_goes_after_two_days() -> None:
    start_check(stage_key=None, nation="")
    ReadinessCheck.objects.update(used_at=timezone.now() - timedelta(days=1))
    call_command("purge_readiness_checks", stdout=StringIO())
    assert ReadinessCheck.objects.exists()
    ReadinessCheck.objects.update(used_at=timezone.now() - timedelta(days=3))
    call_command("purge_readiness_checks", stdout=StringIO())
    assert not ReadinessCheck.objects.exists()


def test_wrong_codes_are_forgotten() -> None:
    WrongReadinessCode.objects.create(about="x", at=timezone.now() - timedelta(hours=1))
    call_command("purge_readiness_checks", stdout=StringIO())
    assert not WrongReadinessCode.objects.exists()


def test_a_new_secret_key_leaves_links_working(client: Client, settings) -> None:
    make_questions()
    code = start_check(stage_key=None, nation="")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-secret-key-that-is-long-enough-for-this-test"
    assert reopened(code)
    settings.SECRET_KEY_FALLBACKS = []
    assert reopened(code)


def test_it_is_asked_before_everything_is_deleted(client: Client, check: OpenCheck) -> None:
    answer(client, check, graded=("partly", "Two of three"))
    assert "1 answer goes" in client.get(reverse("readiness_delete_check")).content.decode()
    assert client.get(reverse("readiness_delete_for_good")).status_code == 303
    assert ReadinessCheck.objects.exists()
    response = client.post(reverse("readiness_delete_for_good"))
    assert response.headers["Location"] == "/guidance/readiness/?deleted"
    assert response.headers["Clear-Site-Data"] == '"cache"'
    assert not ReadinessCheck.objects.exists()
    assert not ReadinessSnapshot.objects.exists()
    assert "Everything is deleted." in client.get("/guidance/readiness/?deleted").content.decode()
    assert client.get(RESULT).status_code == 404
    assert Client().post(OPEN, {"code": check.code}).status_code == 404


def test_a_check_deleted_by_one_while_another_writes_keeps_their_words(client: Client, check: OpenCheck) -> None:
    other = Client()
    other.post(OPEN, {"code": check.code})
    ReadinessCheck.objects.all().delete()
    key = "a" * 32 + ".graded"
    response = other.post(
        "/guidance/readiness/stage/set-it-up/save/", {f"seen-{key}": "x", f"evidence-{key}": "My words"}
    )
    assert response.status_code == 404
    assert 'value="My words"' in response.content.decode()


def test_it_is_closed_in_this_browser_and_the_link_opens_it_again(client: Client, check: OpenCheck) -> None:
    assert client.post(reverse("readiness_close_check")).status_code == 303
    assert client.get(RESULT).status_code == 404
    assert client.post(OPEN, {"code": check.code}).status_code == 303


def test_an_open_check_is_offered_where_one_begins(client: Client, check: OpenCheck) -> None:
    page = client.get(reverse("readiness_start")).content.decode()
    assert "A check is open in this browser" in page
    assert "A check is open in this browser" not in Client().get(reverse("readiness_start")).content.decode()


def test_staff_cannot_look_at_checks(admin_client: Client, check: OpenCheck) -> None:
    assert admin_client.get(RESULT).status_code == 404
