"""What forms of the enquiry get that came without a valid form token: themselves, as typed. Nothing is done."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.status.views import look_up, show_refused_message
from directory.enquiries.steps.coming_back import return_by_code
from directory.enquiries.steps.views import show_refused


@sensitive_variables()
def _fresh_page(view: Callable[..., HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """For a page that takes a code: codes are not shown again."""

    def show(request: HttpRequest) -> HttpResponseBase:
        request.method = "GET"
        response = view(request)
        response.status_code = HTTPStatus.FORBIDDEN if response.status_code == HTTPStatus.OK else response.status_code
        return response

    return show


REFUSED: dict[str, Callable[[HttpRequest], HttpResponseBase]] = {
    "enquiries:answer": show_refused,
    "enquiries:save": show_refused,
    "enquiries:send": show_refused,
    "enquiries:leave_word": show_refused_message,
    "enquiries:look_up": _fresh_page(look_up),
    "enquiries:come_back": _fresh_page(return_by_code),
}
