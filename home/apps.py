from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"

    def ready(self) -> None:
        from .search_documents import register_pages
        from .site_layout import note_site_layout_changes

        register_pages()
        note_site_layout_changes()
