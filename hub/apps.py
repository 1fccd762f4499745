from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class HubConfig(AppConfig):
    name = "hub"
    verbose_name = "Peer Support Hub"

    def ready(self) -> None:
        from . import checks  # noqa: F401 - registers the checks
        from .admin_text import clean_text_of_admin_forms
        from .spreadsheets import make_spreadsheets_harmless

        clean_text_of_admin_forms()
        make_spreadsheets_harmless()
        post_migrate.connect(_sync_roles_after_the_last_app)


def _sync_roles_after_the_last_app(sender: AppConfig, **kwargs: Any) -> None:
    """Permissions of every app must exist before a group can have them, and contenttypes migrates near the end."""
    from .roles import sync_roles

    with_models = [config for config in apps.get_app_configs() if config.models_module is not None]
    if sender is with_models[-1]:
        sync_roles()
