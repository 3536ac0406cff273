"""Reports by date, without JavaScript: an overview, each year, each month, and the undated.

A report stands in the month it is from. Where several months or years are possible it stands in
each of them, below those that are certain, or on pages of their own where they are many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from generator.catalogue import Catalogue
from generator.dates.periods import Month, periods_of
from generator.model import Page, PublicReport, Section
from generator.pages._heat import Cell, Scale, years_in_full
from generator.pages._lists import PER_PAGE, ReportLists
from generator.pages._sizes import INDEX_BYTES, size
from generator.publication import PublicArchive
from generator.state import marks_of_reports

_LARGE = 10_000


@dataclass
class Shelf:
    """The reports of one year or month.

    Attributes:
        certain: those that are from it.
        possible: those that may be from it, or from another.
    """

    certain: list[PublicReport] = field(default_factory=list)
    possible: list[PublicReport] = field(default_factory=list)

    @cached_property
    def marks(self) -> Sequence[object]:
        """What stands for the reports in a fingerprint."""
        return marks_of_reports(self.certain), marks_of_reports(self.possible)


@dataclass(frozen=True)
class Calendar:
    """All reports on their shelves.

    Attributes:
        years, months: shelves in order of time.
        in_year_only: reports of a year of which the month is not known.
        undated: reports that stand on no shelf.
    """

    years: Mapping[int, Shelf]
    months: Mapping[Month, Shelf]
    in_year_only: Mapping[int, Sequence[PublicReport]]
    undated: Sequence[PublicReport]


def pages(archive: PublicArchive) -> Iterator[Page]:
    """Overview, years, months and undated reports, in each interface language."""
    return (page for section in sections(archive) for page in section.make())


def sections(archive: PublicArchive) -> Iterator[Section[Page]]:
    """The same pages: each year and each month by itself."""
    calendar = calendar_of(archive.reports)
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


def calendar_of(reports: Sequence[PublicReport]) -> Calendar:
    """Put each report on the shelves where a reader would look for it."""
    years: defaultdict[int, Shelf] = defaultdict(Shelf)
    months: defaultdict[Month, Shelf] = defaultdict(Shelf)
    in_year_only: defaultdict[int, list[PublicReport]] = defaultdict(list)
    undated: list[PublicReport] = []
    for report in reports:
        periods = periods_of(report.date)
        for year in periods.years:
            shelf = years[year]
            (shelf.certain if len(periods.years) == 1 else shelf.possible).append(report)
        for month in periods.months:
            shelf = months[month]
            (shelf.certain if len(periods.months) == 1 else shelf.possible).append(report)
        if not periods.years:
            undated.append(report)
        elif not periods.months and len(periods.years) == 1:
            in_year_only[periods.years[0]].append(report)
    return Calendar(
        dict(sorted(years.items())), dict(sorted(months.items())), dict(in_year_only), undated
    )


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
        counts = [len(shelf.certain) for shelf in calendar.months.values()]
        self._scale = Scale.up_to(max(counts, default=0))

    @property
    def scale(self) -> Scale:
        """The steps in which months are shaded."""
        return self._scale

    def shapes_year(self, year: int) -> Sequence[object]:
        """What the pages of a year are made from."""
        unplaced = marks_of_reports(self._calendar.in_year_only.get(year, ()))
        return self._calendar.years[year].marks, unplaced, self._months(year), self._scale

    def indexes(self) -> Iterator[Page]:
        """The overview, and what stands in no year."""
        yield self.overview()
        yield from self.undated()

    def overview(self) -> Page:
        """Every year, the newest ones with their months."""
        shelves = self._calendar.years
        scale = Scale.up_to(max((len(shelf.certain) for shelf in shelves.values()), default=0))
        cells = {
            year: self._cell(f"{year}", "", f"{year:04d}/", shelves[year], scale)
            for year in sorted(shelves, reverse=True)
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
        shelf = self._calendar.years[year]
        in_full = len(shelf.certain) <= PER_PAGE
        unplaced = self._calendar.in_year_only.get(year, ())
        yield from self._shelf(
            f"{self._root}{year:04d}/",
            self._words("browse.year", year=year),
            Shelf(list(shelf.certain if in_full else unplaced), shelf.possible),
            self._words("browse.possibly_year", year=year),
            {
                "months": self._months(year),
                "scale": self._scale,
                "heading": "" if in_full else self._words("browse.month_unknown"),
                "count": len(shelf.certain),
            },
        )

    def month(self, month: Month) -> Iterator[Page]:
        """A month."""
        name = self._words.month(*month)
        year = f"{self._root}{month[0]:04d}/"
        yield from self._shelf(
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

    def _shelf(
        self,
        address: str,
        title: str,
        shelf: Shelf,
        possible_title: str,
        extra: Mapping[str, object],
    ) -> Iterator[Page]:
        """The list of a shelf, and of what may belong on it where that does not fit beside."""
        beside = shelf.possible if self._lists.are_few(shelf.possible) else ()
        own = {
            **extra,
            "possible": beside,
            "possible_count": len(shelf.possible),
            "possible_heading": possible_title,
            "possible_address": "" if beside else f"{address}possible/",
        }
        context = self._context(up=extra.get("up", ("", "")))
        yield from self._lists.pages(
            address,
            title,
            self._words,
            shelf.certain,
            "list.html",
            context,
            own,
        )
        if len(shelf.possible) > len(beside):
            up = self._context(up=(address, title))
            yield from self._lists.pages(
                f"{address}possible/",
                possible_title,
                self._words,
                shelf.possible,
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
        none = Shelf()
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

    def _cell(self, name: str, year: str, address: str, shelf: Shelf, scale: Scale) -> Cell:
        certain, possible = len(shelf.certain), len(shelf.possible)
        own = f"{self._root}{address}" if certain or possible else ""
        return Cell(name, year, own, certain, possible, scale.step(certain))

    def _words_read_aloud(self) -> int:
        """Bytes of what a cell says besides its name."""
        unit, possibly = self._words("browse.unit", count=_LARGE), self._words("browse.possibly")
        return size(unit) + size(possibly) + len("2016: 10000 +10000? ")
