"""`archive export`: each form opened by a program that is not ours."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import bagit
import duckdb
import pytest

from generator.exports import exports
from tests.conftest import SmallArchive

FORMS = sorted(exports())


@pytest.fixture
def filled(archive: SmallArchive) -> SmallArchive:
    """Two reports and an original that are public, and what is not."""
    archive.with_original(
        "2016/quay", "Cafés by the quay.".encode(), title="The Old Quay", date="2016-10-28"
    )
    archive.article(
        "2017/ميناء",
        "حصار المدينة القديمة. Resumé of it.",
        language="ar",
        date="2017-05?",
        tags=["old-quay", "unknown-tag"],
        authors=["Mira Holt", "سامي نادر"],
        corrections=[{"date": "2018-01-01", "note": "=Two, not three."}],
    )
    archive.article(
        "2018/gone",
        "Canary.",
        status="withdrawn",
        withdrawn={"date": "2019-01-01", "reason": "Not so."},
    )
    archive.with_original("2018/draft", b"Canary.", status="draft", title="Canary")
    archive.with_original("2018/part", b"Canary.", display="excerpt", url="https://else.example/")
    return archive


def export(archive: SmallArchive, form: str, place: Path) -> Path:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow, an extra of its own, is not installed")
    result = archive.run("export", form, "--out", place)
    assert result.exit_code == 0, result.output
    assert result.output == f"{place}: 3 reports\n"
    return place


@pytest.fixture
def database(filled: SmallArchive, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(export(filled, "sqlite", tmp_path / "x.sqlite"))) as opened:
        yield opened


def contents(place: Path) -> dict[str, bytes]:
    files = [place] if place.is_file() else sorted(f for f in place.rglob("*") if f.is_file())
    return {file.relative_to(place.parent).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize("form", FORMS)
def test_nothing_that_is_not_public_is_in_it(
    filled: SmallArchive, tmp_path: Path, form: str
) -> None:
    written = contents(export(filled, form, tmp_path / "out" / "x"))
    everything = b"".join(written.values())
    for word in ("Canary", "canary", "2018/draft"):
        assert word.encode() not in everything
    assert not [name for name in written if "draft" in name or "gone" in name]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_archive_gives_the_same_bytes(
    filled: SmallArchive, tmp_path: Path, form: str
) -> None:
    first = contents(export(filled, form, tmp_path / "one" / "x"))
    assert contents(export(filled, form, tmp_path / "two" / "x")) == first
    assert first


def test_sqlite_is_whole(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    rows = database.execute("SELECT path, earliest, latest, text FROM reports ORDER BY id")
    assert rows.fetchall() == [
        ("2016/quay", "2016-10-28", "2016-10-28", "A text."),
        ("2017/ميناء", "2017-05-01", "2017-05-31", "حصار المدينة القديمة. Resumé of it."),
        ("2018/part", None, None, "A text."),
    ]
    tagged = "SELECT label FROM report_tags JOIN tags ON tags.id = tag ORDER BY label"
    assert database.execute(tagged).fetchall() == [("Old Quay",), ("unknown-tag",)]
    by = "SELECT name FROM report_authors JOIN authors ON authors.id = author ORDER BY place"
    assert database.execute(by).fetchall() == [("Mira Holt",), ("سامي نادر",)]
    made = "SELECT kind, day, note, report IS NULL FROM corrections"
    assert database.execute(made).fetchall() == [
        ("withdrawal", "2019-01-01", "Not so.", 1),
        ("correction", "2018-01-01", "=Two, not three.", 0),
    ]
    broader = "SELECT broader FROM tags WHERE id = 'old-quay'"
    assert database.execute(broader).fetchone() == ("port-tarn",)


@pytest.mark.parametrize(
    ("words", "path"),
    [("resume", "2017/ميناء"), ("القديمة", "2017/ميناء"), ("quay", "2016/quay"), ("canary", None)],
)
def test_sqlite_finds_words_without_accents(
    database: sqlite3.Connection, words: str, path: str | None
) -> None:
    query = (
        "SELECT path FROM reports_fts JOIN reports ON reports.id = reports_fts.rowid "
        "WHERE reports_fts MATCH ? ORDER BY rank"
    )
    found = database.execute(query, (words,)).fetchall()
    assert found == ([(path,)] if path else [])


def test_datasette_knows_the_search_by_the_form_of_the_table(database: sqlite3.Connection) -> None:
    """The condition with which Datasette and sqlite-utils look for a table's search."""
    query = """
        SELECT name FROM sqlite_master WHERE rootpage = 0
        AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="reports"%'
    """
    assert database.execute(query).fetchall() == [("reports_fts",)]


def test_json_lines_are_read_by_duckdb(filled: SmallArchive, tmp_path: Path) -> None:
    place = export(filled, "jsonl", tmp_path / "x.jsonl")
    query = f"SELECT path, latest, len(authors) FROM read_json('{place}') WHERE language = 'ar'"
    ((path, latest, authors),) = duckdb.execute(query).fetchall()
    assert (path, str(latest), authors) == ("2017/ميناء", "2017-05-31", 2)


def test_parquet_is_read_by_duckdb(filled: SmallArchive, tmp_path: Path) -> None:
    place = export(filled, "parquet", tmp_path / "x.parquet")
    query = f"SELECT path, latest, corrections[1].note FROM '{place}' WHERE len(authors) = 2"
    ((path, latest, note),) = duckdb.execute(query).fetchall()
    assert (path, str(latest), note) == ("2017/ميناء", "2017-05-31", "=Two, not three.")


def test_parquet_says_what_it_needs(
    filled: SmallArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = filled.run("export", "parquet", "--out", tmp_path / "x.parquet")
    assert result.exit_code == 1
    assert "pip install pyarrow" in result.output
    assert list(tmp_path.glob("*x.parquet*")) == []


def test_the_bag_is_valid_and_notices_damage(filled: SmallArchive, tmp_path: Path) -> None:
    place = export(filled, "bagit", tmp_path / "bag")
    bag = bagit.Bag(str(place))
    bag.validate()
    assert sorted(bag.algorithms) == ["sha256", "sha512"]
    assert bag.info["Source-Organization"] == "Harbour Watch"
    content = "Cafés by the quay.".encode()
    original = place / f"data/originals/{hashlib.sha256(content).hexdigest()}.txt"
    assert original.read_bytes() == content
    assert list((place / "data/originals").iterdir()) == [original]
    original.write_bytes(b"Cafes by the quay.")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(place)).validate()


def test_names_that_a_manifest_would_have_to_escape(filled: SmallArchive, tmp_path: Path) -> None:
    content = b"All of it.\n"
    filled.write("articles/2019/100%.txt", content)
    record = {"file": "100%.txt", "sha256": hashlib.sha256(content).hexdigest()}
    filled.article("2019/all", original=record)
    result = filled.run("export", "bagit", "--out", tmp_path / "bag")
    assert result.exit_code == 0, result.output
    bagit.Bag(str(tmp_path / "bag")).validate()


def test_a_file_is_replaced_and_a_full_folder_is_not(filled: SmallArchive, tmp_path: Path) -> None:
    place = tmp_path / "x.jsonl"
    place.write_text("old", "utf-8")
    assert len(export(filled, "jsonl", place).read_text("utf-8").splitlines()) == 3
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine", "utf-8")
    for form in ("bagit", "jsonl"):
        result = filled.run("export", form, "--out", tmp_path / "full")
        assert result.exit_code == 1
        assert "with something in it" in result.output
    assert [file.name for file in (tmp_path / "full").iterdir()] == ["mine"]


def test_an_article_that_cannot_be_used_is_told(filled: SmallArchive, tmp_path: Path) -> None:
    filled.write("articles/2016/broken.md", "---\ndate: '2016-13-01'\n---\n\nText.\n")
    result = filled.run("export", "jsonl", "--out", tmp_path / "x")
    assert result.exit_code == 1
    assert "articles/2016/broken.md" in result.output
    paths = [json.loads(line)["path"] for line in (tmp_path / "x").read_text("utf-8").splitlines()]
    assert len(paths) == 3


def test_a_missing_original_leaves_nothing_behind(filled: SmallArchive, tmp_path: Path) -> None:
    (filled.folder / "articles/2016/quay.txt").unlink()
    place = tmp_path / "bag"
    shutil.rmtree(place, ignore_errors=True)
    result = filled.run("export", "bagit", "--out", place)
    assert result.exit_code == 1
    assert "quay" in result.output
    assert not list(tmp_path.glob("*bag*"))
