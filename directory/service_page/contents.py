"""What a service's page shows."""

from urllib.parse import quote

from directory.finder.card_parts import parts_of
from directory.finder.results import make_card
from directory.finder.similar import similar_services
from directory.models import Service
from directory.referral_check import ReferralCheckForm

from .related import related_guidance


def page_contents(service: Service, form: ReferralCheckForm, address: str) -> dict[str, object]:
    """The context of the page. Expects a service with its parts; six SQL queries. `address`: the page's own, whole."""
    # Stories know services, not the other way round: they are reached by the reverse relation.
    stories = service.stories.filter(live=True)
    named = {str(story.pk) for story in stories}
    related = [hit for hit in related_guidance(service) if hit.kind != "story" or hit.key not in named]
    return {
        **_facts(service, form),
        "similar": similar_services(service),
        "stories": stories,
        "related": related,
        "address": address,
        "mail": f"mailto:?subject={quote(service.name)}&body={quote(address)}",
    }


def preview_contents(service: Service) -> dict[str, object]:
    """The context for a draft, which is not public yet and so has no address and nothing like it."""
    return _facts(service, ReferralCheckForm(service))


def _facts(service: Service, form: ReferralCheckForm) -> dict[str, object]:
    rows = service.service_at_locations.all()
    return {
        "service": service,
        "facts": make_card(service, parts_of(service)),
        "check": form,
        "has_map": any(row.location.public_point for row in rows),
        # A name and an address alone stand among the facts already.
        "has_details": any(
            row.public_description or row.location.public_transportation or row.location.public_accessibility
            for row in rows
        ),
    }
