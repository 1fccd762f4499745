"""What staff get whose form arrives while the database does not answer: what they typed, to send it again.

Who they are cannot be told without the database. But it is the answer to their own post, and their page still shows
the same words. The form goes out with the token it came with: a page of another site, which knows none, gets no form
that works.
"""

import sys
from http import HTTPStatus

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import resolve
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from directory.enquiries.form.fields import PlainTextField
from directory.enquiries.inbox.asking import QUESTIONS
from directory.enquiries.privacy.private_views import PRIVATE_HEADERS, Unprinted
from home.site_layout import default_site_layout
from hub import views

from .content_security_policy import ADMIN_PREFIX
from .posted_forms import TOKEN, came_from_here, can_be_read, fields_of, may_be_shown

# A connection that was cut off raises InterfaceError, which is no DatabaseError.
STOPPED = (DatabaseError, InterfaceError)
INBOX = "enquiries_inbox"


@sensitive_variables()
@sensitive_post_parameters()
def server_error(request: HttpRequest) -> HttpResponse:
    """Django asks this after an error that nothing caught."""
    if not isinstance(sys.exception(), STOPPED) or not _is_form_of_staff(request):
        return views.server_error(request)
    context = {
        "site_layout": default_site_layout(),
        "is_stopped": True,
        "address": request.get_full_path(),
        "fields": [(name, Unprinted(value)) for name, value in fields_of(request) if name != TOKEN],
        "texts": _texts(request),
        "has_files": bool(request.FILES),
        "csrf_token": request.POST.get(TOKEN, ""),
    }
    page = render_to_string("send_again.html", context)
    return HttpResponse(page, status=HTTPStatus.SERVICE_UNAVAILABLE, headers=PRIVATE_HEADERS)


def _is_form_of_staff(request: HttpRequest) -> bool:
    is_posted = request.method == "POST" and request.path_info.startswith(ADMIN_PREFIX)
    return is_posted and came_from_here(request) and can_be_read(request) and may_be_shown(request)


@sensitive_variables()
def _texts(request: HttpRequest) -> list[tuple[str, str]]:
    """What was written in an answer about an enquiry, to be read and copied."""
    # The database may have failed before Django looked which page it is.
    match = request.resolver_match or resolve(request.path_info)
    if match.app_name != INBOX or match.url_name not in QUESTIONS:
        return []
    asked = QUESTIONS[match.url_name].form_class.base_fields
    written = {name: field.label for name, field in asked.items() if isinstance(field, PlainTextField)}
    return [
        (str(label), Unprinted(request.POST[name])) for name, label in written.items() if request.POST.get(name, "")
    ]
