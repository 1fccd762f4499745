"""Places by name, from the committed table."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from directory.places.gazetteer import Matches, autocomplete_places, find_places, read_places
from directory.places.geography import distance_km

GLASGOW, FIFE, SCOTLAND, UNITED_KINGDOM = "S12000049", "S12000047", "S92000003", "K02000001"


def label(text: str) -> str | None:
    place = find_places(text).place
    return place and place.label


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Govan", "Govan, Glasgow"),
        ("govanhill", "Govanhill, Glasgow"),
        ("Gorbals", "Gorbals, Glasgow"),
        ("Maryhill", "Maryhill, Glasgow"),
        ("Easterhouse", "Easterhouse, Glasgow"),
        ("Drumchapel", "Drumchapel, Glasgow"),
        ("Leith", "Leith, Edinburgh"),
        ("Lochee", "Lochee, Dundee"),
        ("Torry", "Torry, Aberdeen"),
        ("Paisley", "Paisley, Renfrewshire"),
        ("St Andrews", "St Andrews, Fife"),
        ("st. andrews", "St Andrews, Fife"),
        ("SAINT  ANDREWS", "St Andrews, Fife"),
        ("Glasgow", "Glasgow"),
        ("near Glasgow", "Glasgow"),
        ("in the Cambuslang area", "Cambuslang, South Lanarkshire"),
        ("Kirkcaldy, Fife", "Kirkcaldy, Fife"),
        ("kirkcaldy fife", "Kirkcaldy, Fife"),
        ("Merkinch, Inverness", "Merkinch, Highland"),
        ("Dùn Èideann", "Edinburgh"),
        ("dun eideann", "Edinburgh"),
        ("Bo'ness", "Bo’ness, Falkirk"),
        ("BONESS", "Bo’ness, Falkirk"),
        ("Stratford upon Avon", "Stratford-upon-Avon"),
        ("Paisley, Belfast", "Paisley, Renfrewshire"),
        ("London", "London"),
        ("Perth & Kinross", "Perth and Kinross"),
        ("Fife", "Fife"),
        ("City of Edinburgh", "City of Edinburgh"),
        ("Western Isles", "Na h-Eileanan Siar"),
        ("NHS Lanarkshire", "NHS Lanarkshire"),
        ("HMP Barlinnie", "HMP Barlinnie"),
        ("Barlinnie", "HMP Barlinnie"),
        ("Polmont prison", "HMP and YOI Polmont"),
        ("Polmont", "Polmont, Falkirk"),
        ("near g42 9hx", "G42 9HX"),
        ("G51", "G51"),
    ],
)
def test_a_name_is_found_however_it_is_written(typed: str, found: str) -> None:
    assert label(typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Kilmarnok", "Kilmarnock, East Ayrshire"),
        ("Edinbrugh", "Edinburgh"),
        ("Glasgwo", "Glasgow"),
        ("Drumchappel", "Drumchapel, Glasgow"),
        ("Kilmarnok, East Ayrshire", "Kilmarnock, East Ayrshire"),
        ("Barlinie", "HMP Barlinnie"),
    ],
)
def test_one_wrong_letter_is_forgiven_and_said(typed: str, found: str) -> None:
    matches = find_places(typed)
    assert matches.place is not None
    assert matches.place.label == found
    assert matches.is_corrected


def test_an_unknown_name_offers_the_nearest() -> None:
    assert find_places("Dunfermlinnes") == Matches(nearest="Dunfermline, Fife")
    assert find_places("Xyzzyville") == Matches()


def test_a_name_of_several_places_is_asked_about_and_each_answer_is_plain() -> None:
    matches = find_places("Newport")
    assert matches.place is None
    labels = [place.label for place in matches.others]
    assert labels[0] == "Newport, Wales"
    assert "Newport-on-Tay, Fife" in labels
    assert "Newport, Isle of Wight" in labels
    for answer in labels:
        assert find_places(answer) == Matches(next(place for place in matches.others if place.label == answer))
    assert label("Newport, Fife") == "Newport-on-Tay, Fife"


@pytest.mark.parametrize("typed", ["Gillingham", "Royston", "Sighthill", "Milton", "Blackburn", "Gillingham, Nowhere"])
def test_names_that_are_not_plain_are_asked_about(typed: str) -> None:
    assert find_places(typed).place is None
    assert len(find_places(typed).others) > 1


def test_a_large_town_is_meant_before_a_hamlet_and_the_hamlet_is_still_offered() -> None:
    matches = find_places("Brixton")
    assert matches.place is not None
    assert matches.place.label == "Brixton, Lambeth"
    assert [place.label for place in matches.others] == ["Brixton, South Hams"]


def test_every_label_leads_to_its_own_place() -> None:
    for row in read_places():
        found = find_places(row.label)
        if row.kind == "nation":
            assert found == Matches(nation=row.area)
        elif row.kind == "region":
            # A region may give way to the town in it that has its name.
            assert found.region or found.place in [member.place() for member in row.members()] or found.others, (
                row.label
            )
        elif not row.is_area:
            assert found.place == row.place(), row.label
        else:
            # A council may give way to towns of its name, and then they are asked about.
            assert found.place or found.others, row.label


def test_a_place_is_in_its_council_and_in_all_that_contains_it() -> None:
    place = find_places("Govan").place
    assert place is not None
    assert place.areas == (GLASGOW, "S08000031", SCOTLAND, UNITED_KINGDOM)
    # Govan Cross, to about a kilometre.
    assert distance_km((place.latitude, place.longitude), (55.862, -4.312)) < 1


def test_a_health_board_contains_its_councils() -> None:
    place = find_places("NHS Fife").place
    assert place is not None
    assert place.areas == (FIFE, "S08000029", SCOTLAND, UNITED_KINGDOM)


def test_a_prison_is_in_no_council_but_near_what_is_around_it() -> None:
    place = find_places("Barlinnie").place
    assert place is not None
    assert place.areas == ("hmp-barlinnie", SCOTLAND, UNITED_KINGDOM)
    assert place.authorities == (GLASGOW,)


def test_a_nation_is_too_large_to_be_near_to() -> None:
    assert find_places("Scotland") == Matches(nation=SCOTLAND)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "a", "\0", "😀", ",", ",,,", "near", "and the", "9" * 10_000, "xq " * 5_000, "ZZ9 9ZZ", "\u0301"],
)
def test_what_is_no_place_says_so(typed: str) -> None:
    assert find_places(typed).place is None


@given(st.text())
@example("G71")
def test_any_text_means_a_place_in_the_kingdom_or_none(typed: str) -> None:
    matches = find_places(typed)
    for place in (*matches.others, *([matches.place] if matches.place else [])):
        assert 49 < place.latitude < 61.5
        assert -9 < place.longitude < 2.5
        # A district in two health boards names the second one behind the kingdom.
        assert UNITED_KINGDOM in place.areas


@given(st.sampled_from([row.label for row in read_places() if row.kind == "town"]), st.data())
def test_case_accents_and_spaces_do_not_matter(name: str, data: st.DataObject) -> None:
    spaced = name.replace(" ", "  ").replace("-", data.draw(st.sampled_from(["-", " ", " - "])))
    assert find_places(data.draw(st.sampled_from([spaced.upper(), spaced.lower(), f"near {spaced}"]))) == find_places(
        name
    )


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("gov", "Govan, Glasgow"),
        ("gl", "Glasgow"),
        ("kilm", "Kilmarnock, East Ayrshire"),
        ("saint a", "St Andrews, Fife"),
        ("fi", "Fife"),
        ("bar-l", "HMP Barlinnie"),
        ("newport, f", "Newport-on-Tay, Fife"),
        ("leith", "Leith, Edinburgh"),
    ],
)
def test_what_begins_so_is_suggested(typed: str, first: str) -> None:
    assert autocomplete_places(typed, 4)[0].label == first


@given(st.text(max_size=80), st.integers(1, 10))
def test_no_text_breaks_the_suggestions(typed: str, limit: int) -> None:
    assert len(autocomplete_places(typed, limit)) <= limit


@pytest.mark.parametrize("typed", ["", "g", "xq", "scotland", "😀"])
def test_nothing_to_suggest(typed: str) -> None:
    assert autocomplete_places(typed, 4) == ()
