"""One account for one address, whatever its capitals."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from hub.models import User
from tests.factories.hub import make_superuser, make_user

pytestmark = pytest.mark.django_db
FORM = {"first_name": "Ed", "last_name": "Itor", "password1": "", "password2": ""}
PASSPHRASE = "plum kettle orbit walnut"


@pytest.fixture
def editor() -> User:
    return make_user("Editors", "editor@staff.example", PASSPHRASE)


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(make_superuser())
    return client


@pytest.mark.parametrize("typed", ["Editor@staff.example", "EDITOR@STAFF.EXAMPLE", " editor@Staff.example "])
def test_a_second_account_gets_an_error_at_its_field(administrator: Client, editor: User, typed: str) -> None:
    data = {**FORM, "email": typed, "password1": PASSPHRASE, "password2": PASSPHRASE}
    response = administrator.post("/admin/users/new/", data)
    assert response.status_code == 200
    assert "Somebody else has this e-mail address." in str(response.context["form"].errors["email"])
    assert typed.strip() in response.content.decode()
    assert User.objects.filter(email__iexact="editor@staff.example").count() == 1


def test_so_does_a_change_to_anothers_address(administrator: Client, editor: User) -> None:
    other = make_user("Editors", "other@staff.example")
    response = administrator.post(f"/admin/users/edit/{other.pk}/", {**FORM, "email": "EDITOR@staff.example"})
    assert response.context["form"].errors["email"]
    other.refresh_from_db()
    assert other.email == "other@staff.example"


def test_capitals_of_the_own_address_can_be_corrected(administrator: Client, editor: User) -> None:
    data = {**FORM, "email": "Editor@Staff.Example", "is_active": "on"}
    assert administrator.post(f"/admin/users/edit/{editor.pk}/", data).status_code == 302
    editor.refresh_from_db()
    assert editor.email == "editor@staff.example"


@pytest.mark.parametrize("typed", ["Editor@Staff.Example", " editor@staff.example", "editor@staff.example"])
def test_every_way_to_write_it_signs_in(client: Client, editor: User, typed: str) -> None:
    response = client.post("/admin/login/", {"username": typed, "password": PASSPHRASE, "next": "/admin/"})
    assert response.status_code == 302
    assert client.get("/admin/").status_code == 200


def test_every_way_to_save_writes_small_letters(editor: User) -> None:
    editor.email = "New@Staff.Example"
    editor.save()
    assert User.objects.get().email == "new@staff.example"
    assert User(email="Other@Staff.Example").clean() is None


def test_the_database_refuses_what_goes_around_the_model(editor: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="EDITOR@staff.example", password="x")])
    other = make_user("Editors", "other@staff.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=other.pk).update(email="Editor@staff.example")


@pytest.mark.django_db(transaction=True)
def test_the_migration_stops_at_a_collision_and_says_which_accounts() -> None:
    call_command("migrate", "hub", "0004", verbosity=0)
    before = MigrationExecutor(connection).loader.project_state(("hub", "0004_consent_of_people_in_images")).apps
    users = before.get_model("hub", "User").objects
    first, second = users.create(email="Editor@staff.example"), users.create(email="editor@staff.example")
    with pytest.raises(CommandError) as refused:
        call_command("migrate", "hub", verbosity=0)
    assert f"{first.pk} and {second.pk}" in str(refused.value)
    assert "staff.example" not in str(refused.value)
    second.delete()
    call_command("migrate", verbosity=0)
    assert User.objects.get().email == "editor@staff.example"
