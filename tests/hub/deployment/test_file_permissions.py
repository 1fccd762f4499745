"""Only its own user can read what the hub stores, but for static files and pictures."""

import stat
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from hub.deployment.file_permissions import files_open_to_others, keep_files_private

from .test_settings import PRODUCTION, manage

pytestmark = pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def data(settings: LazySettings, tmp_path: Path) -> Path:
    folder = tmp_path / "var"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    settings.BASE_DIR = tmp_path
    settings.DATA_DIR, settings.SEARCH_INDEX_DIR = folder, folder / "search"
    settings.DATABASES = {
        "default": {**settings.DATABASES["default"], "ENGINE": "django.db.backends.sqlite3", "NAME": folder / "hub.db"}
    }
    return folder


def test_an_existing_installation_is_closed_at_the_start(data: Path) -> None:
    private = [data / "hub.db", data / "hub.db-wal", data / "hub.db-shm", data.parent / ".env"]
    for path in private:
        path.write_text("secret")
        path.chmod(0o666)
    (data / "search").mkdir()
    (data / "media").mkdir()
    for folder in (data / "search", data / "media"):
        folder.chmod(0o755)
    assert set(files_open_to_others()) == {*private, data, data / "search"}
    keep_files_private()
    assert [mode(path) for path in private] == [0o600] * 4
    assert mode(data / "search") == 0o700
    # A web server under another user passes through and lists nothing.
    assert mode(data) == 0o711
    assert mode(data / "media") == 0o755
    assert files_open_to_others() == []


def test_the_index_is_private_before_it_is_built_and_stricter_modes_stay(data: Path) -> None:
    data.chmod(0o700)
    keep_files_private()
    assert mode(data / "search") == 0o700
    assert mode(data) == 0o700


def test_mail_in_a_folder_is_private_before_the_first_one(data: Path, settings: LazySettings) -> None:
    settings.EMAIL_FILE_PATH = data / "mail"
    keep_files_private()
    assert mode(data / "mail") == 0o700
    (data / "mail").chmod(0o755)
    assert data / "mail" in files_open_to_others()


def test_nothing_is_made_where_nothing_is(data: Path) -> None:
    data.rmdir()
    keep_files_private()
    assert not data.exists()


def test_a_new_database_is_private_and_what_is_uploaded_is_not(tmp_path: Path) -> None:
    data = tmp_path / "var"
    data.mkdir()
    own = {"DATABASE_URL": f"sqlite:///{data / 'hub.sqlite3'}", "DATA_DIR": str(data)}
    done = manage("showmigrations", "contenttypes", **own)
    assert done.returncode == 0, done.stderr
    assert PRODUCTION["DATABASE_URL"] not in own.values()
    assert [oct(mode(path)) for path in data.glob("hub.sqlite3*")] == ["0o600"] * len(list(data.glob("hub.sqlite3*")))
    assert mode(data / "search") == 0o700
    storage = FileSystemStorage(data / "media")
    name = storage.save("images/picture.png", ContentFile(b"x"))
    assert mode(data / "media" / name) == 0o644
    assert mode(data / "media" / "images") == 0o755
