"""How the search index is parted: by language, then by time, so that a new report changes little.

Time is parted into fixed cells: years in blocks of 1, 2, 4, 8 …, each of which begins where the
calendar puts it (2016 to 2023, never 2014 to 2021); within a year halves, quarters and months. A
cell that has too many reports is parted into those it consists of, and no other is touched by
that. So the cut follows from the reports alone, and a report more or less re-cuts one cell at the
most (decision 19).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.dates.periods import has_years
from generator.model import PublicReport

WHOLE = "all"
UNDATED = "undated"

_WEIGHT = 8192  # characters of a text that count as one report; longer texts count several times
_YEARS = 8192  # in the block that has all years that a date can name
_MOST_PARTS = 16  # a cell that time can't part is parted by the reports' paths, in halves


@dataclass(frozen=True)
class Sizes:
    """How many reports a shard may have; tests make do with few.

    Attributes:
        whole: up to this many, a language is not parted.
        settled: for years gone by, and what has no date.
        open: for the newest year, where most reports are added.
        opening: a year is the newest once this many reports are of it or later.
    """

    whole: int = 1536
    settled: int = 1536
    open: int = 512
    opening: int = 32


@dataclass(frozen=True)
class Shard:
    """Reports that are indexed together.

    Attributes:
        language: the interface language that they belong to.
        name: of their time: ``2016-2023``, ``2026``, ``2026-h1``, ``2026-q3``, ``2026-11``,
            ``undated``, or ``all``.
        reports: in the order of the archive.
    """

    language: str
    name: str
    reports: tuple[PublicReport, ...]


def day_of(report: PublicReport) -> date | None:
    """The earliest day that a report may be of; None where no list of years has it."""
    return report.date.earliest if has_years(report.date) else None


def cut(reports: Iterable[PublicReport], languages: Iterable[str], sizes: Sizes) -> Iterator[Shard]:
    """The shards of each language, newest first; what has no date comes last."""
    own: dict[str, list[PublicReport]] = {language: [] for language in languages}
    for report in reports:
        own[report.site_language].append(report)
    for language, known in own.items():
        if known and _weight(known) <= sizes.whole:
            yield Shard(language, WHOLE, tuple(known))
        else:
            for name, inside in _parted(known, sizes):
                yield Shard(language, name, tuple(inside))


_Named = tuple[str, list[PublicReport]]
_Years = Mapping[int, list[PublicReport]]


def _parted(reports: Iterable[PublicReport], sizes: Sizes) -> Iterator[_Named]:
    years: dict[int, list[PublicReport]] = {}
    undated: list[PublicReport] = []
    inside: dict[str, list[PublicReport]] = {}
    for report in reports:
        date = report.date.text
        if date not in inside:
            day = day_of(report)
            inside[date] = years.setdefault(day.year, []) if day else undated
        inside[date].append(report)
    if years:
        weights = {year: _weight(inside) for year, inside in years.items()}
        newest = _newest(years, sizes.opening)
        yield from _block(_Cutting(years, weights, newest, sizes), 0, _YEARS)
    if undated:
        yield from _by_path(UNDATED, undated, sizes.settled)


def _newest(years: _Years, opening: int) -> int:
    """The newest year; a few reports with a wrong date in the future do not make one."""
    count = 0
    for year in sorted(years, reverse=True):
        count += len(years[year])
        if count >= opening:
            return year
    return min(years)


@dataclass(frozen=True)
class _Cutting:
    """The dated reports of a language by year, how much they weigh, and which year is the newest."""

    years: _Years
    weights: Mapping[int, int]
    newest: int
    sizes: Sizes


def _block(cutting: _Cutting, first: int, length: int) -> Iterator[_Named]:
    """The cells of some years, the newest ones first; the newest year stands apart from others."""
    inside = [year for year in cutting.years if first <= year < first + length]
    is_settled = not first <= cutting.newest < first + length
    if length == 1:
        limit = cutting.sizes.settled if is_settled else cutting.sizes.open
        yield from _year(first, cutting.years[first], limit)
    elif is_settled and sum(cutting.weights[year] for year in inside) <= cutting.sizes.settled:
        reports = [report for year in sorted(inside) for report in cutting.years[year]]
        yield f"{first:04}-{first + length - 1:04}", reports
    else:
        half = length // 2
        for start in (first + half, first):
            if any(start <= year < start + half for year in inside):
                yield from _block(cutting, start, half)


def _year(year: int, reports: list[PublicReport], limit: int) -> Iterator[_Named]:
    """A year, or what it has to be parted into: halves, quarters, months."""
    if _weight(reports) <= limit:
        yield f"{year:04}", reports
        return
    for half, of_half in _by_months(reports, 6):
        if _weight(of_half) <= limit:
            yield f"{year:04}-h{half}", of_half
            continue
        for quarter, of_quarter in _by_months(of_half, 3):
            if _weight(of_quarter) <= limit:
                yield f"{year:04}-q{quarter}", of_quarter
                continue
            for month, of_month in _by_months(of_quarter, 1):
                yield from _by_path(f"{year:04}-{month:02}", of_month, limit)


def _by_months(
    reports: list[PublicReport], length: int
) -> Iterator[tuple[int, list[PublicReport]]]:
    """The reports of a year by so many months, the last ones first; numbered from 1."""
    found: dict[int, list[PublicReport]] = {}
    for report in reports:
        day = day_of(report)
        if day is not None:
            found.setdefault((day.month - 1) // length + 1, []).append(report)
    return iter(sorted(found.items(), reverse=True))


def _by_path(
    name: str, reports: list[PublicReport], limit: int, depth: int = 0
) -> Iterator[_Named]:
    """The reports as they are, or in halves by a bit of their paths' hash, as often as it takes."""
    if depth == _MOST_PARTS or _weight(reports) <= limit:
        yield name, reports
        return
    for bit in (0, 1):
        half = [report for report in reports if _bit(report.path, depth) == bit]
        if half:
            mark = f"{bit}" if depth else f"-part{bit}"
            yield from _by_path(f"{name}{mark}", half, limit, depth + 1)


def _bit(path: str, place: int) -> int:
    return int.from_bytes(hashlib.sha256(path.encode()).digest()[:4]) >> place & 1


def _weight(reports: Iterable[PublicReport]) -> int:
    lengths = [report.length for report in reports]
    return len(lengths) + sum(length // _WEIGHT for length in lengths)
