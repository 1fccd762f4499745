"""The listed service that an enquiry is for."""

import re

from directory.models import Service
from directory.models.slugs import current_slug

SLUG = re.compile(r"[-a-zA-Z0-9_]{1,120}")


def find_service(slug: str) -> Service | None:
    """The listed service that has or had this slug, with `takes_enquiries`. What is not a slug finds nothing."""
    if not SLUG.fullmatch(slug):
        return None
    listed = Service.objects.published().with_enquiries().only("pk", "slug", "name")
    return listed.filter(slug=slug).first() or listed.filter(slug=current_slug(Service, slug)).first()
