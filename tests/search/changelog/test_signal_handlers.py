"""Which saves reach the change log."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from taggit.models import Tag, TaggedItem

from search.models import Change
from search.registry import registered, registrations, unregister
from tests.search.conftest import tag_documents, tag_keys

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path


def nothing(keys):
    return []


def recorded(kind: str) -> list[str]:
    keys = list(Change.objects.filter(kind=kind).order_by("id").values_list("key", flat=True))
    Change.objects.all().delete()
    return keys


@pytest.fixture
def permission() -> Permission:
    content_type = ContentType.objects.get_for_model(Tag)
    return Permission.objects.create(content_type=content_type, codename="peer", name="Peer")


@pytest.fixture
def findable_groups():
    with registered("group", model=Group, documents=nothing, all_keys=list):
        yield


def test_a_kind_is_registered_once():
    with registered("copy", model=Tag, documents=tag_documents, all_keys=tag_keys):
        with (
            pytest.raises(ValueError, match="registered already"),
            registered("copy", model=Group, documents=nothing, all_keys=list),
        ):
            pass
        assert "copy" in [registration.kind for registration in registrations()]
    assert "copy" not in [registration.kind for registration in registrations()]
    with pytest.raises(KeyError):
        unregister("copy")


@pytest.mark.usefixtures("findable_groups")
def test_save_and_delete():
    group = Group.objects.create(name="One")
    key = str(group.pk)
    assert recorded("group") == [key]

    group.save()
    assert recorded("group") == [key]

    group.delete()
    assert key in recorded("group")


def test_nothing_is_recorded_after_unregistering():
    with registered("group", model=Group, documents=nothing, all_keys=list):
        pass

    Group.objects.create(name="One")

    assert recorded("group") == []


@pytest.mark.usefixtures("findable_groups")
def test_relations_changed_from_the_own_side(permission):
    group = Group.objects.create(name="One")
    recorded("group")

    for change in (
        lambda: group.permissions.add(permission),
        lambda: group.permissions.remove(permission),
        lambda: group.permissions.set([permission]),
        lambda: group.permissions.clear(),
    ):
        change()
        assert set(recorded("group")) == {str(group.pk)}


@pytest.mark.usefixtures("findable_groups")
def test_relations_changed_from_the_other_side(permission):
    first, second = Group.objects.create(name="One"), Group.objects.create(name="Two")
    recorded("group")

    permission.group_set.add(first, second)
    assert set(recorded("group")) == {str(first.pk), str(second.pk)}

    permission.group_set.remove(first)
    assert recorded("group") == [str(first.pk)]

    permission.group_set.clear()
    assert recorded("group") == [str(second.pk)]


@pytest.fixture
def permissions_concern_groups():
    def groups_of(permission: Permission):
        return list(permission.group_set.values_list("pk", flat=True))

    dependents = {Permission: groups_of}
    with registered("group", model=Group, documents=nothing, all_keys=list, dependents=dependents):
        yield


@pytest.mark.usefixtures("permissions_concern_groups")
def test_a_dependent_renamed_or_deleted(permission):
    group = Group.objects.create(name="One")
    group.permissions.add(permission)
    recorded("group")

    permission.name = "Another"
    permission.save()
    assert recorded("group") == [str(group.pk)]

    permission.delete()
    assert set(recorded("group")) == {str(group.pk)}


def test_a_dependent_that_moves_concerns_where_it_was_and_where_it_goes():
    def tags_of(item: TaggedItem):
        return [item.tag_id]

    one, two = Tag.objects.create(name="One", slug="one"), Tag.objects.create(name="Two", slug="two")
    content_type = ContentType.objects.get_for_model(Tag)
    item = TaggedItem.objects.create(tag=one, object_id=1, content_type=content_type)

    with registered("copy", model=Tag, documents=nothing, all_keys=list, dependents={TaggedItem: tags_of}):
        item.tag = two
        item.save()

    assert set(recorded("copy")) == {str(one.pk), str(two.pk)}
