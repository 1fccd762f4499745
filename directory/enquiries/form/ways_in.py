"""How to reach a service that takes no enquiries from here."""

from django.db import DatabaseError

from directory.cards.cards import make_card
from directory.cards.parts import parts_of
from directory.enquiries.privacy.database_failures import log_failure
from directory.models import Service
from directory.referral.ways_in import ShownWayIn


def ways_into_service(slug: str, setting: str) -> tuple[ShownWayIn, ...]:
    """Its ways in, for somebody in this setting; none when they cannot be read."""
    try:
        service = Service.objects.published().with_parts().filter(slug=slug).first()
        return make_card(service, parts_of(service), setting=setting).ways if service else ()
    except DatabaseError as error:
        log_failure("The ways into a service could not be read", error)
        return ()
