"""The files of the dataset: tables by year, lists by month and tag, and what describes them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from generator.dataset.indented import indented
from generator.dataset.package import Resource, as_json, descriptor, schema, schema_file
from generator.dataset.tables import CORRECTIONS, REPORTS, TAGS, Row, Rows, Table
from generator.dataset.writing import as_csv, as_json_lines
from generator.dates import ArchiveDate
from generator.dates.periods import periods_of
from generator.model import FileGroup, MadeFiles, OutputFile, PublicReport, Section
from generator.publication import PublicArchive
from generator.state import marks_of_reports

FOLDER = "data/"
PER_LIST = 1000
"""Reports in one file of a list; the first file has the oldest, so that most of them never change."""

_UNDATED = "undated"
_TAGS = "tags"
_MANY = 500
"""Reports of which a table takes half a second."""

_FORMS = {"csv": as_csv, "jsonl": as_json_lines}
_MOST_WRITTEN = 16_384
"""Reports kept as they stand in a list, of some 500 bytes each."""


def reports_of_years(archive: PublicArchive) -> Mapping[str, Sequence[PublicReport]]:
    """The reports of each table, oldest first: of the first year that they may be from.

    The table ``undated`` has those of no year; it stands last.
    """
    return _by_date(archive.reports, _first_year)


def dataset_sections(archive: PublicArchive) -> Iterator[Section[FileGroup]]:
    """What takes its time: tables by year, lists by month and tag, each by itself."""
    for year, reports in archive.once(reports_of_years).items():
        marks = marks_of_reports(reports)
        written = partial(_table, archive, year, reports)
        table = FileGroup(f"data {year}", written, marks, len(reports) >= _MANY)
        yield Section(table.name, partial(_only, table), marks)
    for kind, lists in archive.once(_lists).items():
        for name, reports in lists.items():
            make = partial(_list, archive, f"{kind}/{name}", reports)
            is_tag = kind == _TAGS
            made_from = archive.tag_marks[name] if is_tag else marks_of_reports(reports)
            yield Section(f"data {kind}/{name}", make, made_from)


def _only(group: FileGroup) -> Sequence[FileGroup]:
    return (group,)


def describing_files(archive: PublicArchive, made: MadeFiles) -> Iterator[OutputFile]:
    """The small tables, and what describes all files; ``made`` gives those of the groups."""
    rows = archive.once(Rows)
    resources = []
    others = (("corrections", CORRECTIONS, rows.corrections()), ("tags", TAGS, rows.tags()))
    for name, table, own in others:
        for file in _written(name, table, list(own)):
            yield file
            measured = hashlib.sha256(file.content).hexdigest(), len(file.content)
            resources.append(_resource(file.path, table, measured))
    for year in archive.once(reports_of_years):
        for form in _FORMS:
            path = f"{FOLDER}reports-{year}.{form}"
            resources.append(_resource(path, REPORTS, made.mark(path)))
    for table in (REPORTS, CORRECTIONS, TAGS):
        yield OutputFile(FOLDER + schema_file(table), schema(table))
    yield OutputFile(f"{FOLDER}datapackage.json", descriptor(archive, resources))
    yield _index(archive)


def dataset_files(archive: PublicArchive) -> Iterator[OutputFile]:
    """Every file of the dataset, below ``data/``; one year at a time is held in memory."""
    marks: dict[str, tuple[str, int]] = {}
    groups = (group for section in dataset_sections(archive) for group in section.make())
    for file in (file for group in groups for file in group.make()):
        marks[file.path] = hashlib.sha256(file.content).hexdigest(), len(file.content)
        yield file
    yield from describing_files(archive, _Measured(marks))


@dataclass(frozen=True)
class _Measured:
    """Files of which nothing but the marks was kept."""

    marks: Mapping[str, tuple[str, int]]

    def __call__(self, path: str) -> bytes:
        raise LookupError(path)

    def mark(self, path: str) -> tuple[str, int]:
        return self.marks[path]


def _table(
    archive: PublicArchive, year: str, reports: Sequence[PublicReport]
) -> Iterator[OutputFile]:
    return _written(f"reports-{year}", REPORTS, list(map(archive.once(Rows).report, reports)))


def _written(name: str, table: Table, rows: Sequence[Row]) -> Iterator[OutputFile]:
    for form, write in _FORMS.items():
        yield OutputFile(f"{FOLDER}{name}.{form}", write(table, rows))


def _resource(path: str, table: Table, measured: tuple[str, int]) -> Resource:
    name, _, form = path.removeprefix(FOLDER).rpartition(".")
    sha256, size = measured
    return Resource(name, form, table, size, sha256)


def _lists(archive: PublicArchive) -> Mapping[str, Mapping[str, Sequence[PublicReport]]]:
    """The lists by month and tag."""
    return {
        "months": _by_date(archive.reports, _months),
        _TAGS: {term: archive.tagged[term] for term in sorted(archive.tagged)},
    }


def _index(archive: PublicArchive) -> OutputFile:
    """The index that names every file."""
    years, lists = archive.once(reports_of_years), archive.once(_lists)
    index = {
        "package": "datapackage.json",
        "reports": len(archive.reports),
        "years": [
            {
                "year": year,
                "reports": len(own),
                "csv": f"reports-{year}.csv",
                "jsonl": f"reports-{year}.jsonl",
            }
            for year, own in years.items()
        ],
        **{kind: [_entry(kind, name, own) for name, own in lists[kind].items()] for kind in lists},
    }
    return OutputFile(f"{FOLDER}index.json", as_json(index))


def _entry(kind: str, name: str, reports: Sequence[PublicReport]) -> dict[str, object]:
    return {"name": name, "reports": len(reports), "file": f"{kind}/{name}.json"}


def _list(archive: PublicArchive, name: str, listed: Sequence[PublicReport]) -> Iterator[FileGroup]:
    """One list in files of a thousand: ``siege.json``, ``siege.2.json``; the oldest come first."""
    parts = [listed[n : n + PER_LIST] for n in range(0, len(listed), PER_LIST)]
    names = [f"{name}.json", *(f"{name}.{n}.json" for n in range(2, len(parts) + 1))]
    for number, part in enumerate(parts):
        is_last = number + 1 == len(parts)
        following = None if is_last else names[number + 1].rpartition("/")[2]
        make = partial(_part, archive, names[number], list(part), following)
        yield FileGroup(f"data {names[number]}", make, (list(part), following))


def _part(
    archive: PublicArchive, name: str, part: Sequence[PublicReport], following: str | None
) -> Iterator[OutputFile]:
    written = archive.once(_writer)
    reports = ",\n  ".join(written(report.path) for report in part)
    text = f'{{\n "reports": [\n  {reports}\n ],\n "next": {indented(following)}\n}}\n'
    yield OutputFile(FOLDER + name, text.encode("utf-8", "replace"))


def _writer(archive: PublicArchive) -> Callable[[str], str]:
    """Gives a report as it stands in a list; it is in several."""
    rows, by_path = archive.once(Rows), archive.by_path
    return lru_cache(maxsize=_MOST_WRITTEN)(lambda path: indented(rows.brief(by_path[path]), 2))


def _first_year(value: ArchiveDate) -> Sequence[str]:
    years = periods_of(value).years
    return (f"{years[0]:04d}" if years else _UNDATED,)


def _months(value: ArchiveDate) -> Sequence[str]:
    """Every month that a date may mean; the year or ``undated`` where no month is known."""
    periods = periods_of(value)
    if periods.months:
        return [f"{year:04d}-{month:02d}" for year, month in periods.months]
    return [f"{year:04d}" for year in periods.years] or [_UNDATED]


def _by_date(
    reports: Iterable[PublicReport], names_of: Callable[[ArchiveDate], Sequence[str]]
) -> Mapping[str, Sequence[PublicReport]]:
    """The reports under each name that follows from their date, in order of the names."""
    found: defaultdict[str, list[PublicReport]] = defaultdict(list)
    known: dict[str, Sequence[str]] = {}
    for report in reports:
        date = report.date.text
        if date not in known:
            known[date] = names_of(report.date)
        for name in known[date]:
            found[name].append(report)
    return {name: found[name] for name in sorted(found)}
