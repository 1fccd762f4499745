from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "directory"

    def ready(self) -> None:
        from .indexing.documents import register_services
        from .indexing.labels import watch_labels
        from .models import Area, Location, Organization, TaxonomyTerm
        from .uses import protect_what_is_used

        register_services()
        watch_labels()
        protect_what_is_used(TaxonomyTerm, Location, Organization, Area)
