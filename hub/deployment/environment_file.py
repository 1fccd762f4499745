"""Write `.env` with fresh keys for a new machine; an existing file is never touched.

Run as `python -m hub.deployment.environment_file PATH`, before Django can start.
"""

import os
import secrets
import sys
from pathlib import Path

from cryptography.fernet import Fernet

HEADER = "# Made for this machine. Keep it: without ENQUIRY_KEYS no enquiry can be read. See docs/settings.md.\n"


def write_environment_file(path: Path) -> bool:
    """Create the file, readable by its owner only. Returns whether it was written."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(HEADER)
        file.write(f"SECRET_KEY={secrets.token_urlsafe(50)}\n")
        file.write(f"ENQUIRY_KEYS={Fernet.generate_key().decode()}\n")
        file.write(f"DEMO_PASSWORD={secrets.token_urlsafe(9)}\n")
    return True


if __name__ == "__main__":
    write_environment_file(Path(sys.argv[1]))
