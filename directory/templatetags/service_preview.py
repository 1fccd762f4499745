"""The preview of a listing. A tag says what the page shows of it, because a model knows nothing of pages."""

from typing import Any

from django import template

from directory.models import Service
from directory.service_page.contents import preview_contents

register = template.Library()


@register.inclusion_tag("directory/service_detail.html", takes_context=True)
def service_preview(context: template.Context, service: Service) -> dict[str, Any]:
    """The page of a draft, as readers would see it."""
    return {**context.flatten(), **preview_contents(service)}
