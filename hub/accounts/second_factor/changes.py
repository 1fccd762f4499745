"""The pages that make new recovery codes and take a second factor away."""

from math import ceil
from typing import Any

from django.contrib import messages
from django.contrib.auth import authenticate
from django.forms import Form
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables

from hub.accounts.sign_in.slowing import seconds_to_wait
from hub.accounts.sign_in.waiting import try_again

from . import actions
from .forms import CodeForm, SureForm
from .pages import SecondFactorPage, keep_this_session, show_codes
from .requirement import has_second_factor, must_have_second_factor
from .sealing import UnreadableSecret


class SurePage(SecondFactorPage):
    """Asks for passphrase and code again before it changes something."""

    for_whom_passed = True
    form_class = SureForm

    def elsewhere(self) -> HttpResponseBase | None:
        return None if has_second_factor(self.person) else redirect("second_factor:set_up")

    @sensitive_variables()
    def form_valid(self, form: Form) -> HttpResponse:
        data = form.cleaned_data
        if authenticate(self.request, username=self.person.email, password=data["password"]) is None:
            wait = seconds_to_wait(self.request)
            return self.refuse(form, "password", try_again(wait) if wait else _("This is not your passphrase"), wait)
        try:
            _use_either(self.person, data["code"])
        except actions.TooEarly as refused:
            wait = max(1, ceil((refused.until - timezone.now()).total_seconds()))
            return self.refuse(
                form, "code", _("Too many wrong codes. %(try_again)s") % {"try_again": try_again(wait)}, wait
            )
        except (actions.CodeRefused, UnreadableSecret):
            return self.refuse(form, "code", _("This code is not right, or it was used before"))
        return self.change()

    def change(self) -> HttpResponse:
        raise NotImplementedError


class NewRecoveryCodesView(SurePage):
    """Makes new recovery codes and shows them once."""

    template_name = "second_factor/sure.html"
    title = lazy("Make new recovery codes")

    def change(self) -> HttpResponse:
        return show_codes(self.request, self.person, actions.make_recovery_codes(user=self.person))


class RemoveView(SurePage):
    """Takes the second factor away, to set up another or because none is needed any more."""

    template_name = "second_factor/sure.html"
    title = lazy("Remove your second factor")

    def change(self) -> HttpResponse:
        actions.remove_second_factor(user=self.person)
        keep_this_session(self.request, self.person)
        messages.success(self.request, _("Your second factor is removed, and every other session has ended."))
        return redirect("second_factor:set_up" if must_have_second_factor(self.person) else "wagtailadmin_account")


@sensitive_variables("typed")
def _use_either(user: Any, typed: str) -> None:
    form = CodeForm({"code": typed})
    if form.is_valid():
        actions.use_code(user=user, token=form.cleaned_data["code"])
    else:
        actions.use_recovery_code(user=user, typed=typed)
