"""Postcodes, areas and distances."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.places.geography import PlaceNotFound, ancestors_of, distance_km, locate_postcode, looks_like_postcode
from tools.national_grid import IRISH, to_wgs84

GLASGOW, GREATER_GLASGOW, SCOTLAND, UNITED_KINGDOM = "S12000049", "S08000031", "S92000003", "K02000001"


@pytest.mark.parametrize("typed", ["G42 9HX", "g429hx", " g42  9hx ", "G4 29HX"])
def test_a_full_postcode_is_found_however_it_is_typed(typed: str) -> None:
    place = locate_postcode(typed)
    assert place.label == "G42 9HX"
    assert place.areas == (GLASGOW, GREATER_GLASGOW, SCOTLAND, UNITED_KINGDOM)
    # Queen's Park in Glasgow, to about a kilometre.
    assert distance_km((place.latitude, place.longitude), (55.829, -4.265)) < 1


def test_without_a_space_an_outward_code_comes_before_a_sector() -> None:
    assert locate_postcode("G11").label == "G11"
    assert locate_postcode("G1 1").label == "G1 1"


def test_a_sector_on_a_border_is_in_both_authorities() -> None:
    assert set(locate_postcode("G73 1").authorities) == {"S12000029", GLASGOW}


@pytest.mark.parametrize(
    "typed", ["", "ZZ9 9ZZ", "hello", "G", "\0", "😀", "9" * 10_000, "G42 9HX G42 9HX", "JE2 3AB"]
)
def test_what_is_no_postcode_says_so(typed: str) -> None:
    with pytest.raises(PlaceNotFound):
        locate_postcode(typed)


@given(st.text())
def test_any_text_is_a_place_or_is_not_found(typed: str) -> None:
    try:
        place = locate_postcode(typed)
    except PlaceNotFound:
        return
    assert looks_like_postcode(typed)
    assert 49 < place.latitude < 61.5
    assert -9 < place.longitude < 2.5


def test_northern_ireland_is_on_its_own_grid() -> None:
    # Belfast City Hall: Irish Grid 333774 373984 is 54.5965 N, 5.9301 W.
    latitude, longitude = to_wgs84(333_774, 373_984, IRISH)
    assert distance_km((latitude, longitude), (54.5965, -5.9301)) < 0.2


def test_the_british_grid_agrees_with_the_survey() -> None:
    # Ordnance Survey's worked example, Caister water tower: 651409.903 313177.270.
    latitude, longitude = to_wgs84(651_409.903, 313_177.270)
    assert distance_km((latitude, longitude), (52.657977, 1.716038)) < 0.01


def test_an_unknown_area_lies_in_nothing() -> None:
    assert ancestors_of("no-such-code") == ()
    assert ancestors_of(GLASGOW) == (GREATER_GLASGOW, SCOTLAND, UNITED_KINGDOM)


coordinates = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(coordinates, coordinates)
def test_distance_is_the_same_both_ways_and_within_half_the_earth(first: tuple, second: tuple) -> None:
    there = distance_km(first, second)
    assert there == pytest.approx(distance_km(second, first), abs=1e-6)
    assert 0 <= there < 20_040
