from django.apps import AppConfig
from django.contrib.auth import get_user_model
from django.core.checks import register
from django.db.models.signals import post_migrate, pre_delete, pre_save


class EnquiriesConfig(AppConfig):
    name = "directory.enquiries"
    label = "enquiries"

    def ready(self) -> None:
        from directory.enquiries.access.account_changes import guard_before_deleting, guard_before_saving
        from directory.enquiries.retention.purposes import every_field_has_a_purpose
        from directory.enquiries.retention.rules import every_field_has_a_retention_rule
        from directory.enquiries.storage.append_only import restore_after_migrations

        account = get_user_model()
        pre_save.connect(guard_before_saving, sender=account)
        pre_delete.connect(guard_before_deleting, sender=account)
        register(every_field_has_a_retention_rule)
        register(every_field_has_a_purpose)
        post_migrate.connect(restore_after_migrations, sender=self)
