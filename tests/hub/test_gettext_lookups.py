"""A text that is looked up once is what Django's catalogs say, in each language."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext, override, pgettext
from django.utils.translation.trans_real import translation

from hub import gettext_lookups


def test_each_language_has_its_own_texts() -> None:
    said = []
    for language in ("en-gb", "de", "cy", "en-gb", "de"):
        with override(language):
            said.append(gettext("Yes"))
    assert said[0] == said[3] == "Yes"
    assert said[1] == said[4] == "Ja"
    assert said[2] not in ("Yes", "Ja")


def test_a_context_and_a_plural_are_no_plain_text() -> None:
    with override("de"):
        month = pgettext("abbrev. month", "March")
        assert (month, gettext("March")) == ("März", "März")
        assert pgettext("no such context", "Yes") == "Yes"
        assert ngettext("%(num)d year", "%(num)d years", 1) != ngettext("%(num)d year", "%(num)d years", 2)


def test_markup_stays_markup_and_plain_text_plain() -> None:
    assert isinstance(gettext(mark_safe("<b>Nobody has translated this</b>")), SafeString)
    assert not isinstance(gettext("<b>Nobody has translated this</b>"), SafeString)
    assert gettext("") == ""


def test_texts_of_editors_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    with override("de"):
        gettext("Yes")
        kept = translation("de").__dict__["_found"]
        monkeypatch.setattr(gettext_lookups, "MOST_TEXTS", len(kept) + 2)
        for number in range(10):
            assert gettext(f"Typed by an editor {number}") == f"Typed by an editor {number}"
        assert len(kept) == gettext_lookups.MOST_TEXTS
        assert gettext("Yes") == "Ja"


def test_each_number_has_its_own_text() -> None:
    numbers = [0, 1, 2, 3, 5, 6, 7, 49, 50, 51, 1_000_000, 1, 0, 2]
    for language in ("en-gb", "de", "cy", "pl", "cy"):
        with override(language):
            said = [ngettext("%(num)d year", "%(num)d years", number) for number in numbers]
            django_says = [
                gettext_lookups._django_ngettext(translation(language), "%(num)d year", "%(num)d years", number)
                for number in numbers
            ]
        assert said == django_says
    assert ngettext("a stone nobody counts", "{n} stones nobody counts", 2) == "{n} stones nobody counts"


def test_counts_of_a_large_directory_do_not_pile_up() -> None:
    with override("de"):
        ngettext("%(num)d year", "%(num)d years", 2)
        kept = translation("de").__dict__["_counted"]
        before = len(kept)
        for number in range(1_000, 1_100):
            assert ngettext("%(num)d year", "%(num)d years", number) == "%(num)d Jahre"
        assert len(kept) == before


def test_each_thread_has_its_own_language() -> None:
    at_once = Barrier(3)

    def say(language: str) -> list[str]:
        with override(language):
            at_once.wait(10)
            said = [gettext("Yes"), get_language()]
            at_once.wait(10)
        return said

    with override("cy"), ThreadPoolExecutor(3) as threads:
        said = list(threads.map(say, ("de", "en-gb", "pl")))
        assert get_language() == "cy"
    assert said == [["Ja", "de"], ["Yes", "en-gb"], ["Tak", "pl"]]
