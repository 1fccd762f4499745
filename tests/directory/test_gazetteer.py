"""Places by name, from the committed table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.gazetteer import Matches, find_places, read_places, suggest_places
from directory.geography import distance_km

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
        ("12 Duke Street, Glasgow, G4 0UL", "G4 0UL"),
        ("12 Duke Street Glasgow G40UL", "G4 0UL"),
        ("Flat 2/1, 12 Duke Street, Dennistoun, Glasgow City, Scotland, G31 4EB", "G31 4EB"),
        ("G31 4EB, Scotland", "G31 4EB"),
        ("London, G31 4EB", "G31 4EB"),
        ("Glasgow G31", "G31"),
        ("Glasgow, G31, Scotland", "G31"),
        ("G31 Dennistoun", "G31"),
        ("12 Duke Street, G31 4", "G31 4"),
        ("Belfast BT1", "BT1"),
        ("Glasgow, G31\u00a04EB", "G31 4EB"),
        ("G31\u200b4EB", "G31 4EB"),
        ("G1 1", "G1 1"),
        ("G11", "G11"),
        ("EH1 2", "EH1 2"),
        ("EH12", "EH12"),
        ("G31 4", "G31 4"),
        ("G314", "G31 4"),
        ("G 31", "G31"),
    ],
)
def test_a_postcode_decides_whatever_stands_beside_it(typed: str, found: str) -> None:
    matches = find_places(typed)
    assert matches.place is not None
    assert matches.place.label == found
    assert not matches.is_respelt


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("G3I", "G31"),
        ("EHI 2", "EH1 2"),
        ("0X1", "OX1"),
        ("EH1 7", "EH1"),
        ("G42 6ZZ", "G42"),
        ("12 Duke Street, Glasgow", "Glasgow"),
        ("Carbst, Skye", "Isle of Skye, Highland"),
    ],
)
def test_what_was_corrected_is_said(typed: str, found: str) -> None:
    matches = find_places(typed)
    assert matches.place is not None
    assert matches.place.label == found
    assert matches.is_respelt


@pytest.mark.parametrize("typed", ["XX1", "ZZ99 9ZZ", "G99 9", "12 Duke Street, Glasgow, ZZ9 9ZZ"])
def test_a_postcode_must_exist(typed: str) -> None:
    assert find_places(typed) == Matches(is_wrong_postcode=True)


@pytest.mark.parametrize("typed", ["Flat B2", "Room E1", "Unit G1"])
def test_the_number_of_a_room_is_no_district(typed: str) -> None:
    assert find_places(typed).place is None


def test_a_district_far_from_the_town_beside_it_is_asked_about() -> None:
    assert [place.label for place in find_places("Dundee B2").others] == ["Dundee", "B2"]
    assert find_places("Dundee B2").place is None


@pytest.mark.parametrize(
    ("typed", "councils"),
    [
        ("Ayrshire", ["East Ayrshire", "North Ayrshire", "South Ayrshire"]),
        ("Cumbria", ["Cumberland", "Westmorland and Furness"]),
        ("Kent, England", 13),
        ("Yorkshire", 15),
        ("Greater London", 33),
        ("Strathclyde", 12),
        ("Lothian", 5),
        ("Central", 3),
        ("Dyfed", 3),
        ("Co. Down", 5),
        ("Yorkshre", 15),
        ("Hebrides", 3),
    ],
)
def test_a_county_or_region_asks_which_council(typed: str, councils: list[str] | int) -> None:
    matches = find_places(typed)
    assert matches.place is None
    assert matches.region
    labels = [place.label for place in matches.others]
    assert labels == councils if isinstance(councils, list) else len(labels) == councils
    assert [find_places(each).place for each in labels] == list(matches.others)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Dover council", "Dover council area"),
        ("Dover District Council", "Dover council area"),
        ("Glasgow City Council", "Glasgow City"),
        ("Aberdeenshire Council area", "Aberdeenshire"),
        ("City of Edinburgh Council", "City of Edinburgh"),
    ],
)
def test_a_council_is_told_from_the_town_of_its_name(typed: str, found: str) -> None:
    matches = find_places(typed)
    assert matches.place is not None
    assert matches.place.label == found
    assert find_places(found) == matches


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Skye", "Isle of Skye, Highland"),
        ("Isle of Skye, Scotland", "Isle of Skye, Highland"),
        ("Orkney", "Orkney Islands"),
        ("Shetland", "Shetland Islands"),
        ("Westray", "Orkney Islands"),
        ("Outer Hebrides", "Na h-Eileanan Siar"),
        ("Borders", "Scottish Borders"),
        ("Highlands", "Highland"),
        ("Caithness", "Highland"),
        ("Ross", "Highland"),
        ("Anglesey", "Isle of Anglesey"),
        ("Ynys Môn", "Isle of Anglesey"),
        ("Wight", "Isle of Wight"),
        ("Scilly", "Isles of Scilly"),
        ("Durham", "Durham, County Durham"),
        ("Gillingham, Kent", "Gillingham, Medway"),
        ("Richmond, Yorkshire", "Richmond, North Yorkshire"),
        ("Newport, Gwent", "Newport, Wales"),
    ],
)
def test_an_island_or_a_county_of_one_council_leads_there(typed: str, found: str) -> None:
    matches = find_places(typed)
    assert matches.place is not None
    assert matches.place.label == found


def test_a_larger_region_asks_which_county_and_that_which_council() -> None:
    assert "Kent" in [place.label for place in find_places("South East").others]
    assert find_places("Kent").region == "Kent"


def test_a_village_far_from_the_region_of_its_name_is_asked_about() -> None:
    assert [place.label for place in find_places("Bardsey").others] == ["Bardsey, Leeds", "Gwynedd"]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Jersey", "Jersey"),
        ("JE2 3AB", "Jersey"),
        ("5 King Street, St Helier, JE2 4WE", "Jersey"),
        ("St Peter Port, Guernsey", "Guernsey"),
        ("GY1", "Guernsey"),
        ("Isle of Man", "the Isle of Man"),
        ("Man", "the Isle of Man"),
        ("im1 1aa", "the Isle of Man"),
        ("Guernsy", "Guernsey"),
        ("BFPO 16", "BFPO"),
        ("bfpo16", "BFPO"),
        ("BF1 2AA", "BFPO"),
        ("Gibraltar", "Gibraltar"),
    ],
)
def test_what_is_real_and_cannot_be_placed_is_named(typed: str, named: str) -> None:
    assert find_places(typed) == Matches(elsewhere=named)


def test_a_nation_comes_before_the_village_of_its_name() -> None:
    assert find_places("Wales").nation
    assert label("Belfast, Northern Ireland") == "Belfast"


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
    assert matches.is_respelt


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
def test_any_text_means_a_place_in_the_kingdom_or_none(typed: str) -> None:
    matches = find_places(typed)
    for place in (*matches.others, *([matches.place] if matches.place else [])):
        assert 49 < place.latitude < 61.5
        assert -9 < place.longitude < 2.5
        assert place.areas[-1] == UNITED_KINGDOM


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
    assert suggest_places(typed, 4)[0].label == first


@given(st.text(max_size=80), st.integers(1, 10))
def test_no_text_breaks_the_suggestions(typed: str, limit: int) -> None:
    assert len(suggest_places(typed, limit)) <= limit


@pytest.mark.parametrize("typed", ["", "g", "xq", "scotland", "😀"])
def test_nothing_to_suggest(typed: str) -> None:
    assert suggest_places(typed, 4) == ()
