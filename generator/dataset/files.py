"""The files of the dataset: tables by year or month, lists by month and tag, and what describes them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from generator.archive import PublicArchive, Shelving
from generator.dataset.indented import indented
from generator.dataset.package import Resource, as_json, descriptor, schema, schema_file
from generator.dataset.tables import CORRECTIONS, REPORTS, TAGS, Row, Rows, Table
from generator.dataset.writing import as_csv, as_json_lines
from generator.dates.periods import periods_of
from generator.model import FileGroup, MadeFiles, OutputFile, PublicReport, Section
from generator.shelves import Shelf

FOLDER = "data/"
PER_LIST = 1000
"""The most reports in one file of a list; the first file has the oldest, and most of them never change."""

MOST_IN_TABLE = 2000
"""Reports of a year in one table; 464 words each make 8 MB."""

UNKNOWN_MONTH = "xx"
_UNDATED = "undated"
_MANY = 500
"""Reports of which a table takes half a second."""

_FORMS = {"csv": as_csv, "jsonl": as_json_lines}
_MOST_WRITTEN = 16_384
"""Reports kept as they stand in a list, of some 500 bytes each."""


def report_tables(archive: PublicArchive) -> Mapping[str, Shelf]:
    """The reports of each table, oldest first, by its name.

    A report stands in the table of the first year that it may be from, ``2016``. A year of more than
    2,000 is parted by the first month, ``2016-10``, with ``2016-xx`` for those of which no month is
    known. The table ``undated`` has those of no year; it stands last.
    """
    years: defaultdict[str, dict[str, Shelf]] = defaultdict(dict)
    for (year, month), own in sorted(archive.shelved(_FIRST_MONTHS).items()):
        years[year][month] = own
    tables: dict[str, Shelf] = {}
    for year, months in years.items():
        if year != _UNDATED and sum(map(len, months.values())) > MOST_IN_TABLE:
            tables |= {f"{year}-{month}": own for month, own in months.items()}
        else:
            tables[year] = archive.shelves.merged(list(months.values()))
    return tables


def dataset_sections(archive: PublicArchive) -> Iterator[Section[FileGroup]]:
    """What takes its time: tables by year, lists by month and tag, each by itself."""
    for name, reports in archive.once(report_tables).items():
        written = partial(_table, archive, name, reports)
        table = FileGroup(f"data {name}", written, reports.mark, len(reports) >= _MANY)
        yield Section(table.name, partial(_only, table), reports.mark)
    for kind, lists in archive.once(_lists).items():
        for name, reports in lists.items():
            make = partial(_list, archive, f"{kind}/{name}", reports)
            yield Section(f"data {kind}/{name}", make, reports.mark)


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
    for name in archive.once(report_tables):
        for form in _FORMS:
            path = f"{FOLDER}reports-{name}.{form}"
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
    archive: PublicArchive, name: str, reports: Sequence[PublicReport]
) -> Iterator[OutputFile]:
    return _written(f"reports-{name}", REPORTS, list(map(archive.once(Rows).report, reports)))


def _written(name: str, table: Table, rows: Sequence[Row]) -> Iterator[OutputFile]:
    for form, write in _FORMS.items():
        yield OutputFile(f"{FOLDER}{name}.{form}", write(table, rows))


def _resource(path: str, table: Table, measured: tuple[str, int]) -> Resource:
    name, _, form = path.removeprefix(FOLDER).rpartition(".")
    sha256, size = measured
    return Resource(name, form, table, size, sha256)


def _lists(archive: PublicArchive) -> Mapping[str, Mapping[str, Shelf]]:
    """The lists by month and tag."""
    ways = {"months": archive.shelved(_MONTHS), "tags": archive.tagged}
    return {kind: dict(sorted(shelves.items())) for kind, shelves in ways.items()}


def _index(archive: PublicArchive) -> OutputFile:
    """The index that names every file."""
    tables, lists = archive.once(report_tables), archive.once(_lists)
    index = {
        "package": "datapackage.json",
        "reports": len(archive.reports),
        "years": [
            {
                **_period(name),
                "reports": len(own),
                "csv": f"reports-{name}.csv",
                "jsonl": f"reports-{name}.jsonl",
            }
            for name, own in tables.items()
        ],
        **{kind: [_entry(kind, name, own) for name, own in lists[kind].items()] for kind in lists},
    }
    return OutputFile(f"{FOLDER}index.json", as_json(index))


def _period(name: str) -> Mapping[str, str]:
    """What a table's reports are from: a year, and a month where the year is parted."""
    year, _, month = name.partition("-")
    return {"year": year, "month": month} if month else {"year": year}


def _entry(kind: str, name: str, reports: Sequence[PublicReport]) -> dict[str, object]:
    return {"name": name, "reports": len(reports), "file": f"{kind}/{name}.json"}


def _list(archive: PublicArchive, name: str, listed: Shelf) -> Iterator[FileGroup]:
    """One list in files of up to a thousand: ``siege.json``, ``siege.2.json``; the oldest come first."""
    parts = archive.shelves.parted(listed, [1] * len(listed), PER_LIST, PER_LIST)
    names = [f"{name}.json", *(f"{name}.{n}.json" for n in range(2, len(parts) + 1))]
    for number, part in enumerate(parts):
        is_last = number + 1 == len(parts)
        following = None if is_last else names[number + 1].rpartition("/")[2]
        make = partial(_part, archive, names[number], part, following)
        made_from = part.mark, following
        yield FileGroup(f"data {names[number]}", make, made_from)


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


def _first_month(report: PublicReport) -> Sequence[tuple[str, str]]:
    periods = periods_of(report.date)
    if not periods.years:
        return ((_UNDATED, ""),)
    if not periods.months:
        return ((f"{periods.years[0]:04d}", UNKNOWN_MONTH),)
    year, month = periods.months[0]
    return ((f"{year:04d}", f"{month:02d}"),)


def _months(report: PublicReport) -> Sequence[str]:
    """Every month that a date may mean; the year or ``undated`` where no month is known."""
    periods = periods_of(report.date)
    if periods.months:
        return [f"{year:04d}-{month:02d}" for year, month in periods.months]
    return [f"{year:04d}" for year in periods.years] or [_UNDATED]


_FIRST_MONTHS = Shelving("first months", lambda _: _first_month)
_MONTHS = Shelving("data months", lambda _: _months)
