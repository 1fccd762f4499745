"""What Wagtail's account page says about signing in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel

from hub.accounts.second_factor.models import RecoveryCode
from hub.accounts.second_factor.requirement import has_second_factor, must_have_second_factor


class SigningInPanel(BaseSettingsPanel):
    """The second factor, and the button that ends every session. Its buttons leave the form of the page alone."""

    name = "signing_in"
    title = _("Second factor and sessions")
    order = 600
    template_name = "hub/account_signing_in.html"

    def get_form(self) -> forms.Form:
        """Nothing to fill in; the page asks every panel for a form."""
        return forms.Form(prefix=self.name)

    def get_context_data(self) -> dict[str, Any]:
        return {
            "has_second_factor": has_second_factor(self.user),
            "must_have_second_factor": must_have_second_factor(self.user),
            "codes_left": RecoveryCode.objects.filter(user=self.user).count(),
        }
