from django.apps import AppConfig
from django.core.checks import register

from search.text.phrases import register_phrases


class DirectoryConfig(AppConfig):
    name = "directory"

    def ready(self) -> None:
        from directory.admin.usage import protect_what_is_used
        from directory.vocabulary.labels import watch_labels
        from directory.vocabulary.phrases import phrases_of_terms

        from .checks import bank_holidays_are_known
        from .indexing.documents import register_services
        from .indexing.organizations import register_organizations
        from .models import Area, Location, Organization, TaxonomyTerm

        # The calendar takes longer to read than most commands need to start, so no other check asks for it.
        register(bank_holidays_are_known, deploy=True)
        register_services()
        register_organizations()
        watch_labels()
        register_phrases(phrases_of_terms)
        protect_what_is_used(TaxonomyTerm, Location, Organization, Area)
