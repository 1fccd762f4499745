"""The home page promises what listings keep, also on a hub that was there before."""

import json
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client

from home.models import HomePage

pytestmark = pytest.mark.django_db

migration = import_module("home.migrations.0005_promises_kept")


def make_older_home_page() -> HomePage:
    page = HomePage.objects.get()
    page.lede = migration.OLD_LEDE
    page.doors[0].value["text"] = migration.OLD_DOOR
    page.save_revision().publish()
    return page


def test_a_fresh_hub_promises_no_wait_and_no_peer_for_everyone(client: Client) -> None:
    html = client.get("/").content.decode()
    assert migration.NEW_LEDE in html
    assert migration.NEW_DOOR in html
    assert "how long the wait is" not in html


def test_an_older_hub_is_mended_on_the_page_and_in_the_draft(client: Client) -> None:
    make_older_home_page()
    migration.say_what_listings_keep(apps, None)
    html = client.get("/").content.decode()
    assert migration.NEW_LEDE in html
    assert migration.NEW_DOOR in html
    draft = HomePage.objects.get().get_latest_revision_as_object()
    assert draft.lede == migration.NEW_LEDE
    assert draft.doors[0].value["text"] == migration.NEW_DOOR


def test_what_an_editor_wrote_stays() -> None:
    page = make_older_home_page()
    page.lede = "Our own words."
    page.doors[0].value["text"] = "Our own door."
    page.save_revision().publish()
    before = json.dumps(HomePage.objects.get().doors.get_prep_value())
    migration.say_what_listings_keep(apps, None)
    after = HomePage.objects.get()
    assert after.lede == "Our own words."
    assert json.dumps(after.doors.get_prep_value()) == before
