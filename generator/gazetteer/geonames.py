"""GeoNames' tables, as described in readme.txt of download.geonames.org/export/dump.

Three are known, by their columns and not by the name of the file, packed in a ZIP or not:

    the gazetteer (allCountries, cities500, SY …)    19 columns: id, name, ASCII name, other names …
    other names (alternateNamesV2)                   8 columns or 10: id, id of the place, language …
    provinces (admin1CodesASCII)                     4 columns: CC.07, name, ASCII name, id

allCountries has twelve million lines: they are read one by one, and those of other countries are
passed over before they are parted.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Literal

from generator.errors import GazetteerError

Kind = Literal["country", "province", "town"]

_COLUMNS = 19
_OTHER_NAMES = (8, 10)
_PROVINCES = 4
_TOWNS = ("PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPLC", "PPLG", "PPLS", "PPLL")
_NO_NAMES = frozenset(
    ("link", "wkdt", "post", "unlc", "iata", "icao", "faac", "tcid", "abbr", "phon", "piny")
)
_LONGEST_LINE = 1_000_000


@dataclass(frozen=True)
class Name:
    """One name of a place.

    Attributes:
        text: the name.
        language: ISO 639 code; empty where GeoNames does not say.
        is_preferred: whether it is the official or preferred one in that language.
    """

    text: str
    language: str = ""
    is_preferred: bool = False


@dataclass(frozen=True)
class Place:
    """A country, province or town.

    Attributes:
        id: GeoNames' number.
        kind: what it is.
        name: its main name.
        plain: the same in ASCII.
        others: its other names.
        province: code of its province within the country, such as ``07``.
        population: people who live there; 0 where that is not known.
        coordinates: latitude and longitude in degrees; None where the table has none.
    """

    id: int
    kind: Kind
    name: str
    plain: str
    others: tuple[Name, ...] = ()
    province: str = ""
    population: int = 0
    coordinates: tuple[float, float] | None = None


@dataclass(frozen=True)
class Places:
    """The places of a country: itself, provinces by number, towns from the largest.

    Attributes:
        places: all of them, in that order.
        tells_languages: whether a table of other names was read, which says of what language
            each is.
    """

    places: tuple[Place, ...]
    tells_languages: bool


def read_places(
    country: str,
    files: Iterable[Path],
    min_population: int = 0,
    packaged: Callable[[str, int], Iterable[Place]] = lambda *_: (),
) -> Places:
    """Read the places of a country.

    Args:
        country: ISO 3166 code of two letters.
        files: GeoNames' tables.
        min_population: people that a town has at least.
        packaged: places to be taken where none of the tables has towns.

    Raises:
        GazetteerError: a file cannot be read or is none of GeoNames' tables, or none of them has
            the country.
    """
    tables = [(file, _columns_in(file)) for file in files]
    found: dict[int, Place] = {}
    has_towns = any(columns == _COLUMNS for _, columns in tables)
    further = () if has_towns else packaged(country, min_population)
    for place in (*_all_in(tables, country), *further):
        if place.kind != "town" or place.population >= min_population:
            found.setdefault(place.id, place)
    if not found:
        raise GazetteerError(
            f"no place of the country {country!r} in the given files: allCountries, cities500 or"
            f" {country}.txt of GeoNames have them; write its code of two letters"
        )
    others: dict[int, list[Name]] = {}
    names = [file for file, columns in tables if columns in _OTHER_NAMES]
    for number, name in (told for file in names for told in _other_names(file, found.keys())):
        others.setdefault(number, []).append(name)
    placed = (_with_names(place, others.get(place.id, ())) for place in found.values())
    return Places(tuple(sorted(placed, key=_order)), bool(names))


def _all_in(tables: Iterable[tuple[Path, int]], country: str) -> Iterator[Place]:
    """The places of a country; those of a gazetteer, which know most, first."""
    for file, columns in sorted(tables, key=lambda table: -table[1]):
        if columns == _COLUMNS:
            yield from _gazetteer(file, country)
        elif columns == _PROVINCES:
            yield from _provinces(file, country)


def _order(place: Place) -> tuple[int, str, int, int]:
    kinds = ("country", "province", "town")
    province = place.province if place.kind == "province" else ""
    return (kinds.index(place.kind), province, -place.population, place.id)


def _with_names(place: Place, others: Iterable[Name]) -> Place:
    """The names whose language is known first; they replace the same ones without."""
    told = tuple(others)
    known = {name.text for name in told}
    return replace(place, others=(*told, *(n for n in place.others if n.text not in known)))


def _gazetteer(file: Path, country: str) -> Iterator[Place]:
    for row in _rows(file, f"\t{country}\t".encode()):
        if len(row) != _COLUMNS or row[8] != country:
            continue
        kind = _kind(row[6], row[7])
        if kind is None or not row[0].isdigit() or not row[1].strip():
            continue
        others = tuple(Name(text.strip()) for text in row[3].split(",") if text.strip())
        people = int(row[14]) if row[14].isdigit() else 0
        place = _coordinates(row[4], row[5])
        yield Place(int(row[0]), kind, row[1], row[2], others, row[10], people, place)


def _provinces(file: Path, country: str) -> Iterator[Place]:
    for row in _rows(file, f"{country}.".encode()):
        land, _, code = row[0].partition(".")
        if len(row) == _PROVINCES and land == country and row[3].isdigit() and row[1].strip():
            yield Place(int(row[3]), "province", row[1], row[2], province=code)


def _other_names(file: Path, wanted: Iterable[int]) -> Iterator[tuple[int, Name]]:
    """Names of the wanted places; codes, links, colloquial and historic names are passed over."""
    numbers = {str(number).encode(): number for number in wanted}
    for line in _lines(file):
        start = line.find(b"\t") + 1
        number = numbers.get(line[start : line.find(b"\t", start)])
        if number is None:
            continue
        row = [*_parted(line), *[""] * 4]
        is_told = row[6] == "1" or row[7] == "1"
        if row[3].strip() and row[2] not in _NO_NAMES and not is_told:
            yield number, Name(row[3].strip(), row[2], row[4] == "1")


def _kind(group: str, code: str) -> Kind | None:
    if group == "A" and code in ("PCLI", "PCL", "PCLD", "PCLF", "PCLS", "PCLIX", "TERR"):
        return "country"
    if group == "A" and code == "ADM1":
        return "province"
    return "town" if group == "P" and code in _TOWNS else None


def _coordinates(latitude: str, longitude: str) -> tuple[float, float] | None:
    try:
        place = (float(latitude), float(longitude))
    except ValueError:
        return None
    return place if abs(place[0]) <= 90 and abs(place[1]) <= 180 else None


def _columns_in(file: Path) -> int:
    """How many columns the table has, by its first line."""
    first = next((row for row in _rows(file)), [])
    if len(first) in (_COLUMNS, *_OTHER_NAMES):
        is_table = first[0].isdigit()
    else:
        is_table = len(first) == _PROVINCES and first[0][2:3] == "."
    if not is_table:
        raise GazetteerError(
            f"{file} is none of GeoNames' tables: name allCountries, cities500, CC.txt,"
            f" alternateNamesV2 or admin1CodesASCII, as they were downloaded"
        )
    return len(first)


def _rows(file: Path, needle: bytes = b"") -> Iterator[list[str]]:
    for line in _lines(file):
        if needle in line and line.strip() and not line.startswith(b"#"):
            yield _parted(line)


def _parted(line: bytes) -> list[str]:
    return line.decode("utf-8-sig", "replace").rstrip("\r\n").split("\t")


def _lines(file: Path) -> Iterator[bytes]:
    try:
        with _opened(file) as table:
            while line := table.readline(_LONGEST_LINE):
                yield line
    except (OSError, zipfile.BadZipFile, RuntimeError) as error:
        raise GazetteerError(f"{file} cannot be read: {error}") from error


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    if not zipfile.is_zipfile(file):
        with file.open("rb") as table:
            yield table
        return
    with zipfile.ZipFile(file) as packed:
        tables = [
            name
            for name in packed.namelist()
            if name.endswith(".txt") and name not in ("readme.txt", "iso-languagecodes.txt")
        ]
        if len(tables) != 1:
            raise GazetteerError(f"{file} holds {len(tables)} tables: unpack it, and name one")
        with packed.open(tables[0]) as member:
            yield member
