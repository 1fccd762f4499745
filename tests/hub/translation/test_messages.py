"""What `make messages` hands to a translator."""

import re
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext

from tests.hub.translation.catalogues import collect, texts

JINJA2 = Path(settings.BASE_DIR) / "templates" / "jinja2"
CALL = re.compile(r"""\b_\((["'])(.*?)\1\)""")
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
    # Jinja2's templates: Django looks at the beginning of each {{ }} alone.
    asked = {text for path in JINJA2.rglob("*.html") for _, text in CALL.findall(path.read_text(encoding="utf-8"))}
    assert "Ways in" in asked
    assert {text for text in asked if ("", text) not in plain} == set()
    plurals = {text: plural for _, text, plural in found if plural}
    assert plurals["%(number)s service"] == "%(number)s services"
    assert len(found) > 2_000
    # Django and Wagtail bring translations into British English of their own: none may answer for a text of ours.
    with translation.override("en-gb"):
        assert {text for context, text, _ in found if not context and gettext(text) != text} == set()
        assert {text for context, text, _ in found if context and pgettext(context, text) != text} == set()
        assert {text for text, plural in plurals.items() if ngettext(text, plural, 2) != plural} == set()
