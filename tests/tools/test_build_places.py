"""What makes the table of places."""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from directory.places.geography import DATA
from tools import build_places
from tools.running import CannotBuild

TOWNS = {
    "Glasgow": (55.8651, -4.2576, 626_410, "SCT"),
    "Saint Andrews": (56.3387, -2.799, 18_410, "SCT"),
    "Newport": (51.5877, -2.9983, 161_506, "WLS"),
    "Akrotiri": (34.6, 32.96, 684, ""),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    package = tmp_path / "some_towns"
    package.mkdir()
    (package / "__init__.py").touch()
    towns = {
        str(number): {
            "geonameid": number,
            "name": name,
            "latitude": latitude,
            "longitude": longitude,
            "countrycode": "GB",
            "population": population,
            "admin1code": nation,
        }
        for number, (name, (latitude, longitude, population, nation)) in enumerate(TOWNS.items())
    }
    (package / "towns.json").write_text(json.dumps(towns), encoding="utf-8")
    areas = (DATA / "areas.csv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in areas if ",prison," not in line or "Barlinnie" in line]
    (tmp_path / "areas.csv").write_text("\n".join(kept), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(build_places, "DATA", tmp_path)
    monkeypatch.setattr(build_places, "TOWNS", ("some_towns", "towns.json"))
    yield tmp_path
    sys.modules.pop("some_towns", None)


def build(folder: Path, *districts: str, regions: tuple[str, ...] = ()) -> dict[str, dict[str, str]]:
    (folder / "regions.csv").write_text("\n".join(("names,members", *regions)), encoding="utf-8")
    (folder / "districts.csv").write_text("\n".join(("names,town,postcodes", *districts)), encoding="utf-8")
    build_places.build_places()
    with (folder / "places.csv").open(encoding="utf-8", newline="") as file:
        return {row["label"]: row for row in csv.DictReader(file)}


BARLINNIE = "HMP Barlinnie|Bar-L,Glasgow,G33 2"


def test_towns_districts_areas_and_prisons_are_joined(folder: Path) -> None:
    places = build(folder, "Govan,Glasgow,G51", BARLINNIE, "Glasgow|Glaschu,,")
    assert places["Govan, Glasgow"]["authorities"] == "S12000049"
    assert places["St Andrews, Fife"]["keys"] == "st andrews"
    assert places["HMP Barlinnie"]["area"] == "hmp-barlinnie"
    assert "barlinnie prison" in places["HMP Barlinnie"]["keys"]
    assert places["Glasgow"]["keys"] == "glasgow|glaschu"
    assert places["Fife"]["kind"] == "local_authority"
    assert not any("Akrotiri" in label for label in places)


def test_a_region_is_made_up_of_councils_and_of_other_regions(folder: Path) -> None:
    regions = ("Lothian|Lothians,East Lothian;Midlothian", "South East Scotland,Lothian;Scottish Borders")
    places = build(folder, BARLINNIE, regions=regions)
    assert places["Lothian"]["keys"] == "lothian|lothians"
    assert places["South East Scotland"]["authorities"] == "S12000010 S12000019 S12000026"


def test_an_island_is_in_no_town(folder: Path) -> None:
    assert build(folder, "Isle of Skye|Skye,,IV51", BARLINNIE)["Isle of Skye, Highland"]["keys"] == "isle of skye|skye"


@pytest.mark.parametrize(
    ("region", "said"),
    [("Lothian,Nowhere", "names Nowhere, which is no place"), ("Fife,Fife", "Fife is a place already")],
)
def test_a_region_that_cannot_be_right_is_refused(folder: Path, region: str, said: str) -> None:
    with pytest.raises(CannotBuild, match=said):
        build(folder, BARLINNIE, regions=(region,))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["Govan,Newport,G51", BARLINNIE], "Govan is not near Newport"),
        (["Govan,Glasgow,ZZ99", BARLINNIE], "which is no postcode"),
        (["Govan,Glasgow,G51"], "no postcode for HMP Barlinnie"),
        ([BARLINNIE, "Nowhere|Elsewhere,,"], "No place has the label Nowhere"),
    ],
)
def test_what_cannot_be_right_is_refused(folder: Path, lines: list[str], said: str) -> None:
    with pytest.raises(CannotBuild, match=said):
        build(folder, *lines)


def test_without_the_package_it_says_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_places, "TOWNS", ("no_such_package", "towns.json"))
    with pytest.raises(CannotBuild, match="requirements/tools"):
        build(folder, BARLINNIE)
