from django.apps import AppConfig
from django.core.checks import register
from django.db.models.signals import post_migrate


class EnquiriesConfig(AppConfig):
    name = "directory.enquiries"
    label = "enquiries"

    def ready(self) -> None:
        from .append_only import restore_after_migrations
        from .retention import every_field_has_a_retention_rule

        register(every_field_has_a_retention_rule)
        post_migrate.connect(restore_after_migrations, sender=self)
