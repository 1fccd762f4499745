"""Write `.env` with fresh keys for a new machine; an existing file is never touched.

Run as `python -m hub.environment_file PATH`, before Django can start.
"""

import secrets
import sys
from pathlib import Path

from cryptography.fernet import Fernet

HEADER = "# Made for this machine. Keep it: without ENQUIRY_KEYS no enquiry can be read. See docs/settings.md.\n"


def write_environment_file(path: Path) -> bool:
    """Create the file, readable by its owner only. Returns whether it was written."""
    try:
        with path.open("x", encoding="utf-8") as file:
            path.chmod(0o600)
            file.write(HEADER)
            file.write(f"SECRET_KEY={secrets.token_urlsafe(50)}\n")
            file.write(f"ENQUIRY_KEYS={Fernet.generate_key().decode()}\n")
    except FileExistsError:
        return False
    return True


if __name__ == "__main__":
    write_environment_file(Path(sys.argv[1]))
