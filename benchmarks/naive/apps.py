from django.apps import AppConfig


class NaiveConfig(AppConfig):
    name = "benchmarks.naive"
    label = "naive"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let naive pages ask for their site as stock Wagtail does."""
        from wagtail.models import Site, sites

        from benchmarks.naive.making import HOST
        from hub.kept_sites import read_site

        kept = sites.get_site_for_hostname

        def find(hostname: str, port: int) -> Site:
            return (read_site if hostname == HOST else kept)(hostname, port)

        sites.get_site_for_hostname = find
