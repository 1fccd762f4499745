"""Say where the demo is and how to sign in. Run as `python -m hub.deployment.welcome ENV_FILE PORT`."""

import os
import sys
from pathlib import Path

import environ

from hub.accounts.demo_accounts import ACCOUNTS


def welcome(environment_file: str, port: str) -> str:
    """Return what to print before the demo is served on `port` of this machine."""
    environ.Env.read_env(environment_file)
    password = os.environ.get("DEMO_PASSWORD", "as you set it")
    mail = Path(os.environ.get("DATA_DIR", "var")) / "mail"
    accounts = "\n".join(f"    {account.email:<32}{account.role}" for account in ACCOUNTS)
    return (
        f"\nPeer Support Hub: http://127.0.0.1:{port}/\n"
        f"Staff sign in at  http://127.0.0.1:{port}/admin/\n{accounts}\n"
        f"    password: {password}\n\nMail is not sent: it lies in {mail}.\nStop with Ctrl+C.\n"
    )


if __name__ == "__main__":
    sys.stdout.write(welcome(*sys.argv[1:3]) + "\n")
    sys.stdout.flush()
