"""Addresses in another language, and how a page says which language it is in.

The hub's own language has no prefix; another has its code: `/cy/guidance/`.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from search.languages import answered_language, own_language

# The same address in every language: for staff, for machines, for files, and for enquiries, whose wording of consent
# is kept as it was shown and is there in one language.
ONE_LANGUAGE = ("/admin/", "/documents/", "/enquiries/", "/media/", "/static/", "/components/")


@dataclass(frozen=True, slots=True)
class AddressLanguage:
    """The language that a path asks for, and the path without its prefix."""

    language: str
    path: str

    @property
    def address(self) -> str:
        """The one way to write it."""
        is_unprefixed = self.language == own_language() or self.path.startswith(ONE_LANGUAGE)
        return self.path if is_unprefixed else f"/{self.language}{self.path}"


def language_of(path: str) -> AddressLanguage | None:
    """What a path asks for when it begins with a language of this hub, in capitals or not; else None."""
    first, _, rest = path.removeprefix("/").partition("/")
    code = first.lower()
    if not path.startswith("/") or code not in dict(settings.LANGUAGES):
        return None
    # Two strokes at the start would be the address of another site.
    return AddressLanguage(code, f"/{rest.lstrip('/').lstrip(chr(92))}")


def without_prefix(path: str) -> str:
    """The path as the hub's own language has it."""
    found = language_of(path)
    return path if found is None or found.language == own_language() else found.path


def with_prefix(path: str, language: str) -> str:
    """A path of the hub's own language as another has it. Files, the admin and other sites stay where they are."""
    is_ours = path.startswith("/") and not path.startswith("//") and not path.startswith(ONE_LANGUAGE)
    if not is_ours or language == own_language() or language_of(path) is not None:
        return path
    return f"/{language}{path}"


def in_answered_language(path: str) -> str:
    """An address of this site as a page in the language that is answered links to it."""
    return with_prefix(path, answered_language())


def has_languages(path: str) -> bool:
    """Whether there may be one of these in each language."""
    return not urlsplit(path).path.startswith(ONE_LANGUAGE)


def language_tag(code: str) -> str:
    """As HTML and HTTP write it: en-GB."""
    language, *others = code.split("-")
    return "-".join([language, *(part.upper() if len(part) == 2 else part.title() for part in others)])


def direction(code: str) -> str:
    """Where its lines begin, as HTML writes it."""
    return "rtl" if code.partition("-")[0] in settings.LANGUAGES_BIDI else "ltr"


def language_attributes(code: str) -> dict[str, str]:
    """What an element in this language carries inside a page in another."""
    return {"lang": language_tag(code), "dir": direction(code)}


def language_name(code: str) -> str:
    """What a language is called in itself."""
    return str(dict(settings.LANGUAGES).get(code, code))
