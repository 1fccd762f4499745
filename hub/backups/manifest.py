"""What a backup says of itself: when what was copied, how to tell that it is whole, and how new it is."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from .copies import make_private_file

NAME = "manifest.json"
FORMAT = 1
CHUNK = 1024 * 1024


class NoBackup(Exception):
    """The folder holds no backup that can be read."""


@dataclass(frozen=True, slots=True)
class Copied:
    """One copied database. `taken_at` is when the copying began."""

    file: str
    taken_at: str
    sha256: str
    size: int
    migrations: dict[str, str]
    # The newest line of the access log, or the newest key.
    newest_id: str
    newest_at: str

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.taken_at)


@dataclass(frozen=True, slots=True)
class Manifest:
    """Both copies of one backup, and the number by which the two databases know each other."""

    pair_id: str
    database: Copied
    keys: Copied

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """Raises `NoBackup` in words."""
        try:
            stored = json.loads((folder / NAME).read_text(encoding="utf-8"))
            if stored["format"] != FORMAT:
                raise NoBackup(f"{folder.name} was made by a newer release.")
            return cls(stored["pair_id"], Copied(**stored["database"]), Copied(**stored["keys"]))
        except FileNotFoundError:
            raise NoBackup(f"{folder} has no {NAME}: it is no backup, or one that was cut off.") from None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise NoBackup(f"{folder / NAME} cannot be read: {type(error).__name__}.") from error

    def write(self, folder: Path) -> None:
        """Into the folder of the backup."""
        make_private_file(folder / NAME)
        content = {"format": FORMAT, **asdict(self)}
        (folder / NAME).write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def digest_of(path: Path) -> str:
    """The SHA-256 of a file of any size."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
