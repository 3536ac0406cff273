"""The map page: which places have a bubble, for how many reports, and the same in the table."""

from __future__ import annotations

import re

import pytest

from generator.archive import PublicArchive
from generator.model import Page
from generator.pages._places import Places, places_of
from generator.pages.map import PlaceMap, pages
from generator.pipeline.building import load_archive
from tests.conftest import SmallArchive
from tests.site.conftest import SiteArchive

VOCABULARY = """\
- {id: land, kind: place, labels: {en: Land, ar: بلاد}, coordinates: [-41, -126]}
- {id: town, kind: place, broader: land, labels: {en: Town, ar: بلدة}, coordinates: [-41.5, -126]}
- {id: quarter, kind: place, broader: town, labels: {en: Quarter}, coordinates: [-41.501, -126.001]}
- {id: street, kind: place, broader: quarter, labels: {en: Street}}
- {id: valley, kind: place, broader: land, labels: {en: Valley}, coordinates: [-40.5, -125]}
- {id: mill, kind: place, broader: valley, labels: {en: Mill}, coordinates: [-40.1, -125.3]}
- {id: isle, kind: place, labels: {en: Isle, ar: جزيرة}, coordinates: [-42, -124]}
- {id: nowhere, kind: place, labels: {en: Nowhere}}
- {id: war, kind: theme, labels: {en: War}, coordinates: [1, 1]}
"""


def public(archive: SmallArchive) -> PublicArchive:
    archive.write("vocabulary.yml", VOCABULARY)
    return load_archive(archive.folder, archive.settings, archive.vocabulary).archive


def places(archive: SmallArchive, *tags: list[str]) -> Places:
    for number, own in enumerate(tags):
        archive.article(f"2016/r{number:03}", tags=own)
    return places_of(public(archive))


def bubbles(found: Places) -> dict[str, int]:
    return {spot.key: spot.count for spot in found.spots}


def test_a_report_counts_for_its_places(archive: SmallArchive) -> None:
    found = places(archive, ["town"], ["town", "isle", "war"], ["isle"], ["war"], ["unknown"])
    assert bubbles(found) == {"town": 2, "isle": 2}


def test_a_part_counts_for_the_place_that_stands_for_it(archive: SmallArchive) -> None:
    found = places(archive, ["quarter"], ["street"], ["town", "quarter"], ["isle"])
    assert bubbles(found) == {"town": 3, "isle": 1}


def test_a_country_has_no_bubble_where_its_places_have(archive: SmallArchive) -> None:
    found = places(archive, ["land"], ["land", "town"], ["town"], ["isle"])
    assert bubbles(found) == {"town": 2, "isle": 1}
    assert found.counts["land"] == 1
    assert found.apart == {"land"}


def test_a_country_of_which_no_place_is_known_has_one(archive: SmallArchive) -> None:
    assert bubbles(places(archive, ["land"])) == {"land": 1}
    assert bubbles(places(archive, ["land"], ["isle"])) == {"land": 1, "isle": 1}


def test_a_region_stands_for_what_is_about_all_of_it(archive: SmallArchive) -> None:
    found = places(archive, ["valley"], ["mill"], ["mill", "valley"], ["isle"])
    assert bubbles(found) == {"valley": 1, "mill": 2, "isle": 1}
    assert found.apart == {"land", "valley"}


def test_places_without_coordinates_are_told(archive: SmallArchive) -> None:
    found = places(archive, ["nowhere"], ["nowhere", "town"], ["war"])
    assert found.unplaced == {"nowhere": 2}
    assert bubbles(found) == {"town": 1}


def test_no_place_at_all(archive: SmallArchive) -> None:
    found = places(archive, ["nowhere"], [])
    assert (found.frame, found.spots) == (None, ())
    page, _ = pages(public(archive))
    assert page.context["map"] is None


def test_a_draft_is_nowhere(archive: SmallArchive) -> None:
    archive.article("2016/draft", tags=["isle"], status="draft")
    assert bubbles(places(archive, ["town"])) == {"town": 1}


def map_of(archive: PublicArchive) -> list[tuple[Page, PlaceMap]]:
    found = []
    for page in pages(archive):
        drawn = page.context["map"]
        assert isinstance(drawn, PlaceMap)
        found.append((page, drawn))
    return found


def test_the_map_is_the_same_in_both_languages_but_for_its_names(archive: SmallArchive) -> None:
    places(archive, ["town"], ["isle"], ["isle"])
    (english, one), (arabic, other) = map_of(public(archive))
    assert (english.address, arabic.address) == ("map/", "ar/map/")
    assert one.frame == other.frame
    assert one.drawing == other.drawing


def test_the_built_page_links_and_counts_as_its_table_does(site_archive: SiteArchive) -> None:
    site_archive.write("vocabulary.yml", VOCABULARY)
    for number, tags in enumerate(
        (["town"], ["town"], ["land"], ["mill"], ["valley"], ["nowhere"])
    ):
        site_archive.article(f"2016/r{number}", tags=tags)
    site_archive.build()
    page = site_archive.page("map/")
    drawing = page[page.index('<svg class="ar-map"') :]
    drawing = drawing[: drawing.index("</svg>")]
    shown = dict(re.findall(r'<a href="\.\./tags/([\w-]+)/".*?<title>(.*?)</title>', drawing))
    assert shown == {
        "town": "\u2068Town\u2069: 2 reports",
        "mill": "\u2068Mill\u2069: 1 report",
        "valley": "\u2068Valley\u2069 as a whole: 1 report",
    }
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    rows = re.findall(r'tags/([\w-]+)/".*?</th><td>(\d+)</td><td><bdi dir="ltr">(.*?)</bdi>', table)
    assert {key: (int(count), at) for key, count, at in rows} == {
        "town": (2, "-41.5, -126.0"),
        "land": (1, "-41.0, -126.0"),
        "mill": (1, "-40.1, -125.3"),
        "valley": (1, "-40.5, -125.0"),
    }
    for key, words in shown.items():
        counts = {row[0]: row[1] for row in rows}
        assert re.search(rf"\b{counts[key]} report", words)
        assert (site_archive.site / "tags" / key / "index.html").exists()
    assert "Nowhere" in page[page.index('id="unplaced"') :]
    assert "style=" not in page[page.index("<h1") : page.index("</article>")]
    arabic = site_archive.page("ar/map/")
    assert "بلدة" in arabic
    assert "تقريران" in arabic


def test_a_thousand_places_stay_a_light_page(site_archive: SiteArchive) -> None:
    terms = [
        f"- {{id: point-{n}, kind: place, labels: {{en: Point {n}, ar: نقطة {n}}}, "
        f"coordinates: [{n * 37 % 140 - 70}, {n * 101 % 360 - 180}]}}\n"
        for n in range(1000)
    ]
    site_archive.write("vocabulary.yml", "".join(terms))
    for number in range(20):
        tags = [f"point-{number * 50 + n}" for n in range(50)]
        site_archive.article(f"2016/r{number}", tags=tags)
    site_archive.article("2016/again", tags=[f"point-{n}" for n in range(0, 1000, 7)])
    site_archive.build()
    page = site_archive.page("map/")
    start = page.index('<svg class="ar-map"')
    assert len(page[start : page.index("</svg>", start)].encode()) <= 40_000
    assert len(page.encode()) <= 100_000
    assert page.count('<th scope="row">') == 200
    assert "800 more places" in page


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "is not there"),
        ("{", "is not JSON"),
        ('{"type": "Point", "coordinates": [0, 0]}', "has nothing to draw"),
        (b"\xff\xfe\x00", "cannot be read"),
        (
            '{"type": "LineString", "coordinates": [[-42, -127], [-39, -124]]}',
            "swapped",
        ),
        (
            '{"type": "LineString", "coordinates": [[-42, -63], [-39, -60]]}',
            "if latitude and longitude were exchanged",
        ),
    ],
)
def test_an_outline_that_cannot_be_used_is_named(
    archive: SmallArchive, content: str | bytes | None, message: str
) -> None:
    if content is not None:
        archive.write("docs/own.geojson", content)
    config = (archive.folder / "mkdocs.yml").read_text("utf-8")
    archive.write(
        "mkdocs.yml",
        config.replace("      contact:", "      map: {outline: docs/own.geojson}\n      contact:"),
    )
    isle = "- {id: town, kind: place, labels: {en: Town}, coordinates: [-41, -61]}\n"
    archive.write("vocabulary.yml", isle if "exchanged" in message else VOCABULARY)
    archive.article("2016/r", tags=["town"])
    loaded = load_archive(archive.folder, archive.settings, archive.vocabulary)
    (problem,) = loaded.problems
    assert str(problem).startswith("docs/own.geojson: ")
    assert message in str(problem)
    assert places_of(loaded.archive).spots, "the map is there all the same"


def test_the_own_outline_is_drawn(archive: SmallArchive) -> None:
    ring = "[[-127, -42], [-123, -42], [-123, -40], [-127, -40], [-127, -42]]"
    archive.write("docs/own.geojson", f'{{"type": "Polygon", "coordinates": [{ring}]}}')
    config = (archive.folder / "mkdocs.yml").read_text("utf-8")
    archive.write(
        "mkdocs.yml",
        config.replace("      contact:", "      map: {outline: docs/own.geojson}\n      contact:"),
    )
    archive.article("2016/r", tags=["town"])
    archive.write("vocabulary.yml", VOCABULARY)
    loaded = load_archive(archive.folder, archive.settings, archive.vocabulary)
    assert loaded.problems == ()
    frame = places_of(loaded.archive).frame
    assert frame
    assert frame.land.count("M") == 1
    assert frame.borders == ""
