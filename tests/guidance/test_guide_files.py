"""Guides written as text: what each part becomes, and that what is written wrongly is refused by name."""

import pytest

from guidance.demo.guide_files import FOLDER, read_guide_file, read_guide_files, read_sources
from guidance.demo.guide_marks import read_body

SOURCES = {"act": {"title": "Act <1>", "publisher": "Law", "published": "2020", "url": "https://a.example/?x=1&y=2"}}
HEAD = "title: How?\nfor: hr, peer\nin: wales\nask: One?\nask: Two?\n"


def parts(written: str) -> tuple:
    return read_body(written, SOURCES)[0]


def test_words_become_paragraphs_and_lists() -> None:
    assert parts("One\ntwo.\n\n- **a** & *b*\n- [c](/d/)\n") == (
        ("text", '<p>One two.</p><ul><li><b>a</b> &amp; <i>b</i></li><li><a href="/d/">c</a></li></ul>'),
    )


def test_markup_is_shown_as_written() -> None:
    assert parts("<script>x</script>") == (("text", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),)


def test_a_rule_has_all_its_parts() -> None:
    (name, value), *_ = parts(":::law keep | scotland, wales | All | act | 2025-04-01\nKeep it.\nNote: Odd.\n:::\n")
    assert name == "requirement"
    assert value["level"] == "law"
    assert value["jurisdictions"] == ["scotland", "wales"]
    assert (value["valid_from"], value["valid_until"]) == ("2025-04-01", None)
    assert (value["text"], value["note"], value["identifier"]) == ("Keep it.", "Odd.", "keep")
    assert value["source"] == SOURCES["act"]


def test_a_suggestion_has_no_source() -> None:
    (_, value), *_ = parts(":::suggestion try | all | All | ours\nTry it.\n:::\n")
    assert value["source"]["title"] == ""
    assert value["jurisdictions"] == ["scotland", "england", "wales"]


def test_lists_of_sources_are_links() -> None:
    ((_, html),) = parts(":::sources\nact\n:::\n")
    assert html == '<ul><li><a href="https://a.example/?x=1&amp;y=2">Act &lt;1&gt;</a>, Law, 2020</li></ul>'


def test_periods_mark_what_was_worked_out() -> None:
    ((_, value),) = parts(":::periods Ends | act\n- 2021 | people | 5 | planned, 2; not, 3*\n:::\n")
    assert value["periods"][0]["parts"] == [
        {"label": "planned", "number": 2, "is_derived": False},
        {"label": "not", "number": 3, "is_derived": True},
    ]


def test_statements_close_a_guide() -> None:
    _, statements = read_body(":::statements\n- We do. | we-do | keep | How\n- We will. | we-will\n:::\n", SOURCES)
    assert statements[0][1] == {"text": "We do.", "requirement": "keep", "chapter": "How", "identifier": "we-do"}
    assert statements[1][1]["requirement"] == ""


def test_the_head_is_read() -> None:
    file = read_guide_file("x", f"{HEAD}---\nWords.\n")
    assert file.names("for") == ("hr", "peer")
    assert file.lists["ask"] == ["One?", "Two?"]


@pytest.mark.parametrize(
    "written",
    [
        f"{HEAD}colour: red\n---\n",
        f"{HEAD}title: Again\n---\n",
        f"{HEAD}no colon\n---\n",
        f"{HEAD}---\n:::law keep | wales | All | nowhere\nKeep it.\n:::\n",
        f"{HEAD}---\n:::law keep | france | All | ours\nKeep it.\n:::\n",
        f"{HEAD}---\n:::law keep | wales\nKeep it.\n:::\n",
        f"{HEAD}---\n:::poem\nRoses.\n:::\n",
        f"{HEAD}---\n:::check Open\n- never closed\n",
        f"{HEAD}---\n:::periods Ends | ld-spec\n- 2021 | people | many | a, 1\n:::\n",
    ],
)
def test_what_is_written_wrongly_is_refused_with_the_name_of_its_file(written: str) -> None:
    with pytest.raises(ValueError, match=r"^the-slug: "):
        read_guide_file("the-slug", written)


def test_every_source_is_used_and_named_in_full() -> None:
    written = "\n".join(path.read_text("utf-8") for path in FOLDER.glob("*.txt"))
    for key, found in read_sources().items():
        assert key in written, key
        assert found["title"], key
        assert found["url"].startswith("http") or key in ("clinks-guide", "qualityrights"), key


def test_every_related_guide_is_there() -> None:
    files = read_guide_files()
    for file in files.values():
        assert set(file.names("related")) <= set(files) - {file.slug}, file.slug
        assert file.names("related"), file.slug
