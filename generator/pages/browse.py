"""Reports by date, without JavaScript: an overview, each year, each month, and the undated.

A report stands in the month it is from. Where several months or years are possible it stands in
each of them, below those that are certain. Long lists are cut into pages numbered from the oldest,
so that a new report changes the last page only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalogue import Catalogue
from generator.dates.periods import Month, periods_of
from generator.model import Page, PublicReport
from generator.pages._lists import list_pages
from generator.publication import PublicArchive

_YEAR_IN_FULL = 60


@dataclass
class Shelf:
    """The reports of one year or month.

    Attributes:
        certain: those that are from it.
        possible: those that may be from it, or from another.
    """

    certain: list[PublicReport] = field(default_factory=list)
    possible: list[PublicReport] = field(default_factory=list)


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
    calendar = calendar_of(archive.reports)
    for language in archive.settings.languages:
        lister = _Lister(archive, calendar, language)
        yield lister.overview()
        for year in calendar.years:
            yield from lister.year(year)
        for month in calendar.months:
            yield from lister.month(month)
        yield from lister.undated()


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

    def __init__(self, archive: PublicArchive, calendar: Calendar, language: str) -> None:
        self._archive = archive
        self._calendar = calendar
        self._language = language
        self._root = f"{archive.settings.prefix(language)}browse/"
        self._words = Catalogue(language, archive.settings.date_locale(language))

    def overview(self) -> Page:
        """Every year with its months and their counts."""
        months: defaultdict[int, list[int]] = defaultdict(list)
        for year, month in self._calendar.months:
            months[year].append(month)
        return Page(
            address=self._root,
            language=self._language,
            title=self._words("browse.title"),
            template="browse.html",
            context={"calendar": self._calendar, "months": dict(months), "root": self._root},
            depends_on=tuple(report.path for report in self._archive.reports),
        )

    def year(self, year: int) -> Iterator[Page]:
        """A year: all its reports where they are few, its months where they are many."""
        shelf = self._calendar.years[year]
        title = self._words("browse.year", year=year)
        in_full = len(shelf.certain) <= _YEAR_IN_FULL
        listed = shelf.certain if in_full else self._calendar.in_year_only.get(year, ())
        months = [month for month in self._calendar.months if month[0] == year]
        extra = {
            "year": year,
            "months": months,
            "heading": "" if in_full else self._words("browse.month_unknown"),
            "possible_heading": self._words("browse.possibly_year", year=year),
        }
        yield from self._list(f"{self._root}{year:04d}/", title, listed, shelf.possible, extra)

    def month(self, month: Month) -> Iterator[Page]:
        """A month."""
        shelf = self._calendar.months[month]
        name = self._words.month(*month)
        extra = {
            "year": month[0],
            "months": [],
            "heading": "",
            "possible_heading": self._words("browse.possibly_month", month=name),
        }
        title = self._words("browse.month", month=name)
        address = f"{self._root}{month[0]:04d}/{month[1]:02d}/"
        yield from self._list(address, title, shelf.certain, shelf.possible, extra)

    def undated(self) -> Iterator[Page]:
        """The reports of which too little is known to put them into a year."""
        extra = {
            "year": 0,
            "months": [],
            "heading": "",
            "possible_heading": "",
            "intro": self._words("browse.undated_intro"),
        }
        title = self._words("browse.undated")
        yield from self._list(f"{self._root}undated/", title, self._calendar.undated, (), extra)

    def _list(
        self,
        address: str,
        title: str,
        listed: Sequence[PublicReport],
        possible: Sequence[PublicReport],
        extra: Mapping[str, object],
    ) -> Iterator[Page]:
        context = {"intro": "", **extra, "calendar": self._calendar, "root": self._root}
        return list_pages(address, title, self._words, listed, "list.html", context, possible)
