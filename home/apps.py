from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"

    def ready(self) -> None:
        from .frame import watch_chrome
        from .search_documents import register_pages

        register_pages()
        watch_chrome()
