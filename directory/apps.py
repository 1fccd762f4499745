from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "directory"

    def ready(self) -> None:
        from .finder.labels import watch_labels
        from .search_documents import register_services

        register_services()
        watch_labels()
