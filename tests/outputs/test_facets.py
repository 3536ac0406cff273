"""What results are narrowed by: columns that fit the bundle, small and the same every time."""

from __future__ import annotations

import gzip
import itertools
import json
import random
from typing import Any

import pytest

from generator.archive import PublicArchive
from generator.outputs.search_index import files
from generator.pipeline.building import load_archive
from tests.conftest import SmallArchive

MOST_BYTES = 22_000
"""Of all columns and one language's labels at 1,000 reports in two bundles, gzip on; 16,900 today."""


def loaded(archive: SmallArchive) -> PublicArchive:
    return load_archive(archive.folder, archive.settings, archive.vocabulary).archive


def outputs(archive: SmallArchive) -> dict[str, bytes]:
    return {file.path: file.content for file in files(loaded(archive))}


def columns(archive: SmallArchive, language: str = "en") -> dict[str, Any]:
    read: dict[str, Any] = json.loads(outputs(archive)[f"pagefind/{language}/all/facets.json"])
    return read


def labels(archive: SmallArchive, language: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(outputs(archive)[f"pagefind/labels.{language}.json"])
    return read


def days(written: dict[str, Any]) -> list[int]:
    return list(itertools.accumulate(written["days"]))


def names(written: dict[str, Any], name: str) -> list[list[str]]:
    column = written["names"][name]
    return [[column["values"][number] for number in row] for row in column["of"]]


def test_each_record_of_the_bundle_has_a_row(archive: SmallArchive) -> None:
    for number in range(20):
        archive.article(f"2016/r-{number}", f"Words {number}.", date=f"2016-03-{number + 1:02}")
    archive.article("2016/ar", "كلمات.", language="ar")
    written = outputs(archive)
    for language, count in (("en", 20), ("ar", 1)):
        folder = f"pagefind/{language}/all/fragment/"
        fragments = {path.removeprefix(folder) for path in written if path.startswith(folder)}
        ids = json.loads(written[f"pagefind/{language}/all/facets.json"])["ids"]
        assert {f"{record}.pf_fragment" for record in ids} == fragments
        assert len(ids) == count


def test_a_date_is_in_every_year_that_it_may_be_from(archive: SmallArchive) -> None:
    dates = ["1969-12-31", "2016-12-30", "[2016-12-30,2017-01-06]", "2017/2019", "XXXX", "19XX"]
    for number, date in enumerate(dates):
        archive.article(f"2016/r-{number}", "Words.", date=date, authors=[f"Author {number}"])
    written = columns(archive)
    assert names(written, "author")[0] == ["author-0"]
    assert days(written) == [-1, 17165, 17165, 17167]
    years = {names(written, "author")[row][0]: several for row, *several in written["years"]}
    assert years == {"author-2": [2016, 2017], "author-3": [2017, 2018, 2019]}
    assert {row[0] for row in names(written, "author")[4:]} == {"author-4", "author-5"}


def test_wider_terms_are_found_through_their_parts(archive: SmallArchive) -> None:
    archive.article("2016/one", "Words.", tags=["old-quay", "siege"])
    written = columns(archive)
    assert written["groups"] == {"place": ["old-quay", "port-tarn"], "theme": ["siege"]}
    assert written["broader"] == [1, -1, -1]
    assert written["tags"] == [[0, 2]]


def test_kinds_of_their_own_and_wider_terms_of_another_kind(archive: SmallArchive) -> None:
    terms = (archive.folder / "vocabulary.yml").read_text("utf-8") + (
        "- {id: pier, kind: language, labels: {en: Pier}, broader: port-tarn}\n"
        "- {id: crane, kind: موضوع خاص, labels: {en: Crane}, broader: northern-wire}\n"
    )
    archive.write("vocabulary.yml", terms)
    archive.article("2016/one", "Words.", tags=["pier", "crane"])
    written = columns(archive)
    assert set(written["groups"]) == {"tag-language", "place", "موضوع خاص"}
    order = [value for group in written["groups"].values() for value in group]
    assert order[written["broader"][order.index("pier")]] == "port-tarn"
    assert written["broader"][order.index("crane")] == -1  # a source is never a tag
    groups = [name for name, _ in labels(archive, "en")["groups"]]
    assert groups == ["place", "tag-language", "موضوع خاص", "language"]


def test_one_name_has_one_value(archive: SmallArchive) -> None:
    sources = ["northern-wire", "NW", "Northern Wire", "The Quay", "the quay", ""]
    for number, source in enumerate(sources):
        fields = {"source": source} if source else {}
        authors = [["Mira Holt"], ["MIRA HOLT", "Mira Holt"]][number % 2]
        archive.article(f"2016/r-{number}", "Words.", date="2016", authors=authors, **fields)
    written = columns(archive)
    found = sorted(row[0] if row else "" for row in names(written, "source"))
    assert found == ["", *["northern-wire"] * 3, *["the-quay"] * 2]
    assert names(written, "author") == [["mira-holt"]] * 6
    assert labels(archive, "en")["labels"]["author"] == {"mira-holt": "Mira Holt"}


def test_labels_are_in_the_language_of_the_page(archive: SmallArchive) -> None:
    archive.article("2016/one", "Words.", tags=["old-quay"], source="northern-wire")
    archive.article("2016/ar", "كلمات.", language="ar", tags=["siege"])
    english, arabic = labels(archive, "en"), labels(archive, "ar")
    assert [name for name, _ in english["groups"]] == ["place", "theme", "source", "language"]
    assert english["labels"]["place"] == {"old-quay": "Old Quay", "port-tarn": "Port Tarn"}
    assert arabic["labels"]["place"]["port-tarn"] == "ميناء تارن"
    assert arabic["labels"]["language"] == {"en": "الإنجليزية", "ar": "العربية"}
    assert set(english["labels"]) == set(arabic["labels"])


def test_values_of_hidden_reports_are_in_no_file(archive: SmallArchive) -> None:
    archive.article("2016/one", "Words.")
    archive.article(
        "2016/two", "Words.", status="draft", tags=["siege"], source="Zqx", authors=["Zqx Zqx"]
    )
    written = outputs(archive)
    for path in [path for path in written if path.endswith(".json")]:
        assert b"siege" not in written[path]
        assert b"zqx" not in written[path].lower()


def test_a_bundle_has_nothing_that_no_page_asks_for(archive: SmallArchive) -> None:
    archive.article("2016/one", "Words.")
    paths = {path.rpartition("/")[2] for path in outputs(archive)}
    assert {path for path in paths if path.endswith((".js", ".css"))} == {"pagefind.js"}
    assert {path for path in paths if path.startswith("wasm.")} == {"wasm.en.pagefind"}


def test_a_language_without_reports_has_no_bundle(archive: SmallArchive) -> None:
    archive.article("2016/one", "Words.")
    written = outputs(archive)
    assert not [path for path in written if path.startswith("pagefind/ar/")]
    assert "pagefind/labels.ar.json" in written


def test_an_archive_without_reports_has_no_engine(archive: SmallArchive) -> None:
    assert set(outputs(archive)) == {
        "pagefind/labels.en.json",
        "pagefind/labels.ar.json",
        "pagefind/shards.json",
    }


@pytest.fixture
def large(archive: SmallArchive) -> SmallArchive:
    """1,000 short reports with as many values each as real ones have."""
    chance = random.Random(7)
    tags = ["old-quay", "port-tarn", "siege"]
    people = [f"{first} {last}" for first in "ABCDEFGHIJ" for last in "QRSTUVWXYZ"]
    for number in range(1000):
        day = f"{chance.randint(2004, 2023)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        archive.article(
            f"2016/r-{number}",
            f"Word{number}.",
            date=chance.choices([day, day[:7], "XXXX", f"[{day},2023-12-31]"], [85, 7, 5, 3])[0],
            language="en" if number % 3 else "ar",
            source=chance.choice(["northern-wire", "The Quay", "Tarn Times"]),
            tags=chance.sample(tags, chance.randint(1, 3)),
            authors=chance.sample(people, chance.randint(0, 2)),
        )
    return archive


def test_columns_are_light_and_the_same_every_time(large: SmallArchive) -> None:
    names = (
        "pagefind/en/all/facets.json",
        "pagefind/ar/all/facets.json",
        "pagefind/labels.ar.json",
    )
    first, second = outputs(large), outputs(large)
    assert {name: first[name] for name in names} == {name: second[name] for name in names}
    size = sum(len(gzip.compress(first[name], 6, mtime=0)) for name in names)
    assert 2_000 < size < MOST_BYTES
