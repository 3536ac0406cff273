"""How the search index is parted: by language, then by time, so that a new report changes little.

Time is parted into fixed cells: years in blocks of 1, 2, 4, 8 …, each of which begins where the
calendar puts it (2016 to 2023, never 2014 to 2021); within a year halves, quarters and months. A
cell that has too many reports is parted into those it consists of, and no other is touched by
that. So the cut follows from the reports alone, and a report more or less re-cuts one cell at the
most (decision 19).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.dates.periods import periods_of
from generator.model import PublicReport

WHOLE = "all"
UNDATED = "undated"

_WEIGHT = 8192  # characters of a text that count as one report; longer texts count several times
_YEARS = 8192  # in the block that has all years that a date can name
_MOST_PARTS = 16  # a cell that time can't part is parted by the reports' paths, in halves
_MONTHS = ("q1", "q1", "q1", "q2", "q2", "q2", "q3", "q3", "q3", "q4", "q4", "q4")
_HALVES = {"q1": "h1", "q2": "h1", "q3": "h2", "q4": "h2"}


@dataclass(frozen=True)
class Sizes:
    """How many reports a shard may have; tests make do with few.

    Attributes:
        whole: up to this many, a language is not parted.
        settled: for years gone by, and what has no date.
        open: for the newest year, where most reports are added.
        opening: a year is the newest once this many reports are of it or later.
    """

    whole: int = 2048
    settled: int = 4096
    open: int = 1024
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
    return report.date.earliest if periods_of(report.date).years else None


def cut(reports: Iterable[PublicReport], languages: Iterable[str], sizes: Sizes) -> Iterator[Shard]:
    """The shards of each language, newest first; what has no date comes last."""
    known = list(reports)
    for language in languages:
        own = [report for report in known if report.site_language == language]
        if own and _weight(own) <= sizes.whole:
            yield Shard(language, WHOLE, tuple(own))
        elif own:
            for name, inside in _parted(own, sizes):
                yield Shard(language, name, tuple(inside))


_Named = tuple[str, list[PublicReport]]


def _parted(reports: list[PublicReport], sizes: Sizes) -> Iterator[_Named]:
    days = {report.path: day for report in reports if (day := day_of(report))}
    dated = [report for report in reports if report.path in days]
    undated = [report for report in reports if report.path not in days]
    if dated:
        cutting = _Cutting(days, _open_year(days.values(), sizes.opening), sizes)
        yield from cutting.block(dated, 0, _YEARS)
    if undated:
        yield from _by_path(UNDATED, undated, sizes.settled)


def _open_year(days: Iterable[date], opening: int) -> int:
    """The newest year; a few reports with a wrong date in the future do not make one."""
    newest = sorted(days, reverse=True)
    return newest[min(opening, len(newest)) - 1].year


@dataclass(frozen=True)
class _Cutting:
    """Cells of dated reports, parted until none has too many; the newest cells first."""

    days: dict[str, date]
    open_year: int
    sizes: Sizes

    def block(self, reports: list[PublicReport], first: int, years: int) -> Iterator[_Named]:
        """The cells of some years; the newest year stands apart from all others."""
        has_open = first <= self.open_year < first + years
        if years == 1:
            limit = self.sizes.open if has_open else self.sizes.settled
            yield from self._year(f"{first:04}", reports, limit)
        elif not has_open and _weight(reports) <= self.sizes.settled:
            yield f"{first:04}-{first + years - 1:04}", reports
        else:
            middle = first + years // 2
            later = [report for report in reports if self.days[report.path].year >= middle]
            earlier = [report for report in reports if self.days[report.path].year < middle]
            for half, start in ((later, middle), (earlier, first)):
                if half:
                    yield from self.block(half, start, years // 2)

    def _year(self, year: str, reports: list[PublicReport], limit: int) -> Iterator[_Named]:
        if _weight(reports) <= limit:
            yield year, reports
            return
        for half, of_half in self._groups(reports, lambda day: _HALVES[_MONTHS[day.month - 1]]):
            if _weight(of_half) <= limit:
                yield f"{year}-{half}", of_half
                continue
            for quarter, of_quarter in self._groups(of_half, lambda day: _MONTHS[day.month - 1]):
                if _weight(of_quarter) <= limit:
                    yield f"{year}-{quarter}", of_quarter
                    continue
                for month, of_month in self._groups(of_quarter, lambda day: f"{day.month:02}"):
                    yield from _by_path(f"{year}-{month}", of_month, limit)

    def _groups(self, reports: list[PublicReport], name: Callable[[date], str]) -> Iterator[_Named]:
        names = [name(self.days[report.path]) for report in reports]
        for wanted in sorted(set(names), reverse=True):
            yield wanted, [r for r, own in zip(reports, names, strict=True) if own == wanted]


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
    return sum(1 + len(report.body) // _WEIGHT for report in reports)
