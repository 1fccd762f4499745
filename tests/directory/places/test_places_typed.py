"""What people type as a place: addresses, postcodes, counties, islands, and places that no table has."""

import pytest

from directory.places.gazetteer import Matches, find_places
from directory.places.spelling import one_letter_away


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
    assert not matches.is_corrected


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
    assert matches.is_corrected


@pytest.mark.parametrize("typed", ["XX1", "ZZ99 9ZZ", "G99 9", "12 Duke Street, Glasgow, ZZ9 9ZZ"])
def test_a_postcode_must_exist(typed: str) -> None:
    assert find_places(typed) == Matches(is_wrong_postcode=True)


def test_only_names_that_can_be_names_are_respelt() -> None:
    assert list(one_letter_away("a " * 40)) == []
    assert list(one_letter_away("abc")) == []
    assert "glasgow" in one_letter_away("glasgwo")


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
    assert find_places(typed) == Matches(outside_uk=named)


def test_a_nation_comes_before_the_village_of_its_name() -> None:
    assert find_places("Wales").nation
    belfast = find_places("Belfast, Northern Ireland").place
    assert belfast is not None
    assert belfast.label == "Belfast"
