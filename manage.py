#!/usr/bin/env python3
"""Run Django's command line with the hub's development settings unless told otherwise."""

import gc
import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.dev")
    # What starting loads stays: looking through it again and again took a fifth of the processor time of a start.
    # `HubConfig.ready` goes on.
    gc.disable()
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"The hub does not start. {error}")


if __name__ == "__main__":
    main()
