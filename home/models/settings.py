"""What editors set once for the whole site."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from directory.contact_details.telephone import NO_NUMBER, telephone_address

# Most people have opened it before, so it draws no attention.
DEFAULT_EXIT_URL = "https://www.bbc.co.uk/weather"


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting, ClusterableModel):
    """How to reach the hub, whom to call when it cannot wait, and where "Leave this site" goes."""

    contact_email = models.EmailField(lazy("contact email"), blank=True)
    contact_phone = models.CharField(lazy("contact phone"), max_length=30, blank=True)
    contact_address = models.TextField(
        lazy("address for letters"),
        blank=True,
        help_text=lazy("Printed on the enquiry for people without the internet."),
    )
    exit_url = models.URLField(
        lazy("address for “Leave this site”"),
        default=DEFAULT_EXIT_URL,
        help_text=lazy("A harmless, well-known page of someone else."),
    )

    is_demonstration = models.BooleanField(
        lazy("this is a demonstration"),
        default=False,
        help_text=(
            lazy(
                "Every page, on paper too, then says that it belongs to a demonstration, and leads to “What is real?” "
                "on the page About. Leave it off on a hub that people rely on. Loading the demo turns it on: turn it "
                "off only when nothing on the site is invented any more."
            )
        ),
    )

    panels = (
        MultiFieldPanel(
            (FieldPanel("contact_email"), FieldPanel("contact_phone"), FieldPanel("contact_address")),
            heading=lazy("Contact"),
        ),
        FieldPanel("exit_url"),
        FieldPanel("is_demonstration"),
        InlinePanel(
            "help_numbers",
            heading=lazy("If it cannot wait"),
            label=lazy("Number"),
            help_text=lazy("Shown on every page. While there is none, the numbers the hub came with are shown."),
            max_num=4,
        ),
    )

    class Meta:
        verbose_name = lazy("site settings")
        verbose_name_plural = lazy("site settings")

    def __str__(self) -> str:
        return _("Site settings")


class UrgentHelpNumber(Orderable):
    """A number for someone who cannot wait, as editors keep it."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="help_numbers")
    label = models.CharField(lazy("label"), max_length=60)
    number = models.CharField(lazy("number"), max_length=30, help_text=lazy("As people read it, for example 116 123."))

    def __str__(self) -> str:
        return f"{self.label}: {self.number}"

    def clean(self) -> None:
        super().clean()
        if self.number and not telephone_address(self.number):
            raise ValidationError({"number": NO_NUMBER})
