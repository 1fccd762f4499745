"""A text that is looked up once is what Django's catalogs say, in each language."""

import pytest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext, override, pgettext
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
