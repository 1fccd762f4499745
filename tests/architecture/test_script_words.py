"""What scripts say can be translated."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from directory.navigation.script_words import SCRIPT_WORDS

FOLDER = Path(settings.BASE_DIR) / "hub" / "assets" / "scripts"
SAID = re.compile(r'\bsay\(\s*"([^"]+)"')
TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`')
WORD, VALUE, NAME = re.compile(r"[^\W\d_]{2,}"), re.compile(r"\$\{[^}]*\}"), '"Peer Support Hub"'
# What a person reads is put in one of these.
SHOWN = re.compile(r'(?:textContent|title|placeholder|alt) = ([^;]+);|"aria-label", ([^;]+)\);')


def scripts() -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.js")}


def untranslated(source: str) -> list[str]:
    """Texts with words that are shown and that nothing translates. The name of the hub is the same everywhere."""
    found = []
    for match in SHOWN.finditer(source):
        outside = re.sub(r"\bsay\((?:[^()]|\([^()]*\))*\)", "", match[1] or match[2])
        texts = (
            text for text in TEXT.findall(outside) if re.search(r"[^\W\d_]{2,}", re.sub(r"\$\{[^}]*\}", "", text))
        )
        found += [text for text in texts if text != '"Peer Support Hub"']
    return found


def test_translators_get_what_scripts_say_and_nothing_else() -> None:
    said = {text for source in scripts().values() for text in SAID.findall(source)}
    assert said == set(SCRIPT_WORDS)


def test_nothing_is_shown_past_the_catalogue() -> None:
    assert {name: found for name, source in scripts().items() if (found := untranslated(source))} == {}


@pytest.mark.parametrize(
    "source",
    [
        'a.textContent = "Copied";',
        "a.textContent = `Saved ${name}`;",
        'a.textContent = isKept ? say("Save") : "See";',
        'a.setAttribute("aria-label", "Suggestions");',
    ],
)
def test_a_control_words_outside_are_found(source: str) -> None:
    assert untranslated(source)
