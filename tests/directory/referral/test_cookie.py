"""What was said about a person stays in one sealed cookie for half an hour, and says nothing to anybody else."""

import base64
import json
import re
import time
from http.cookies import Morsel

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings as django_settings
from django.http import HttpResponse
from django.test import Client

from directory.models import Area, Taxonomy
from directory.navigation.personal_cookies import FACTS_OVER_HTTP, FACTS_OVER_HTTPS
from directory.referral.cookie import KEPT_SECONDS
from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.referral import say

pytestmark = pytest.mark.django_db

PLAIN_NAME, SECURE_NAME = FACTS_OVER_HTTP.name, FACTS_OVER_HTTPS.name
LONG = "x" * 50
KEYS = [base64.urlsafe_b64encode(bytes([number]) * 32).decode() for number in (1, 2)]
PAGES = ("/find/", "/release/", "/services/ours/", "/organisations/theirs/")


@pytest.fixture(autouse=True)
def listing(db: None) -> None:
    for taxonomy in (Taxonomy.SETTING, Taxonomy.ORDER_TYPE, Taxonomy.REFERRAL_ROUTE):
        TermFactory(slug=LONG, taxonomy=taxonomy)
    TermFactory(slug="prison", taxonomy=Taxonomy.SETTING)
    Area.objects.create(code="hmp-" + "x" * 36, name="Long", kind="prison")
    ServiceFactory(slug="ours", organization__slug="theirs", needs=["housing"])


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which a test may move: clock[0] += 60."""
    now = [time.time()]
    monkeypatch.setattr(time, "time", lambda: now[0])
    return now


def cookie_of(response: HttpResponse, name: str = PLAIN_NAME) -> Morsel:
    assert set(response.cookies) == {name}
    return response.cookies[name]


def words(client: Client, address: str = "/find/", **options: object) -> str:
    return client.get(address, **options).context["line"].words


def test_saying_it_sets_one_cookie_and_leads_on(client: Client) -> None:
    response = say(client, "/find/?q=housing", age="17", gender="woman")
    assert response.status_code == 303
    assert response.headers["Location"] == "/find/?q=housing&said=1"
    assert response.headers["Cache-Control"] == "no-store"
    cookie = cookie_of(response)
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert (cookie["max-age"], cookie["domain"], cookie["secure"]) == (KEPT_SECONDS, "", "")
    assert words(client, response.headers["Location"]) == "woman, 17"


def test_over_https_no_other_site_can_set_or_read_it(client: Client) -> None:
    cookie = cookie_of(say(client, secure=True, age="17"), SECURE_NAME)
    assert SECURE_NAME == "__Host-facts"
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")
    assert (cookie["path"], cookie["domain"]) == ("/", "")
    assert words(client, secure=True) == "17"
    # One that was set without https, by whoever sits between, counts for nothing.
    client.cookies[PLAIN_NAME] = client.cookies.pop(SECURE_NAME).value
    assert words(client, secure=True) == ""


def test_its_length_tells_nothing(client: Client) -> None:
    longest = {"age": "120", "gender": "other", "order": LONG, "route": LONG, "setting": LONG}
    longest |= {"establishment": "hmp-" + "x" * 36, "home": "Terrington St Clement, King's Lynn and West Norfolk"}
    lengths = {len(cookie_of(say(Client(), **said)).value) for said in ({"age": "1"}, {"gender": "woman"}, longest)}
    client.cookies.clear()
    say(client, **longest)
    assert words(client).startswith("another gender, 120, ")
    needs = [TermFactory(slug=f"{number}{'n' * 49}").slug for number in range(10)]
    response = client.get("/find/", {"need": needs})
    lengths.add(len(cookie_of(response).value))
    assert words(client).startswith("another gender, 120, "), "what is sought gives way to what was said"
    assert len(lengths) == 1


def test_it_ends_half_an_hour_after_it_was_said_and_looking_makes_it_no_longer(
    client: Client, clock: list[float]
) -> None:
    assert KEPT_SECONDS == 1_800
    say(client, age="17")
    clock[0] += 600
    assert not client.get("/find/").cookies
    clock[0] += 600
    # What is sought is kept with it, for what is left of the half hour.
    assert cookie_of(client.get("/find/", {"near": "G42"}))["max-age"] == KEPT_SECONDS - 1_200
    clock[0] += 599
    assert words(client) == "17, G42"
    clock[0] += 2
    assert words(client) == ""


def test_saying_it_again_begins_anew(client: Client, clock: list[float]) -> None:
    say(client, age="17")
    clock[0] += 1_500
    assert cookie_of(say(client, age="18"))["max-age"] == KEPT_SECONDS
    clock[0] += 1_500
    assert words(client) == "18"


def test_forgetting_deletes_it_under_either_name(client: Client) -> None:
    for secure, name in ((False, PLAIN_NAME), (True, SECURE_NAME)):
        say(client, secure=secure, age="17")
        response = client.get("/for/forget/", {"back": "/find/?q=x"}, secure=secure)
        assert (response.status_code, response.headers["Location"]) == (303, "/find/?q=x")
        assert response.headers["Cache-Control"] == "no-store"
        cookie = response.cookies[name]
        assert (cookie.value, cookie["max-age"], cookie["path"]) == ("", 0, "/")
        assert bool(cookie["secure"]) == secure, "a browser ignores a __Host- cookie that is not"
        assert words(client, secure=secure) == ""
        client.cookies.clear()
    assert client.post("/for/forget/").status_code == 405


def test_taking_everything_back_deletes_it(client: Client) -> None:
    say(client, age="17")
    response = say(client, "/services/ours/", age="")
    assert response.headers["Location"] == "/services/ours/?said=0"
    assert response.cookies[PLAIN_NAME]["max-age"] == 0
    assert words(client) == ""


def _flipped(text: str) -> str:
    return text[:40] + ("A" if text[40] != "A" else "B") + text[41:]


@pytest.mark.parametrize(
    "value",
    ["", "x", "é", "a.b.c", "x" * 4_000, "gAAAAA==", '{"age":17}', Fernet(KEYS[0]).encrypt(b'{"age":17}').decode()],
    ids=["empty", "letter", "accent", "dots", "long", "short", "plain", "another key"],
)
def test_foreign_and_broken_cookies_count_for_nothing(client: Client, value: str) -> None:
    client.cookies[PLAIN_NAME] = value
    response = client.get("/find/")
    assert response.status_code == 200
    assert response.context["line"].words == ""
    assert "no-store" not in response.headers.get("Cache-Control", "")


def test_a_changed_cookie_counts_for_nothing(client: Client) -> None:
    say(client, age="17")
    client.cookies[PLAIN_NAME] = _flipped(client.cookies[PLAIN_NAME].value)
    assert words(client) == ""


@pytest.mark.parametrize(
    "stored", ["[]", "17", "null", "not JSON", '"text"', '{"age": 999, "name": "Mary", "gender": "robot"}', "\xff"]
)
def test_whatever_is_sealed_is_read_with_care(client: Client, settings: object, stored: str) -> None:
    settings.FACTS_COOKIE_KEYS = KEYS[:1]
    client.cookies[PLAIN_NAME] = Fernet(KEYS[0]).encrypt(stored.encode("latin-1")).decode()
    response = client.get("/find/")
    assert (response.status_code, response.context["line"].words) == (200, "")


def test_unknown_keys_are_left_out_and_the_others_kept(client: Client, settings: object) -> None:
    settings.FACTS_COOKIE_KEYS = KEYS[:1]
    stored = json.dumps({"age": 17, "name": "Mary", "setting": "no-such"}).encode()
    client.cookies[PLAIN_NAME] = Fernet(KEYS[0]).encrypt(stored).decode()
    assert words(client) == "17"


def test_a_new_key_takes_over_and_the_old_one_still_reads(client: Client, settings: object) -> None:
    settings.FACTS_COOKIE_KEYS = KEYS[:1]
    say(client, age="17")
    settings.FACTS_COOKIE_KEYS = [KEYS[1], KEYS[0]]
    assert words(client) == "17"
    say(client, age="18")
    settings.FACTS_COOKIE_KEYS = KEYS[1:]
    assert words(client) == "18"
    settings.FACTS_COOKIE_KEYS = KEYS[:1]
    assert words(client) == ""


def test_without_a_key_one_is_derived_that_is_not_the_secret(client: Client, settings: object) -> None:
    say(client, age="17")
    sealed = client.cookies[PLAIN_NAME].value
    plain = base64.urlsafe_b64encode(django_settings.SECRET_KEY.encode()[:32])
    with pytest.raises(InvalidToken):
        Fernet(plain).decrypt(sealed)
    settings.SECRET_KEY = "another-" + "k" * 50
    assert words(client) == ""


@pytest.mark.parametrize("address", PAGES)
def test_pages_that_show_it_are_kept_nowhere_and_others_as_before(client: Client, address: str) -> None:
    plain = client.get(address)
    assert "no-store" not in plain.headers.get("Cache-Control", "")
    assert not plain.cookies
    assert 'class="hub-for' not in plain.content.decode()
    say(client, age="17")
    shown = client.get(address)
    assert shown.headers["Cache-Control"] == "no-store"
    assert shown.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert shown.headers["Referrer-Policy"] == "same-origin"
    line = re.search(r'<section class="hub-for .*?</p>', shown.content.decode(), re.DOTALL)
    assert line is not None
    assert "17" in line[0]


def test_a_browser_that_keeps_nothing_is_told(client: Client) -> None:
    location = say(client, age="17").headers["Location"]
    client.cookies.clear()
    assert "Your browser did not keep what you said" in client.get(location).content.decode()
    assert "did not keep" not in client.get("/find/?said=0").content.decode()
    assert "did not keep" not in client.get("/find/").content.decode()


def test_an_older_secret_still_reads(client: Client, settings: object) -> None:
    settings.FACTS_COOKIE_KEYS, settings.SECRET_KEY = [], "old" * 20
    client.post("/for/", {"back": "/find/", "check-age": "34"})
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new" * 20, ["old" * 20]
    assert "For: <strong>34</strong>" in client.get("/find/").content.decode()
    settings.SECRET_KEY_FALLBACKS = []
    assert "For: <strong>34</strong>" not in client.get("/find/").content.decode()
