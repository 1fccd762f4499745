"""A kind is watched whether its app registers before or after `SearchConfig.ready()`."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import transaction

from search.changelog import signal_handlers
from search.changelog.signals import changes_committed
from search.models import Change
from search.registry import kind_registered, kind_unregistered, register, registered, registration_of, unregister

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path


@pytest.fixture
def nobody_listens():
    """As it is before `SearchConfig.ready()`: whoever registers is only noted."""
    kind_registered.disconnect(signal_handlers.connect_kind)
    kind_unregistered.disconnect(signal_handlers.disconnect_kind)
    yield
    apps.get_app_config("search").ready()


def recorded() -> list[str]:
    return list(Change.objects.filter(kind="group").values_list("key", flat=True))


def test_registered_after(settings):
    with registered("group", model=Group, documents=lambda keys: [], all_keys=list):
        group = Group.objects.create(name="One")
        assert recorded() == [str(group.pk)]
    Group.objects.create(name="Two")
    assert recorded() == [str(group.pk)], "a kind that is gone is not watched"


def test_registered_before(nobody_listens):
    register("group", model=Group, documents=lambda keys: [], all_keys=list)
    try:
        Group.objects.create(name="Unwatched")
        assert recorded() == []
        apps.get_app_config("search").ready()
        group = Group.objects.create(name="One")
        assert recorded() == [str(group.pk)]
    finally:
        unregister("group")


def test_ready_twice_records_once():
    apps.get_app_config("search").ready()
    with registered("group", model=Group, documents=lambda keys: [], all_keys=list):
        apps.get_app_config("search").ready()
        assert registration_of("group")
        group = Group.objects.create(name="One")
        assert recorded() == [str(group.pk)]


@pytest.mark.django_db(transaction=True)
def test_a_commit_is_announced_once_however_many_rows():
    heard = []

    def listen(**kwargs):
        heard.append(kwargs["sender"])

    changes_committed.connect(listen)
    try:
        with registered("group", model=Group, documents=lambda keys: [], all_keys=list):
            with transaction.atomic():
                Group.objects.create(name="One")
                Group.objects.create(name="Two")
                assert heard == []
            assert heard == [Change]
    finally:
        changes_committed.disconnect(listen)
