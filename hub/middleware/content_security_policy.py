"""Response headers: one strict policy for visitors, a wider one for Wagtail's signed-in screens."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponse

ADMIN_PREFIX = "/admin/"
# Reachable without signing in, so they keep the visitors' policy.
STRICT_ADMIN_PREFIXES = ("/admin/login/", "/admin/password_reset/", "/admin/second-factor/")

# Wagtail's editor writes inline scripts and styles and previews uploads from data: and blob: addresses.
ADMIN_DIRECTIVES = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "frame-src": [SELF],
}

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()" for feature in ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")
)


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """django-csp's middleware, which widens the policy for signed-in Wagtail screens only."""

    def get_policy_parts(self, request: HttpRequest, response: HttpResponse, report_only: bool = False) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        path = request.path_info
        if path.startswith(ADMIN_PREFIX) and not path.startswith(STRICT_ADMIN_PREFIXES):
            parts.replace = {**ADMIN_DIRECTIVES, **(parts.replace or {})}
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if request.path_info.startswith(ADMIN_PREFIX):
            response.headers.setdefault("Cache-Control", "no-store, private")
        return super().process_response(request, response)
