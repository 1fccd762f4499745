from django.apps import AppConfig
from django.core.checks import register
from django.db.models.signals import post_migrate


class EnquiriesConfig(AppConfig):
    name = "directory.enquiries"
    label = "enquiries"

    def ready(self) -> None:
        from directory.enquiries.retention.purposes import every_field_has_a_purpose
        from directory.enquiries.retention.rules import every_field_has_a_retention_rule
        from directory.enquiries.storage.append_only import restore_after_migrations

        register(every_field_has_a_retention_rule)
        register(every_field_has_a_purpose)
        post_migrate.connect(restore_after_migrations, sender=self)
