"""What people say for a value of a facet finds what is filed under it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.document import Document
from search.engines.embedded.matching.phrase_spans import PhraseSpans
from search.query import SearchQuery
from search.text.phrases import NO_THESAURUS, Beginnings, Phrase, PhraseUse, Thesaurus
from search.text.synonyms import read_rules
from tests.search.conftest import on_servers_in_full


def document(key: str, title: str, **values) -> Document:
    return Document(**{"kind": "service", "key": key, "title": title, "url": f"/services/{key}/", **values})


def filed(key: str, title: str, *needs: str, **values) -> Document:
    return document(key, title, facets={"need": needs}, topics=("need",), **values)


def phrases(need: str, *texts: str, use: PhraseUse = PhraseUse.ANYWHERE) -> tuple[Phrase, ...]:
    return tuple(Phrase(text, "need", need, use) for text in texts)


SAID = (
    *phrases("drugs", "Alcohol and drugs", "detox", "heroin", "getting out of it", "self medication"),
    *phrases("drugs", "drink", use=PhraseUse.ALONE),
    *phrases("drugs", "speed", use=PhraseUse.OFFERED),
    *phrases("housing", "Housing", "rough sleeping", "nowhere to live", "naewhere to stay", "bereft of a home"),
    *phrases("talk", "Someone to talk to", "bereavement"),
    *phrases("mind", "Mental health", "bereavement", "self harm"),
    Phrase("getting out", "setting", "release", PhraseUse.ANYWHERE),
)
DIRECTORY = (
    filed("clinic", "Recovery clinic", "drugs"),
    filed("mentors", "Mentors for everything", "drugs", "housing", "talk", "mind"),
    filed("flats", "Supported flats", "housing"),
    filed("listeners", "Listeners", "talk"),
    document("gate", "Meeting at the gate", facets={"setting": ("release",)}, topics=("setting",)),
    filed("named", "Detox house", summary="For a start without."),
    filed("cafe", "Food and drink", summary="A cafe with a drinks licence."),
)


@pytest.fixture
def found(engine, publish):
    publish(*DIRECTORY)

    def search(text: str, *rules: str, **options) -> list[str]:
        result = engine.search(SearchQuery(text=text, **options), Thesaurus(read_rules(rules), SAID))
        search.understood = [(part.typed, part.value, part.is_applied) for part in result.understood]
        search.rest = [part.rest for part in result.understood]
        return [hit.key for hit in result.hits]

    return search


def test_a_phrase_finds_what_is_filed_under_its_value(found):
    assert found("heroin") == ["clinic", "mentors"]
    assert found.understood == [("heroin", "drugs", True)]


def test_the_words_of_a_document_come_before_what_it_is_filed_under(found):
    assert found("detox")[0] == "named"
    assert set(found("detox")) == {"named", "clinic", "mentors"}


def test_what_is_about_little_else_comes_first(found):
    assert found("rough sleeping") == ["flats", "mentors"]


def test_in_quotation_marks_only_the_words_count(found):
    assert found('"detox"') == ["named"]
    assert found.understood == []


def test_a_search_can_do_without_phrases(found):
    assert found("detox", phrases=False) == ["named"]


def test_a_phrase_of_two_values_finds_both_and_both_are_told(found):
    assert set(found("bereavement")) == {"listeners", "mentors"}
    assert found("bereavement")[0] == "mentors", "who is filed under both fits best"
    assert found.understood == [("bereavement", "talk", True), ("bereavement", "mind", True)]


def test_two_phrases_ask_for_both(found):
    assert found("heroin and rough sleeping")[0] == "mentors"


@pytest.mark.parametrize(
    "typed",
    ["rough sleeping", "ROUGH SLEEPING", "rough-sleeping", "roughsleeping", "sleeping rough sleeping", "rough sleeps"],
)
def test_joined_split_and_other_endings(found, typed):
    assert found(typed) == ["flats", "mentors"]


@pytest.mark.parametrize("typed", ["selfharm", "self-harm", "self harming", "self harmed"])
def test_a_phrase_of_two_words_may_be_written_as_one(found, typed):
    assert found(typed) == ["mentors"]


def test_joined_and_split_are_one_whatever_small_words_are_in_them(engine, publish):
    said = (*phrases("drugs", "aftercare"), *phrases("housing", "after care"), *phrases("talk", "care"))
    publish(*DIRECTORY)
    texts = ("aftercare", "after care", "After-care")
    found = [engine.search(SearchQuery(text=text), Thesaurus((), said)) for text in texts]
    assert {hit.key for hit in found[0].hits} == {"clinic", "flats", "mentors"}
    assert len({tuple(sorted(part.value for part in result.understood)) for result in found}) == 1
    assert len({result.total for result in found}) == 1


@pytest.mark.parametrize("typed", ["herion", "heroine", "heroinn", "bereavment", "rough sleepng"])
def test_a_typing_error_in_a_phrase(found, typed):
    assert "mentors" in found(typed)
    assert all(applied for _, _, applied in found.understood)


def test_a_word_that_stands_somewhere_is_no_typing_error(engine, publish):
    publish(*DIRECTORY, document("hotel", "Hostel", summary="The heron sleeps here"))
    result = engine.search(SearchQuery(text="heron"), Thesaurus((), SAID))
    assert [hit.key for hit in result.hits] == ["hotel"]
    assert result.understood == ()


def test_scots_is_read_as_english(found):
    assert found("gettin oot") == ["gate"]
    assert found.understood == [("gettin oot", "release", True)], "and told as it was typed"
    assert found("nowhere tae live") == ["flats", "mentors"]


def test_the_longest_phrase_wins(found):
    found("getting out of it")
    assert found.understood == [("getting out of it", "drugs", True)]


def test_a_phrase_of_common_words_counts_as_it_stands(found):
    assert found("getting out") == ["gate"]
    assert "cafe" not in found("he is getting out on friday")


class TestWithCare:
    def test_a_doubtful_phrase_counts_when_nothing_else_is_typed(self, found):
        assert {"clinic", "mentors"} <= set(found("drink"))
        assert {"clinic", "mentors"} <= set(found("help with drink"))

    def test_beside_other_words_it_is_only_offered(self, found):
        assert found("food and drink") == ["cafe"]
        assert found.understood == [("drink", "drugs", False)]
        assert found.rest == ["food and"]

    def test_a_weak_one_is_never_more_than_offered_while_something_else_is_found(self, engine, publish):
        publish(*DIRECTORY, document("broadband", "Speed test"))
        result = engine.search(SearchQuery(text="speed"), Thesaurus((), SAID))
        assert [hit.key for hit in result.hits] == ["broadband"]
        assert [part.is_applied for part in result.understood] == [False]

    def test_when_nothing_else_is_found_it_counts(self, found):
        assert {"clinic", "mentors"} == set(found("speed"))
        assert found.understood == [("speed", "drugs", True)]


def test_a_sentence_is_read_by_what_was_understood_of_it(found):
    assert set(found("my pal is on heroin again and his landlady wants him gone")) == {"clinic", "mentors"}


def test_of_several_things_all_but_one_will_do_and_all_come_first(found):
    everything = found("my pal is on heroin again and nowhere to live since his landlady went")

    assert everything[0] == "mentors"
    assert set(everything) == {"mentors", "clinic", "flats"}


def test_an_explanation_names_the_part_that_was_enough(engine, publish):
    publish(*DIRECTORY)

    text = "my pal is on heroin again and nowhere to live since his landlady went"
    explanation = engine.explain(SearchQuery(text=text), Thesaurus((), SAID))

    parts = {explained.hit.key: [part.label for part in explained.parts] for explained in explanation.hits}
    assert all("all but one of what was understood" in parts[key] for key in ("clinic", "flats"))


def test_what_nobody_files_is_found_by_the_name_of_the_value(engine, publish):
    publish(*DIRECTORY, Document(kind="guide", key="g", title="Roof", url="/g/", body="All about housing for peers."))
    keys = [hit.key for hit in engine.search(SearchQuery(text="rough sleeping"), Thesaurus((), SAID)).hits]
    assert set(keys) == {"flats", "mentors", "g"}


def test_filters_and_counts_go_with_phrases(engine, publish):
    publish(*DIRECTORY)
    query = SearchQuery(text="heroin", filters={"need": ("housing",)}, facets=("need",))
    result = engine.search(query, Thesaurus((), SAID))
    assert [hit.key for hit in result.hits] == ["mentors"]
    assert result.facets["need"] == {"drugs": 2, "housing": 1, "talk": 1, "mind": 1}


def test_snippets_mark_what_was_typed(engine, publish):
    publish(filed("clinic", "Clinic", "drugs", body="Alcohol and drugs are what it is about. Heroin is one."))
    result = engine.search(SearchQuery(text="heroin"), Thesaurus((), SAID))
    assert result.hits[0].snippet == "Alcohol and drugs are what it is about. <mark>Heroin</mark> is one."


def test_changed_phrases_count_at_once(engine, publish):
    publish(*DIRECTORY)
    assert engine.search(SearchQuery(text="buds"), Thesaurus((), SAID)).total == 0
    more = (*SAID, *phrases("talk", "buds"))
    assert engine.search(SearchQuery(text="buds"), Thesaurus((), more)).total == 2


def test_a_search_without_a_text_leaves_the_phrases_as_they_were_made(engine, publish, monkeypatch):
    publish(*DIRECTORY)
    thesaurus, made = Thesaurus((), SAID), []

    def noted(phrases, analysis) -> PhraseSpans:
        made.append(phrases)
        return PhraseSpans(phrases, analysis)

    monkeypatch.setattr("search.engines.embedded.matching.expansion.PhraseSpans", noted)
    for query in (SearchQuery(text="heroin"), SearchQuery(), SearchQuery(text="detox")):
        engine.search(query, thesaurus if query.text else NO_THESAURUS)

    assert len(made) == 1


def test_an_explanation_names_the_value(engine, publish):
    publish(*DIRECTORY)
    explanation = engine.explain(SearchQuery(text="heroin"), Thesaurus((), SAID))
    assert [disjunct.label for disjunct in explanation.hits[0].parts[0].disjuncts] == ["need drugs"]


def test_awkward_phrases_do_no_harm(engine, publish):
    publish(*DIRECTORY)
    texts = ("", "!", "a " * 50, "w" * 500, "中文")
    awkward = [Phrase(text, "need", "drugs", PhraseUse.ANYWHERE) for text in texts]
    odd = Phrase("heroin", "No Facet!", "drugs", PhraseUse.ANYWHERE)
    assert engine.search(SearchQuery(text="heroin 中文"), Thesaurus((), (*awkward, odd))).total >= 0


@on_servers_in_full
@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["heroin", "drink", "getting", "out", "of", "it", "self", "harm", "oot", "xyz", '"a b"', "no"]
        ),
        min_size=1,
        max_size=12,
    )
)
def test_any_mixture_is_answered_and_counted_alike(engine, publish, words):
    publish(*DIRECTORY)
    result = engine.search(SearchQuery(text=" ".join(words), facets=("kind",), limit=50), Thesaurus((), SAID))
    assert result.total == len(result.hits) == sum(result.facets["kind"].values())


def test_spans_do_not_overlap_and_keep_their_order():
    from search.engines.embedded.analysis import Analysis, terms_of

    analysis = Analysis()
    spans = PhraseSpans(SAID, analysis).of(terms_of("rough sleeping getting out of it self harm", analysis))
    assert [(span.start, span.end) for span in spans] == [(0, 2), (2, 6), (6, 8)]


def test_beginnings_give_whole_phrases_first():
    said = Beginnings(SAID)
    assert [phrase.text for phrase in said.of("de", 5)] == ["detox"]
    assert {phrase.value for phrase in said.of("Bereavement", 5)} == {"talk", "mind"}
    assert not any(said.of(text, 5) for text in ("", "!", "zz"))
