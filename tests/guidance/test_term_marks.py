"""Which words of a text are marked."""

import pytest

from guidance.term_marks import Explainer, MarkedTerm, Marks

PVG = MarkedTerm("word-pvg", "PVG", "A scheme.", ("PVG", "PVG scheme", "Protecting Vulnerable Groups scheme"))
PEER = MarkedTerm("word-peer-worker", "Peer worker", "A person.", ("Peer worker",))
PIP = MarkedTerm("word-pip", "PIP", "A benefit.", ("PIP",))
RECALL = MarkedTerm("word-recall", "Recall", "Back.", ("Recall",))
LAW = MarkedTerm("word-law", "Health & law", "Both.", ("Health & law",))
ALL = Marks([PVG, PEER, PIP, RECALL, LAW])


def marked(html: str) -> list[str]:
    """The words that became links."""
    explainer = Explainer(ALL)
    return [part.split("</a>")[0].split(">")[-1] for part in explainer.mark(html).split('<a class="hub-term"')[1:]]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Ask for a PVG.</p>", ["PVG"]),
        ("<p>The PVG scheme, then PVG again.</p>", ["PVG scheme"]),
        ("<p>PVG first, then the PVG scheme.</p>", ["PVG"]),
        ("<p>peer workers and Peer worker</p>", ["peer workers"]),
        ("<p>Recalls happen</p>", ["Recalls"]),
        ("<p>Recalled people, a recall-free year, total-recall</p>", []),
        ("<p>Pip is a name, PIP is money</p>", ["PIP"]),
        ("<p>Health &amp; law</p>", ["Health &amp; law"]),
        ("<p>R&amp;PIP</p>", ["PIP"]),
        ("<p>&recall; x@recall.example /recall</p>", []),
        ("<h3>PVG</h3><p>PVG</p>", ["PVG"]),
        ('<p><a href="/pvg/">PVG</a> and <dfn>PIP</dfn></p>', []),
        ('<p><a href="/x/">See <b>PVG</b></a> PVG</p>', ["PVG"]),
        ('<p title="PVG">nothing</p>', []),
        ("", []),
    ],
)
def test_words_are_marked_where_they_stand_for_themselves(html: str, words: list[str]) -> None:
    assert marked(html) == words


def test_nothing_but_links_is_added() -> None:
    html = "<p>A PVG &lt;b&gt; for <b>peer workers</b> &amp; more.</p>"
    result = Explainer(ALL).mark(html)
    assert (
        result.replace('<a class="hub-term" href="#word-pvg">', "")
        .replace('<a class="hub-term" href="#word-peer-worker">', "")
        .replace("</a>", "")
        == html
    )


def test_one_page_explains_each_word_once_over_all_its_texts() -> None:
    explainer = Explainer(ALL)
    assert "hub-term" in explainer.mark("<p>PVG</p>")
    assert "hub-term" not in explainer.mark("<p>PVG</p>")
    assert explainer.explained == [PVG]


def test_words_of_a_name_alone_are_not_the_name() -> None:
    assert marked("<p>Protecting Vulnerable people. A peer. Workers.</p>") == []
