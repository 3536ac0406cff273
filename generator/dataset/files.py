"""The files of the dataset: tables by year, lists by month and tag, and what describes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from generator.dataset.indented import indented
from generator.dataset.package import Resource, as_json, descriptor, schema, schema_file
from generator.dataset.tables import CORRECTIONS, REPORTS, TAGS, Row, Rows, Table
from generator.dataset.writing import as_csv, as_json_lines
from generator.dates.periods import periods_of
from generator.model import OutputFile, PublicReport
from generator.publication import PublicArchive

FOLDER = "data/"
PER_LIST = 1000
"""Reports in one file of a list; the first file has the oldest, so that most of them never change."""

_UNDATED = "undated"
_MOST_WRITTEN = 16_384
"""Reports kept as they stand in a list, of some 500 bytes each."""


def year_of(report: PublicReport) -> str:
    """The table that has the report: the first year that it may be from, or ``undated``."""
    years = periods_of(report.date).years
    return f"{years[0]:04d}" if years else _UNDATED


def by_year(reports: Iterable[PublicReport]) -> Mapping[str, Sequence[PublicReport]]:
    """The reports of each table, oldest first."""
    return _grouped((year_of(report), report) for report in reports)


def dataset_files(archive: PublicArchive) -> Iterator[OutputFile]:
    """Every file of the dataset, below ``data/``; one year at a time is held in memory."""
    rows = Rows(archive)
    resources: list[Resource] = []
    years = by_year(archive.reports)
    tables: Iterator[tuple[str, Table, Iterable[Row]]] = (
        (f"reports-{year}", REPORTS, map(rows.report, reports)) for year, reports in years.items()
    )
    others = (("corrections", CORRECTIONS, rows.corrections()), ("tags", TAGS, rows.tags()))
    for name, table, own in (*others, *tables):
        known = list(own)
        for form, write in (("csv", as_csv), ("jsonl", as_json_lines)):
            content = write(table, known)
            resources.append(Resource.of(name, form, table, content))
            yield OutputFile(f"{FOLDER}{name}.{form}", content)
    for table in (REPORTS, CORRECTIONS, TAGS):
        yield OutputFile(FOLDER + schema_file(table), schema(table))
    yield OutputFile(f"{FOLDER}datapackage.json", descriptor(archive, resources))
    yield from _lists(archive, rows, years)


def _lists(
    archive: PublicArchive, rows: Rows, years: Mapping[str, Sequence[PublicReport]]
) -> Iterator[OutputFile]:
    """Lists by month and tag, and the index that names every file."""
    months = _grouped((month, report) for report in archive.reports for month in _months(report))
    tags = {term: archive.tagged[term] for term in sorted(archive.tagged)}
    by_path = archive.by_path
    written = lru_cache(maxsize=_MOST_WRITTEN)(lambda path: indented(rows.brief(by_path[path]), 2))
    for kind, lists in (("months", months), ("tags", tags)):
        for name, reports in lists.items():
            yield from _list(f"{kind}/{name}", [report.path for report in reports], written)
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
        "months": [_entry("months", name, own) for name, own in months.items()],
        "tags": [_entry("tags", name, own) for name, own in tags.items()],
    }
    yield OutputFile(f"{FOLDER}index.json", as_json(index))


def _entry(kind: str, name: str, reports: Sequence[PublicReport]) -> dict[str, object]:
    return {"name": name, "reports": len(reports), "file": f"{kind}/{name}.json"}


def _list(name: str, paths: Sequence[str], written: Callable[[str], str]) -> Iterator[OutputFile]:
    """One list in files of a thousand: ``siege.json``, ``siege.2.json``; the oldest come first.

    ``written`` gives a report as it stands in a list; it is in several.
    """
    parts = [paths[n : n + PER_LIST] for n in range(0, len(paths), PER_LIST)]
    names = [f"{name}.json", *(f"{name}.{n}.json" for n in range(2, len(parts) + 1))]
    for number, part in enumerate(parts):
        is_last = number + 1 == len(parts)
        reports = ",\n  ".join(map(written, part))
        following = indented(None if is_last else names[number + 1].rpartition("/")[2])
        text = f'{{\n "reports": [\n  {reports}\n ],\n "next": {following}\n}}\n'
        yield OutputFile(FOLDER + names[number], text.encode("utf-8", "replace"))


def _months(report: PublicReport) -> Sequence[str]:
    """Every month that a report may be from; the year or ``undated`` where no month is known."""
    periods = periods_of(report.date)
    if periods.months:
        return [f"{year:04d}-{month:02d}" for year, month in periods.months]
    return [f"{year:04d}" for year in periods.years] or [_UNDATED]


def _grouped(
    named: Iterable[tuple[str, PublicReport]],
) -> Mapping[str, Sequence[PublicReport]]:
    found: defaultdict[str, list[PublicReport]] = defaultdict(list)
    for name, report in named:
        found[name].append(report)
    return {name: found[name] for name in sorted(found)}
