import gc
from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.signals import user_logged_in
from django.db import DEFAULT_DB_ALIAS
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_save


class HubConfig(AppConfig):
    name = "hub"
    verbose_name = "Peer Support Hub"

    def ready(self) -> None:
        from . import checks  # noqa: F401 - registers the checks
        from .accounts.sessions import begin_session
        from .admin.form_fields import clean_text_of_admin_forms
        from .admin.spreadsheet_exports import make_spreadsheets_harmless
        from .deployment import checks as deployment_checks  # noqa: F401 - registers the checks for `--deploy`
        from .deployment.encryption_keys import require_usable_keys
        from .deployment.file_permissions import keep_database_private, keep_files_private
        from .deployment.sqlite_features import ask_for_json
        from .gettext_lookups import look_up_once
        from .kept_sites import keep_sites
        from .page_cache import revision

        require_usable_keys()
        keep_files_private()
        connection_created.connect(keep_database_private)
        connection_created.connect(ask_for_json)

        keep_sites()
        look_up_once()
        revision.connect()
        clean_text_of_admin_forms()
        make_spreadsheets_harmless()
        user_logged_in.connect(begin_session)
        post_migrate.connect(_sync_roles_after_the_last_app)
        pre_save.connect(_strip_avatar, sender="wagtailusers.UserProfile")
        # What is loaded by now stays. Whoever started us may have switched the collector off till now.
        gc.freeze()
        gc.enable()


def _sync_roles_after_the_last_app(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Permissions of every app must exist before a group can have them, and contenttypes migrates near the end."""
    from .accounts.roles import sync_roles
    from .admin.locales import add_locales

    with_models = [config for config in apps.get_app_configs() if config.models_module is not None]
    if using == DEFAULT_DB_ALIAS and sender is with_models[-1]:
        add_locales()
        sync_roles()


def _strip_avatar(instance: Any, **kwargs: Any) -> None:
    """The pictures that staff have of themselves are taken with the same phones."""
    from .media.image_metadata import strip

    if instance.avatar and not instance.avatar._committed:
        instance.avatar = strip(instance.avatar)
