"""What `make messages` hands to a translator."""

import shutil
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext

from tests.hub.translation.catalogues import collect, texts

pytestmark = pytest.mark.skipif(shutil.which("xgettext") is None, reason="The programs of gettext are not installed")


def test_texts_of_templates_and_of_python_are_collected_and_english_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = list(texts(collect(tmp_path, monkeypatch)))

    plain = {(context, text) for context, text, _ in found}
    assert ("", "Find a service") in plain  # {% translate %}
    assert ("", "There is nothing on your list yet.") in plain
    assert ("between the parts of a list", ", ") in plain  # with a context
    assert ("", "where the person must be") in plain  # gettext_lazy, by the name `lazy`
    assert ("", "Not checked yet") in plain  # gettext
    assert ("", "Your reference is %(reference)s.") in plain  # a mail
    plurals = {text: plural for _, text, plural in found if plural}
    assert plurals["%(number)s service"] == "%(number)s services"
    assert len(found) > 2_000
    # Django and Wagtail bring translations into British English of their own: none may answer for a text of ours.
    with translation.override("en-gb"):
        assert {text for context, text, _ in found if not context and gettext(text) != text} == set()
        assert {text for context, text, _ in found if context and pgettext(context, text) != text} == set()
        assert {text for text, plural in plurals.items() if ngettext(text, plural, 2) != plural} == set()
