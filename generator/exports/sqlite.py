"""SQLite: reports, tags, authors and corrections as tables, with full-text search (FTS5).

Datasette and sqlite-utils find the search by themselves. The same archive and the same SQLite give
the same bytes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.dataset import CORRECTIONS, REPORTS, Rows, Value

NAME = "archive.sqlite"

_APART = ("authors", "tags", "corrections")
"""Columns of the dataset that are tables here."""

_COLUMNS = tuple(field for field in REPORTS.fields if field.name not in _APART)
_TABLES = f"""
PRAGMA journal_mode = OFF;
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  {", ".join(f"{f.name} TEXT{' NOT NULL' if f.is_required else ''}" for f in _COLUMNS)},
  UNIQUE (path)
);
CREATE TABLE tags (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  broader TEXT REFERENCES tags (id),
  latitude REAL,
  longitude REAL
);
CREATE TABLE tag_labels (
  tag TEXT NOT NULL REFERENCES tags (id), language TEXT NOT NULL, label TEXT NOT NULL,
  PRIMARY KEY (tag, language)
);
CREATE TABLE report_tags (
  report INTEGER NOT NULL REFERENCES reports (id), tag TEXT NOT NULL REFERENCES tags (id),
  PRIMARY KEY (report, tag)
);
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE report_authors (
  report INTEGER NOT NULL REFERENCES reports (id),
  author INTEGER NOT NULL REFERENCES authors (id),
  place INTEGER NOT NULL,
  PRIMARY KEY (report, place)
);
CREATE TABLE corrections (
  {", ".join(f"{f.name} TEXT{' NOT NULL' if f.is_required else ''}" for f in CORRECTIONS.fields)},
  report INTEGER REFERENCES reports (id)
);
"""
_INDEXES = """
CREATE INDEX reports_by_date ON reports (earliest);
CREATE INDEX reports_by_tag ON report_tags (tag);
CREATE INDEX reports_by_author ON report_authors (author);
CREATE VIRTUAL TABLE reports_fts USING fts5 (
  title, text, content="reports", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO reports_fts (reports_fts) VALUES ('rebuild');
INSERT INTO reports_fts (reports_fts) VALUES ('optimize');
"""


def write(archive: PublicArchive, place: Path) -> None:
    """Write the database.

    Raises:
        OSError: the place cannot be written.
    """
    try:
        with closing(sqlite3.connect(place)) as database:
            database.executescript(_TABLES)
            _fill(archive, database)
            database.commit()
            database.executescript(_INDEXES)
            database.commit()
    except sqlite3.OperationalError as error:  # a full disk, a folder that may not be written
        raise OSError(f"{place} cannot be written: {error}") from error


def _fill(archive: PublicArchive, database: sqlite3.Connection) -> None:
    rows = Rows(archive)
    numbers = {report.path: number for number, report in enumerate(archive.reports, 1)}
    names = dict.fromkeys(name for report in archive.reports for name in report.authors)
    authors = {name: number for number, name in enumerate(names, 1)}
    _insert(database, "about", _about(archive))
    _insert(database, "reports", _reports(archive, rows))
    _insert(database, "tags", _tags(archive, rows))
    _insert(database, "tag_labels", _labels(archive))
    _insert(database, "authors", ((number, name) for name, number in authors.items()))
    for report in archive.reports:
        number = numbers[report.path]
        _insert(database, "report_tags", ((number, tag) for tag in dict.fromkeys(report.tags)))
        own = ((number, authors[name], n) for n, name in enumerate(report.authors, 1))
        _insert(database, "report_authors", own)
    made = ((*row.values(), numbers.get(str(row["path"]))) for row in rows.corrections())
    _insert(database, "corrections", made)


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    for row in rows:
        places = ", ".join("?" * len(row))
        database.execute(f"INSERT INTO {table} VALUES ({places})", row)


def _about(archive: PublicArchive) -> Iterator[tuple[str, str]]:
    words = Catalogue(archive.settings.default_language)
    yield "title", archive.settings.languages[archive.settings.default_language].site_name
    yield "organisation", archive.settings.organisation
    yield "address", archive.settings.site_url
    yield "rights", words("data.rights")


def _reports(archive: PublicArchive, rows: Rows) -> Iterator[tuple[object, ...]]:
    for number, report in enumerate(archive.reports, 1):
        row = rows.report(report)
        yield (number, *(_stored(row[field.name]) for field in _COLUMNS))


def _tags(archive: PublicArchive, rows: Rows) -> Iterator[tuple[object, ...]]:
    """Terms of the vocabulary, then tags that it does not know."""
    language = archive.settings.default_language
    known = set()
    for row in rows.tags():
        term = str(row["id"])
        known.add(term)
        label = archive.vocabulary.label(term, language)
        yield term, row["kind"], label, row["broader"] or None, row["latitude"], row["longitude"]
    unknown = dict.fromkeys(tag for report in archive.reports for tag in report.tags)
    yield from ((tag, "", tag, None, None, None) for tag in unknown if tag not in known)


def _labels(archive: PublicArchive) -> Iterator[tuple[str, str, str]]:
    for term in archive.vocabulary.terms.values():
        if term.id in archive.tagged:
            yield from ((term.id, language, label) for language, label in term.labels.items())


def _stored(value: Value) -> object:
    if value is None or value == "":
        return None
    return value if isinstance(value, (str, int, float)) else json.dumps(value, ensure_ascii=False)
