"""The two template engines: Django's for pages, Jinja2 for the finder and what a page has dozens of. See ADR 41."""

from pathlib import Path
from typing import Any

import django


def template_settings(folder: Path) -> list[dict[str, Any]]:
    """`TEMPLATES`, with our own in that folder. Public forms use Django's templates where we have none."""
    return [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [folder],
            "APP_DIRS": True,
            "OPTIONS": {
                # Every template has words, and a file that is included in a line cannot begin with one of its own.
                "builtins": ["django.templatetags.i18n", "directory.templatetags.lists_in_words"],
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                    "home.context_processors.site_layout",
                    "hub.middleware.server_timing.rendering_begins",
                ],
            },
        },
        {
            "BACKEND": "django.template.backends.jinja2.Jinja2",
            "DIRS": [folder / "jinja2", Path(django.__file__).parent / "forms" / "jinja2"],
            "OPTIONS": {"environment": "hub.jinja2.environment", "trim_blocks": True, "lstrip_blocks": True},
        },
    ]
