"""What the tests of the second factor do in a browser."""

import re
from base64 import b32decode
from collections.abc import Callable

from django.http import HttpResponse
from django.test import Client

from tests.factories.hub import current_code

SignIn = Callable[..., Client]
HOME, ENTER, RECOVERY = "/admin/", "/admin/second-factor/", "/admin/second-factor/recovery/"
SET_UP, CODES, REMOVE = (f"{ENTER}{name}/" for name in ("set-up", "recovery-codes", "remove"))
PASSPHRASE = "plum kettle orbit walnut"


def is_in(client: Client) -> bool:
    return client.get(HOME).status_code == 200


def words(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def shown_secret(client: Client) -> str:
    return re.search(r'second-factor__secret">([^<]*)<', words(client.get(SET_UP))).group(1)


def set_up(client: Client) -> tuple[bytes, list[str]]:
    """Read the secret from the page as a phone does, and give its code. Returns secret and recovery codes."""
    secret = b32decode(shown_secret(client).replace("-", ""))
    done = client.post(SET_UP, {"code": current_code(secret)})
    assert done.status_code == 200
    return secret, re.findall(r"<li>([a-z0-9-]{19})</li>", words(done))
