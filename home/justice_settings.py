"""The settings a person can be in, each with how many services work there."""

from django.db.models import Count, Q, QuerySet

from directory.models import Service, Taxonomy, TaxonomyTerm


def settings_with_counts() -> QuerySet[TaxonomyTerm]:
    """Offered settings in the editors' order, with `service_count`: published services. One query."""
    return (
        TaxonomyTerm.objects.of(Taxonomy.SETTING)
        .offered()
        .annotate(
            service_count=Count("services_by_setting", filter=Q(services_by_setting__in=Service.objects.published()))
        )
    )
