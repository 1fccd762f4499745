"""The cookies that say something about a person, in one place, so that leaving can delete every one of them.

Not here: the session of staff, the token that protects forms, and the saved list, which names public services only.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponseBase

from search.languages import is_multilingual


@dataclass(frozen=True, slots=True)
class PersonalCookie:
    """A cookie by the name and the path it was set with; a browser deletes it by both.

    Pages that are there in every language have no path in common below the root.
    """

    name: str
    own_path: str
    is_in_every_language: bool = False

    @property
    def path(self) -> str:
        return "/" if self.is_in_every_language and is_multilingual() else self.own_path


RECEIPT = PersonalCookie("enquiry_receipt", "/enquiries/receipt/")
# The second name is for https, where browsers keep such a cookie to one host.
FACTS_OVER_HTTP, FACTS_OVER_HTTPS = PersonalCookie("facts", "/"), PersonalCookie("__Host-facts", "/")
FACTS = (FACTS_OVER_HTTP, FACTS_OVER_HTTPS)
# A path of its own, so that only enquiries see it. The prefix for one host asks for "/", the one for https does not.
DRAFTS_OVER_HTTP = PersonalCookie("enquiry_drafts", "/enquiries/")
DRAFTS_OVER_HTTPS = PersonalCookie("__Secure-enquiry_drafts", "/enquiries/")
STATUS_OVER_HTTP = PersonalCookie("enquiry_status", "/enquiries/")
STATUS_OVER_HTTPS = PersonalCookie("__Secure-enquiry_status", "/enquiries/")
DRAFTS, STATUS = (DRAFTS_OVER_HTTP, DRAFTS_OVER_HTTPS), (STATUS_OVER_HTTP, STATUS_OVER_HTTPS)
READINESS_OVER_HTTP = PersonalCookie("readiness", "/guidance/readiness/", True)
READINESS_OVER_HTTPS = PersonalCookie("__Secure-readiness", "/guidance/readiness/", True)
READINESS = (READINESS_OVER_HTTP, READINESS_OVER_HTTPS)

PERSONAL_COOKIES = (RECEIPT, *FACTS, *DRAFTS, *STATUS, *READINESS)


def delete_cookies(response: HttpResponseBase, cookies: Iterable[PersonalCookie]) -> None:
    """Let the browser delete these cookies."""
    for cookie in cookies:
        response.delete_cookie(cookie.name, path=cookie.path, samesite="Lax")
