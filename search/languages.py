"""In which language is answered. Only the address of a page chooses it, so that one address is one page for all.

Not what Django calls the active language: the admin speaks the language that a member of staff has set, and addresses,
lists and documents of the search must not follow it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.utils import translation

_answered: ContextVar[str] = ContextVar("answered_language", default="")


@contextmanager
def answering_in(language: str) -> Iterator[None]:
    """Answer in this language, whatever was spoken before."""
    token = _answered.set(language)
    try:
        with translation.override(language):
            yield
    finally:
        _answered.reset(token)


@contextmanager
def in_own_language() -> Iterator[None]:
    """For what is written once for all readers, such as documents of the index, whoever asked at that moment."""
    if not is_multilingual():
        yield
        return
    with answering_in(settings.LANGUAGE_CODE):
        yield


def is_multilingual() -> bool:
    """Whether the hub has more than one language."""
    return len(settings.LANGUAGES) > 1


def own_language() -> str:
    """The language of addresses without a prefix, in which pages are written first."""
    return settings.LANGUAGE_CODE


def answered_language() -> str:
    """The language that the address asks for; the hub's own where no address asks."""
    return _of_this_hub(_answered.get())


def spoken_language() -> str:
    """The language that the hub itself speaks now: one of its own, whatever a member of staff has set."""
    return _of_this_hub(translation.get_language())


def _of_this_hub(language: str | None) -> str:
    """This language, or the hub's own for one that it does not have, or that was taken off meanwhile."""
    return language if language and any(language == code for code, _ in settings.LANGUAGES) else own_language()


def is_in_own_language() -> bool:
    """Whether what is shown is in the hub's own language: always, where it has one alone."""
    return answered_language() == own_language()


# A facet of documents of pages: the languages in which another page stands for this one.
ELSEWHERE = "in_other_words"


def shown_in_another_language() -> dict[str, tuple[str, ...]]:
    """What a search leaves out so that each page is found once: for `SearchQuery.outside`. Nothing with one language.

    Documents without the facet, such as those of services, are found in every language.
    """
    return {ELSEWHERE: (answered_language(),)} if is_multilingual() else {}
