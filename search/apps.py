from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        # Imported late: these need loaded models.
        from search.changelog import signal_handlers
        from search.changelog.signals import changes_committed
        from search.editorial import log_editorial_changes
        from search.indexing.indexer import index_committed_changes

        signal_handlers.connect()
        changes_committed.connect(index_committed_changes)
        log_editorial_changes()
