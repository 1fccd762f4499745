from django.apps import AppConfig
from django.core.checks import register


class DirectoryConfig(AppConfig):
    name = "directory"

    def ready(self) -> None:
        from .checks import bank_holidays_are_known
        from .indexing.documents import register_services
        from .indexing.labels import watch_labels

        register(bank_holidays_are_known)
        register_services()
        watch_labels()
