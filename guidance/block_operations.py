"""What migrations do to blocks that are stored in bodies."""

from typing import Any

from django.utils.deconstruct import deconstructible
from wagtail.blocks.migrations.operations import BaseBlockOperation

from .choices import Jurisdiction, Level

# Until now "must" did not say by what. A law was never named, so it is a standard.
LEVELS = {"must": Level.STANDARD, "should": Level.SHOULD, "past": Level.PAST}


@deconstructible
class GiveRequirementsTheirParts(BaseBlockOperation):
    """Turns a requirement of one line each into one with level, nations and a source in parts."""

    @property
    def operation_name_fragment(self) -> str:
        return "give_requirements_their_parts"

    def apply(self, block_value: dict[str, Any]) -> dict[str, Any]:
        if "strength" not in block_value:
            return block_value
        applies_to = block_value.get("applies_to") or ""
        named = [value for value, label in Jurisdiction.choices if str(label) in applies_to]
        return {
            "level": str(LEVELS.get(block_value["strength"], Level.STANDARD)),
            "text": block_value.get("text") or "",
            "applies_to": applies_to,
            # Where nothing is named, nobody has said that it holds in one nation only.
            "jurisdictions": named or Jurisdiction.values,
            "source": {
                "title": block_value.get("source") or "",
                "publisher": "",
                "published": "",
                "url": block_value.get("source_url") or "",
            },
            "valid_from": None,
            "valid_until": None,
            "note": block_value.get("status") or "",
            "identifier": "",
        }
