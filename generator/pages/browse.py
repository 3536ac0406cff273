"""Reports by date, without JavaScript: an overview, each year, each month, and the undated.

A report stands in the month it is from. Where several months or years are possible it stands in
each of them, below those that are certain, or on pages of their own where they are many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from generator.archive import PublicArchive, Shelving
from generator.catalogue import Catalogue
from generator.dates.periods import Month, periods_of
from generator.model import Page, PublicReport, Section
from generator.pages._heat import Cell, Scale, years_in_full
from generator.pages._lists import PER_PAGE, ReportLists
from generator.pages._sizes import INDEX_BYTES, size
from generator.shelves import NOTHING, Shelf

_LARGE = 10_000


class Period(NamedTuple):
    """The reports of one year or month.

    Attributes:
        certain: those that are from it.
        possible: those that may be from it, or from another.
    """

    certain: Shelf = NOTHING
    possible: Shelf = NOTHING

    @property
    def marks(self) -> Sequence[bytes]:
        """What stands for the reports in a fingerprint."""
        return self.certain.mark, self.possible.mark


@dataclass(frozen=True)
class Calendar:
    """All reports where a reader would look for them.

    Attributes:
        years, months: in order of time.
        in_year_only: reports of a year of which the month is not known.
        undated: reports that stand in no year.
    """

    years: Mapping[int, Period]
    months: Mapping[Month, Period]
    in_year_only: Mapping[int, Shelf]
    undated: Shelf


def pages(archive: PublicArchive) -> Iterator[Page]:
    """Overview, years, months and undated reports, in each interface language."""
    return (page for section in sections(archive) for page in section.make())


def sections(archive: PublicArchive) -> Iterator[Section[Page]]:
    """The same pages: each year and each month by itself."""
    calendar = calendar_of(archive)
    lists = archive.once(ReportLists)
    for language in archive.settings.languages:
        lister = _Lister(archive, calendar, lists, language)
        yield Section(f"browse {language}", lister.indexes)
        for year in calendar.years:
            made_from = lister.shapes_year(year)
            yield Section(f"browse {language} {year}", partial(lister.year, year), made_from)
        for month in calendar.months:
            made_from = (calendar.months[month].marks, lister.scale)
            yield Section(f"browse {language} {month}", partial(lister.month, month), made_from)


def calendar_of(archive: PublicArchive) -> Calendar:
    """All reports, each where a reader would look for it."""
    shelves = archive.shelved(_CALENDAR)

    def period(year: int, month: int) -> Period:
        certain, possible = (shelves.get((kind, year, month)) for kind in (_CERTAIN, _POSSIBLE))
        return Period(certain or NOTHING, possible or NOTHING)

    places = sorted({(year, month) for kind, year, month in shelves if kind != _UNDATED})
    return Calendar(
        years={year: period(year, month) for year, month in places if month == _WHOLE_YEAR},
        months={place: period(*place) for place in places if place[1] != _WHOLE_YEAR},
        in_year_only={year: own for (kind, year, _), own in shelves.items() if kind == _IN_YEAR},
        undated=shelves.get(_NOWHERE, NOTHING),
    )


_CERTAIN, _POSSIBLE, _IN_YEAR, _UNDATED = "certain", "possible", "in year", "undated"
_WHOLE_YEAR = 0
_NOWHERE = (_UNDATED, 0, 0)


def _places(report: PublicReport) -> Iterator[tuple[str, int, int]]:
    """Where a report stands: whether it certainly does, the year, the month or ``_WHOLE_YEAR``."""
    periods = periods_of(report.date)
    years, months = periods.years, periods.months
    for year in years:
        yield _CERTAIN if len(years) == 1 else _POSSIBLE, year, _WHOLE_YEAR
    for month in months:
        yield _CERTAIN if len(months) == 1 else _POSSIBLE, *month
    if not years:
        yield _NOWHERE
    elif not months and len(years) == 1:
        yield _IN_YEAR, years[0], _WHOLE_YEAR


_CALENDAR = Shelving("calendar", lambda _: _places)


class _Lister:
    """Makes the list pages of one interface language."""

    def __init__(
        self, archive: PublicArchive, calendar: Calendar, lists: ReportLists, language: str
    ) -> None:
        self._archive = archive
        self._calendar = calendar
        self._lists = lists
        self._language = language
        self._root = f"{archive.settings.prefix(language)}browse/"
        self._words = Catalogue(language, archive.settings.date_locale(language))
        counts = [len(month.certain) for month in calendar.months.values()]
        self._scale = Scale.up_to(max(counts, default=0))

    @property
    def scale(self) -> Scale:
        """The steps in which months are shaded."""
        return self._scale

    def shapes_year(self, year: int) -> Sequence[object]:
        """What the pages of a year are made from."""
        unplaced = self._calendar.in_year_only.get(year, NOTHING).mark
        return self._calendar.years[year].marks, unplaced, self._months(year), self._scale

    def indexes(self) -> Iterator[Page]:
        """The overview, and what stands in no year."""
        yield self.overview()
        yield from self.undated()

    def overview(self) -> Page:
        """Every year, the newest ones with their months."""
        years = self._calendar.years
        scale = Scale.up_to(max((len(year.certain) for year in years.values()), default=0))
        cells = {
            year: self._cell(f"{year}", "", f"{year:04d}/", years[year], scale)
            for year in sorted(years, reverse=True)
        }
        months = {year: self._months(year) for year in cells}
        full = years_in_full(months, cells, self._words_read_aloud(), INDEX_BYTES)
        return Page(
            address=self._root,
            language=self._language,
            title=self._words("browse.title"),
            template="browse.html",
            context={
                "years": [(cells[year], months[year]) for year in list(cells)[:full]],
                "older": list(cells.values())[full:],
                "scale": self._scale,
                "older_scale": scale,
                "undated": len(self._calendar.undated),
                "root": self._root,
            },
        )

    def year(self, year: int) -> Iterator[Page]:
        """A year: all its reports where they are few, its months where they are many."""
        period = self._calendar.years[year]
        in_full = len(period.certain) <= PER_PAGE
        unplaced = self._calendar.in_year_only.get(year, NOTHING)
        yield from self._period(
            f"{self._root}{year:04d}/",
            self._words("browse.year", year=year),
            Period(period.certain if in_full else unplaced, period.possible),
            self._words("browse.possibly_year", year=year),
            {
                "months": self._months(year),
                "scale": self._scale,
                "heading": "" if in_full else self._words("browse.month_unknown"),
                "count": len(period.certain),
            },
        )

    def month(self, month: Month) -> Iterator[Page]:
        """A month."""
        name = self._words.month(*month)
        year = f"{self._root}{month[0]:04d}/"
        yield from self._period(
            f"{year}{month[1]:02d}/",
            self._words("browse.month", month=name),
            self._calendar.months[month],
            self._words("browse.possibly_month", month=name),
            {"up": (year, self._words("browse.year", year=month[0]))},
        )

    def undated(self) -> Iterator[Page]:
        """The reports of which too little is known to put them into a year."""
        yield from self._lists.pages(
            f"{self._root}undated/",
            self._words("browse.undated"),
            self._words,
            self._calendar.undated,
            "list.html",
            self._context(way="undated"),
            {"intro": self._words("browse.undated_intro")},
        )

    def _period(
        self,
        address: str,
        title: str,
        period: Period,
        possible_title: str,
        extra: Mapping[str, object],
    ) -> Iterator[Page]:
        """The list of a period, and of what may be from it where that does not fit beside."""
        few = self._lists.are_few(period.possible)
        beside: Sequence[PublicReport] = list(period.possible) if few else ()
        own = {
            **extra,
            "possible": beside,
            "possible_count": len(period.possible),
            "possible_heading": possible_title,
            "possible_address": "" if beside else f"{address}possible/",
        }
        context = self._context(up=extra.get("up", ("", "")))
        yield from self._lists.pages(
            address,
            title,
            self._words,
            period.certain,
            "list.html",
            context,
            own,
        )
        if len(period.possible) > len(beside):
            up = self._context(up=(address, title))
            yield from self._lists.pages(
                f"{address}possible/",
                possible_title,
                self._words,
                period.possible,
                "list.html",
                up,
            )

    def _context(self, up: object = ("", ""), way: str = "") -> dict[str, object]:
        """What list.html shows, none of it yet."""
        return {
            "way": way,
            "intro": "",
            "months": (),
            "scale": self._scale,
            "heading": "",
            "count": 0,
            "possible": (),
            "possible_count": 0,
            "possible_heading": "",
            "possible_address": "",
            "root": self._root,
            "up": up,
        }

    def _months(self, year: int) -> list[Cell]:
        """The twelve months of a year."""
        none = Period()
        return [
            self._cell(
                self._words.month_short(month),
                f"{year}",
                f"{year:04d}/{month:02d}/",
                self._calendar.months.get((year, month), none),
                self._scale,
            )
            for month in range(1, 13)
        ]

    def _cell(self, name: str, year: str, address: str, period: Period, scale: Scale) -> Cell:
        certain, possible = len(period.certain), len(period.possible)
        own = f"{self._root}{address}" if certain or possible else ""
        return Cell(name, year, own, certain, possible, scale.step(certain))

    def _words_read_aloud(self) -> int:
        """Bytes of what a cell says besides its name."""
        unit, possibly = self._words("browse.unit", count=_LARGE), self._words("browse.possibly")
        return size(unit) + size(possibly) + len("2016: 10000 +10000? ")
