"""How the search index is parted: by language, then by time, so that a new report changes little.

Time is parted into fixed cells: years in blocks of 1, 2, 4, 8 …, each of which begins where the
calendar puts it (2016 to 2023, never 2014 to 2021); within a year halves, quarters and months. A
cell that has too many reports is parted into those it consists of, and no other is touched by
that. So the cut follows from the reports alone, and a report more or less re-cuts one cell at the
most (decision 19).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.dates.periods import has_years
from generator.model import PublicReport
from generator.shelves import Shelf, Shelves
from generator.state import fingerprint, marks_of_reports

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
        mark: stands for them in a fingerprint.
    """

    language: str
    name: str
    reports: Sequence[PublicReport]
    mark: bytes


def day_of(report: PublicReport) -> date | None:
    """The earliest day that a report may be of; None where no list of years has it."""
    return report.date.earliest if has_years(report.date) else None


def cut(shelves: Shelves, languages: Iterable[str], sizes: Sizes) -> Iterator[Shard]:
    """The shards of each language, newest first; what has no date comes last."""
    cells: dict[str, dict[_Month, Shelf]] = {language: {} for language in languages}
    for (language, *month), own in shelves.of("search", _cells_of, _weight).items():
        cells[language][month[0], month[1]] = own
    for language, known in cells.items():
        if known and _weight_of(known.values()) <= sizes.whole:
            own = shelves.merged([known[month] for month in sorted(known)])
            yield Shard(language, WHOLE, own, own.mark)
        else:
            undated = known.pop(_UNDATED, None)
            yield from _Cutting(shelves, language, known, sizes).shards(undated)


_Month = tuple[int, int]
_UNDATED: _Month = (0, 0)
"""The year and the month in which a report may be earliest."""


def _cells_of(report: PublicReport) -> Sequence[tuple[str, int, int]]:
    """Its language, year and month."""
    day = day_of(report)
    year, month = (day.year, day.month) if day else _UNDATED
    return ((report.site_language, year, month),)


def _weight(report: PublicReport) -> int:
    return 1 + report.length // _WEIGHT


def _weight_of(cells: Iterable[Shelf]) -> int:
    return sum(cell.weight for cell in cells)


class _Cutting:
    """Cuts the dated reports of a language, which are given by month."""

    def __init__(
        self, shelves: Shelves, language: str, months: Mapping[_Month, Shelf], sizes: Sizes
    ) -> None:
        self._shelves = shelves
        self._language = language
        self._months = months
        self._sizes = sizes
        self._weights: Counter[int] = Counter()
        for (year, _), own in months.items():
            self._weights[year] += own.weight

    def shards(self, undated: Shelf | None) -> Iterator[Shard]:
        """All of them, and those of what has no date."""
        if self._months:
            yield from self._block(0, _YEARS)
        if undated:
            yield from self._by_path(UNDATED, undated, self._sizes.settled)

    @cached_property
    def _newest(self) -> int:
        """The newest year; a few reports with a wrong date in the future do not make one."""
        count = 0
        for year, month in sorted(self._months, reverse=True):
            count += len(self._months[year, month])
            if count >= self._sizes.opening:
                return year
        return min(self._weights)

    def _block(self, first: int, length: int) -> Iterator[Shard]:
        """The cells of some years, the newest ones first; the newest year stands apart from others."""
        inside = [year for year in self._weights if first <= year < first + length]
        is_settled = not first <= self._newest < first + length
        weight = sum(self._weights[year] for year in inside)
        if length == 1:
            yield from self._year(first, self._sizes.settled if is_settled else self._sizes.open)
        elif is_settled and weight <= self._sizes.settled:
            months = sorted(month for month in self._months if first <= month[0] < first + length)
            yield self._shard(f"{first:04}-{first + length - 1:04}", months)
        else:
            half = length // 2
            for start in (first + half, first):
                if any(start <= year < start + half for year in inside):
                    yield from self._block(start, half)

    def _year(self, year: int, limit: int, months: range = range(1, 13)) -> Iterator[Shard]:
        """A year, or what it has to be parted into: halves, quarters, months; the last ones first."""
        inside = [(year, month) for month in months if (year, month) in self._months]
        size = len(months)
        if not inside:
            return
        if size == 1:
            yield from self._by_path(f"{year:04}-{months[0]:02}", self._months[inside[0]], limit)
        elif _weight_of(self._months[month] for month in inside) <= limit:
            name = _PARTS_OF_YEAR[size].format((months[0] - 1) // size + 1)
            yield self._shard(f"{year:04}{name}", inside)
        else:
            part = {12: 6, 6: 3, 3: 1}[size]
            for first in reversed(range(months.start, months.stop, part)):
                yield from self._year(year, limit, range(first, first + part))

    def _by_path(self, name: str, own: Shelf, limit: int) -> Iterator[Shard]:
        """The reports as they are, or in halves by a bit of their paths' hash, as often as it takes."""
        if own.weight <= limit:
            yield Shard(self._language, name, own, own.mark)
        else:
            yield from self._halves(f"{name}-part", own, limit)

    def _halves(
        self, name: str, reports: Sequence[PublicReport], limit: int, depth: int = 0
    ) -> Iterator[Shard]:
        for bit in (0, 1):
            half = [report for report in reports if _bit(report.path, depth) == bit]
            if not half:
                continue
            if depth + 1 == _MOST_PARTS or sum(map(_weight, half)) <= limit:
                mark = fingerprint(marks_of_reports(half))
                yield Shard(self._language, f"{name}{bit}", half, mark)
            else:
                yield from self._halves(f"{name}{bit}", half, limit, depth + 1)

    def _shard(self, name: str, months: Iterable[_Month]) -> Shard:
        own = self._shelves.merged([self._months[month] for month in months])
        return Shard(self._language, name, own, own.mark)


_PARTS_OF_YEAR = {12: "", 6: "-h{}", 3: "-q{}"}
"""By how many months they have, what stands behind the year."""


def _bit(path: str, place: int) -> int:
    return int.from_bytes(hashlib.sha256(path.encode()).digest()[:4]) >> place & 1
