from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        from search.editorial import watch_editorial  # imported late: needs loaded models

        watch_editorial()
