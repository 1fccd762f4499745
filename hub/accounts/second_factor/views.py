"""The pages that ask for a code, set one up, and change it. Each works without JavaScript and is kept nowhere."""

from base64 import b64decode, b64encode
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import logout
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from directory.enquiries.privacy.private_views import private_view
from hub.accounts.sessions import end_sessions
from hub.accounts.sign_in.waiting import try_again

from . import actions
from .forms import CodeForm, PlainForm, RecoveryCodeForm
from .models import RecoveryCode
from .one_time_codes import new_secret, qr_code, secret_words
from .pages import SecondFactorPage, has_passed, let_in, person_of, place_to_go, show_codes
from .requirement import has_second_factor
from .sealing import UnreadableSecret, seal, unseal

CANDIDATE = "second_factor_candidate"
WRONG_CODE = lazy(
    "This code is not right, or it was used before. Wait for the next one. Is the clock of your phone right?"
)
WRONG_RECOVERY_CODE = lazy("This is not one of your recovery codes, or it was used before")
UNREADABLE = lazy(
    "The hub can't read your authenticator any more: its key was changed. Use a recovery code, then set up anew."
)


class EnterCodeView(SecondFactorPage):
    """Asks for a code of the app."""

    template_name = "second_factor/enter.html"
    title = lazy("Enter your code")
    form_class = CodeForm

    def elsewhere(self) -> HttpResponseBase | None:
        if has_passed(self.request):
            return redirect(place_to_go(self.request))
        if not has_second_factor(self.person):
            return redirect(f"{reverse('second_factor:set_up')}?{urlencode({'next': place_to_go(self.request)})}")
        return None

    @sensitive_variables()
    def form_valid(self, form: Form) -> HttpResponse:
        try:
            device = actions.use_code(user=self.person, token=form.cleaned_data["code"])
        except actions.TooEarly as refused:
            wait = max(1, ceil((refused.until - timezone.now()).total_seconds()))
            words = _("Too many wrong codes. %(try_again)s A recovery code works at once.") % {
                "try_again": try_again(wait)
            }
            return self.refuse(form, "code", words, wait)
        except actions.CodeRefused:
            return self.refuse(form, "code", WRONG_CODE)
        except UnreadableSecret:
            return self.refuse(form, "code", UNREADABLE)
        let_in(self.request, self.person, device)
        return redirect(place_to_go(self.request))


class EnterRecoveryCodeView(EnterCodeView):
    """Asks for a recovery code, when the phone is not there."""

    template_name = "second_factor/recovery.html"
    title = lazy("Use a recovery code")
    form_class = RecoveryCodeForm

    @sensitive_variables()
    def form_valid(self, form: Form) -> HttpResponse:
        try:
            device = actions.use_recovery_code(user=self.person, typed=form.cleaned_data["code"])
        except actions.CodeRefused:
            return self.refuse(form, "code", WRONG_RECOVERY_CODE)
        let_in(self.request, self.person, device)
        left = RecoveryCode.objects.filter(user=self.person).count()
        words = ngettext(
            "You have %(number)s recovery code left. "
            "Lost your phone? Remove the second factor on your account page and set up another.",
            "You have %(number)s recovery codes left. "
            "Lost your phone? Remove the second factor on your account page and set up another.",
            left,
        )
        messages.warning(self.request, words % {"number": left})
        return redirect(place_to_go(self.request))


class SetUpView(SecondFactorPage):
    """Shows a secret to an app, and takes it over when the app shows the right code."""

    template_name = "second_factor/set_up.html"
    title = lazy("Set up your second factor")
    form_class = CodeForm

    def elsewhere(self) -> HttpResponseBase | None:
        if not has_second_factor(self.person):
            return None
        return redirect("wagtailadmin_account" if has_passed(self.request) else "second_factor:enter")

    @sensitive_variables()
    def candidate(self) -> bytes:
        """The secret that this session offers: sealed, and of this session only.

        If it were kept with the account, whoever knows the passphrase could read it before its owner takes it over.
        """
        try:
            return unseal(b64decode(self.request.session[CANDIDATE]))
        except (KeyError, ValueError, UnreadableSecret):
            secret = new_secret()
            self.request.session[CANDIDATE] = b64encode(seal(secret)).decode()
            return secret

    @sensitive_variables()
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        secret = self.candidate()
        words, picture = secret_words(secret), qr_code(secret, self.person.email)
        return super().get_context_data(**kwargs, secret_words=words, qr_code=picture)

    @sensitive_variables()
    def form_valid(self, form: Form) -> HttpResponse:
        try:
            codes = actions.set_up_second_factor(
                user=self.person, secret=self.candidate(), token=form.cleaned_data["code"]
            )
        except actions.ClockIsWrong as refused:
            return self.refuse(form, "code", _clock_words(refused.seconds))
        except actions.CodeRefused:
            return self.refuse(form, "code", _("This is not the code that an app with this secret shows now"))
        except actions.AlreadySetUp:
            return redirect("second_factor:enter")
        del self.request.session[CANDIDATE]
        return show_codes(self.request, self.person, codes)


@private_view
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session. Wagtail's own address for it is only for those who have passed."""
    request.user = person_of(request)
    logout(request)
    return redirect("wagtailadmin_login")


class SignOutEverywhereView(SecondFactorPage):
    """Asks, then ends every session of whoever presses the button, this one too."""

    template_name = "second_factor/everywhere.html"
    title = lazy("Sign out everywhere")
    form_class = PlainForm

    def form_valid(self, form: Form) -> HttpResponse:
        end_sessions(user=self.person)
        self.request.user = self.person
        logout(self.request)
        messages.success(self.request, _("You are signed out everywhere."))
        return redirect("wagtailadmin_login")


def _clock_words(seconds: int) -> str:
    size = (
        _("%(abs)s minutes") % {"abs": abs(seconds) // 60}
        if abs(seconds) >= 120
        else _("%(abs)s seconds") % {"abs": abs(seconds)}
    )
    fast = _(
        "The code is right, but the clock of your phone is about %(size)s fast. Have it set its time by itself, then "
        "enter the next code."
    )
    slow = _(
        "The code is right, but the clock of your phone is about %(size)s slow. Have it set its time by itself, then "
        "enter the next code."
    )
    return (fast if seconds > 0 else slow) % {"size": size}
