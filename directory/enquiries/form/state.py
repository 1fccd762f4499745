"""What an enquiry form carries with it: its token, its service, and the choices it offered.

Signed and posted back, so that a form can be checked, and shown again with everything typed, while the database does
not answer.
"""

import re
import uuid
from dataclasses import asdict, dataclass, replace
from datetime import timedelta

from django.core import signing

from directory.models import Service, Taxonomy, TaxonomyTerm
from directory.models.slugs import current_slug

SALT = "directory.enquiries.form"
MAX_AGE = timedelta(days=7)
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,120}")

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FormState:
    """One form as it was handed out."""

    token: uuid.UUID
    settings: Choices
    needs: Choices
    service_slug: str = ""
    service_name: str = ""
    is_interrupted: bool = False

    @classmethod
    def fresh(cls, service: Service | None = None) -> "FormState":
        """A new form, with the choices editors offer now."""
        return cls(
            token=uuid.uuid4(),
            settings=_terms(Taxonomy.SETTING),
            needs=_terms(Taxonomy.NEED),
            service_slug=service.slug if service else "",
            service_name=service.name if service else "",
        )

    @classmethod
    def read(cls, signed: str) -> "FormState | None":
        """The state of a posted form; None when it is too old, changed, or missing."""
        try:
            stored = signing.loads(signed, salt=SALT, max_age=MAX_AGE)
            return cls(
                token=uuid.UUID(stored["token"]),
                settings=tuple((slug, name) for slug, name in stored["settings"]),
                needs=tuple((slug, name) for slug, name in stored["needs"]),
                service_slug=stored["service_slug"],
                service_name=stored["service_name"],
                is_interrupted=stored.get("is_interrupted", False),
            )
        except (signing.BadSignature, ValueError, KeyError, TypeError):
            return None

    def renewed(self) -> "FormState":
        """The same form, to be sent as another enquiry."""
        return replace(self, token=uuid.uuid4())

    def interrupted(self) -> "FormState":
        """The same form, once its sender has been told what cannot wait."""
        return replace(self, is_interrupted=True)

    def signed(self) -> str:
        """The text for the hidden field."""
        return signing.dumps({**asdict(self), "token": str(self.token)}, salt=SALT, compress=True)


def find_service(slug: str) -> Service | None:
    """The listed service that has or had this slug, with `takes_enquiries`. What is not a slug finds nothing."""
    if not SLUG.fullmatch(slug):
        return None
    listed = Service.objects.published().with_enquiries().only("pk", "slug", "name")
    return listed.filter(slug=slug).first() or listed.filter(slug=current_slug(Service, slug)).first()


def _terms(taxonomy: str) -> Choices:
    return tuple(TaxonomyTerm.objects.of(taxonomy).offered().values_list("slug", "name"))
