from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "directory"

    def ready(self) -> None:
        from .indexing.documents import register_services
        from .indexing.labels import watch_labels

        register_services()
        watch_labels()
