"""What the pages of the second factor share: whose session it is, where it leads, and how it passes."""

from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.generic import FormView
from django_otp import login as remember_device

from directory.enquiries.privacy.private_views import private_view

from .requirement import must_have_second_factor


def person_of(request: HttpRequest) -> Any:
    """Who signed in, whether or not they gave their code."""
    # Asked first: the middleware finds out when somebody asks.
    user = request.user
    return user if user.is_authenticated else getattr(request, "half_signed_in", user)


def has_passed(request: HttpRequest) -> bool:
    return bool(request.user.is_authenticated)


def place_to_go(request: HttpRequest) -> str:
    """Where somebody wanted to go, if that is on this site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    allowed = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if allowed else reverse("wagtailadmin_home")


@sensitive_variables("user", "device")
def let_in(request: HttpRequest, user: Any, device: Any) -> None:
    """This session has given its code. It gets a new key, so that one known from before is worth nothing."""
    request.user = user
    remember_device(request, device)
    request.session.cycle_key()


@method_decorator(private_view, name="dispatch")
class SecondFactorPage(FormView):
    """A page for whoever signed in with a passphrase."""

    title = ""
    # Whether somebody must have passed before they see the page.
    for_whom_passed = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.person = person_of(request)
        if not self.person.is_authenticated:
            return redirect(f"{reverse('wagtailadmin_login')}?next={request.path}")
        if self.for_whom_passed and not has_passed(request):
            return redirect("second_factor:enter")
        return self.elsewhere() or super().dispatch(request, *args, **kwargs)

    def elsewhere(self) -> HttpResponseBase | None:
        """Where to go instead, if this is not the page for this person."""
        return None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs,
            title=self.title,
            next=place_to_go(self.request),
            person=self.person,
            has_passed=has_passed(self.request),
            is_required=must_have_second_factor(self.person),
        )

    def refuse(self, form: Form, field: str, words: str, wait: int = 0) -> HttpResponse:
        """The page again, with what is wrong."""
        form.add_error(field, words)
        response = self.form_invalid(form)
        if wait:
            response.status_code = 429
            response.headers["Retry-After"] = str(wait)
        return response


def keep_this_session(request: HttpRequest, user: Any) -> None:
    """All sessions have ended; this one goes on under a new key."""
    request.user = user
    update_session_auth_hash(request, user)


@sensitive_variables("codes")
def show_codes(request: HttpRequest, user: Any, codes: list[str]) -> HttpResponse:
    """The recovery codes, in the answer to the form: they are kept nowhere from which they could be shown again."""
    keep_this_session(request, user)
    let_in(request, user, user.authenticator_set.get())
    context = {"codes": codes, "title": _("Your recovery codes"), "next": place_to_go(request), "person": user}
    return render(request, "second_factor/codes.html", {**context, "has_passed": True})
