"""What a service's page shows."""

from dataclasses import dataclass
from urllib.parse import quote

from directory.cards.cards import make_card
from directory.cards.parts import parts_of
from directory.models import Service
from directory.referral.facts import Facts
from directory.referral.forms import ReferralCheckForm
from directory.referral.recorded_rules import rules_of
from directory.vocabulary.labels import read_held

from .referral_check import check_referral
from .related_guidance import related_guidance
from .service_map import tiles
from .similar_services import similar_services

NOTHING = Facts()


@dataclass(frozen=True, slots=True)
class ReferralQuestion:
    """What a page is asked with: the facts kept in this browser, and what was just posted, if anything was.

    `wants_answer`: somebody asked without saying anything.
    """

    facts: Facts = NOTHING
    posted: object = None
    wants_answer: bool = False


def page_contents(service: Service, question: ReferralQuestion, address: str) -> dict[str, object]:
    """The context of the page. Expects a service with its parts. `address`: the page's own, whole."""
    # Stories know services, not the other way round: they are reached by the reverse relation.
    stories = service.stories.named()
    named = {str(story.pk) for story in stories}
    related = [hit for hit in related_guidance(service) if hit.kind != "story" or hit.key not in named]
    return {
        **_facts(service, question),
        "similar": similar_services(service),
        "stories": stories,
        "related": related,
        "address": address,
        "mail": f"mailto:?subject={quote(service.name)}&body={quote(address)}",
    }


def preview_contents(service: Service) -> dict[str, object]:
    """The context for a draft, which is not public yet and so has no address and nothing like it."""
    return _facts(service, ReferralQuestion())


def _facts(service: Service, question: ReferralQuestion) -> dict[str, object]:
    rows, rules, facts = service.service_at_locations.all(), rules_of(service), question.facts
    setting = facts.setting
    form = ReferralCheckForm(service, rules, facts, question.posted)
    is_answered = question.posted is None and (facts.says_anything or question.wants_answer)
    return {
        "service": service,
        "facts": make_card(service, parts_of(service), setting=setting),
        "check": form,
        "answer": check_referral(rules, facts, facts.person(read_held())) if is_answered else None,
        "setting": setting,
        "has_tiles": tiles() is not None,
        "has_points": any(row.location.public_point for row in rows),
        # A name and an address alone stand among the facts already.
        "has_details": any(
            row.public_description or row.location.public_transportation or row.location.public_accessibility
            for row in rows
        ),
    }
