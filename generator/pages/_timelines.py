"""Reports over time by theme, as the home page and the pages of tags show them.

The archive is gone through once, and where each report is counted is remembered; what a page needs is
counted from there, without a look at its reports.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.archive import PublicArchive, Shelving
from generator.dates.periods import periods_of
from generator.drawing import Bars, Row, Tally, draw_bars
from generator.model import PublicReport
from generator.pages._sizes import shortened
from generator.rendering.attributes import direction
from generator.shelves import Shelf

THEME = "theme"
MOST_ROWS = 8
_MOST_CELLS = 240
"""Bars of all rows, as many as a page has room for; over many years there are fewer rows."""

_LONGEST_NAME = 60


_Years = tuple[int, ...]
"""Those that a report may be of; none where nobody can tell."""

_Themes = tuple[str, ...]
_Place = tuple[_Years, _Themes]


@dataclass
class Count:
    """Reports of a term, as they are counted.

    Attributes:
        certain: how many are from each year.
        possible: how many are from one of several years, in each of them.
        dated: how many stand in the picture.
        undated: how many are of a year that nobody can tell.
    """

    certain: Counter[int] = field(default_factory=Counter)
    possible: Counter[int] = field(default_factory=Counter)
    dated: int = 0
    undated: int = 0

    @classmethod
    def of(cls, reports: Mapping[_Years, int]) -> Count:
        """So many reports that are, or may be, from these years."""
        count = cls()
        for years, number in reports.items():
            counts = count.certain if len(years) == 1 else count.possible
            for year in years:
                counts[year] += number
            if years:
                count.dated += number
            else:
                count.undated += number
        return count

    @property
    def total(self) -> int:
        """All reports."""
        return self.dated + self.undated

    @property
    def tally(self) -> Tally:
        """Those of known years, to be drawn."""
        return Tally(self.certain, self.possible)


@dataclass(frozen=True)
class Line:
    """One line of the chart; term and name are empty for all reports together."""

    term_id: str
    name: str
    count: Count
    tally: Tally
    row: Row


@dataclass(frozen=True)
class Timeline:
    """Reports over time: a line for all of them, then one for each theme.

    Attributes:
        bars: the drawing; None where no report has a year.
        lines: what its rows are about, in the same order.
        whole: all reports.
        more: how many themes have no line.
        years: those that have reports, for the table.
    """

    bars: Bars | None
    lines: tuple[Line, ...]
    whole: Count
    more: int
    years: tuple[int, ...]

    @property
    def has_possible(self) -> bool:
        """Whether a report is of one of several years."""
        return bool(self.whole.possible)


class Timelines:
    """Draws timelines of one archive's reports."""

    def __init__(self, archive: PublicArchive) -> None:
        """Learn the themes of every report when it is first counted."""
        self._archive = archive
        self._vocabulary = archive.vocabulary
        self._years_and_themes = Shelving("years and themes", lambda _: self._places_of)
        self._known: dict[tuple[str, ...], _Themes] = {}
        self._counted: dict[str, tuple[Count, list[tuple[str, Count]]]] = {}

    def of_all(self, language: str) -> Timeline:
        """The timeline of all reports; time runs in the direction of this language."""
        return self.of("", self._archive.shelves.whole, language)

    def of(self, term_id: str, reports: Shelf, language: str) -> Timeline:
        """The timeline of a term's reports.

        Args:
            term_id: in the chart of a theme it has no line of its own, nor have those that contain it.
            reports: those to be counted.
            language: in whose direction time runs.
        """
        if term_id not in self._counted:
            way = self._years_and_themes
            self._archive.shelved(way)
            counts = self._archive.shelves.counted_on(reports, way.name)
            self._counted[term_id] = self._count(counts, term_id)
        return self._drawn(term_id, language)

    def _drawn(self, key: str, language: str) -> Timeline:
        whole, themes = self._counted[key]
        years = tuple(whole.tally.years)
        room = min(MOST_ROWS, max(1, _MOST_CELLS // max(1, len(years)) - 1))
        shown = [("", whole), *themes[:room]]
        tallies = [count.tally for _, count in shown]
        bars = draw_bars(tallies, rtl=direction(language) == "rtl")
        rows = bars.rows if bars else ()
        lines = tuple(
            Line(term_id, self._name(term_id, language), count, tally, row)
            for (term_id, count), tally, row in zip(shown, tallies, rows, strict=False)
        )
        return Timeline(bars, lines, whole, max(0, len(themes) - room), years)

    def _name(self, term_id: str, language: str) -> str:
        label = self._vocabulary.label(term_id, language) if term_id else ""
        return shortened(label, _LONGEST_NAME)

    def _places_of(self, report: PublicReport) -> Sequence[_Place]:
        """Where a report is counted: its years; its themes, and those that contain one of them."""
        themes = self._known.get(report.tags)
        if themes is None:
            chains = map(self._vocabulary.with_broader, report.tags)
            own = {term.id for chain in chains for term in chain if term.kind == THEME}
            themes = self._known[report.tags] = tuple(sorted(own))
        return ((periods_of(report.date).years, themes),)

    def _count(
        self, reports: Mapping[_Place, int], key: str
    ) -> tuple[Count, list[tuple[str, Count]]]:
        """All together, and by theme, those with most reports first."""
        whole: Counter[_Years] = Counter()
        by_theme: defaultdict[str, Counter[_Years]] = defaultdict(Counter)
        for (years, themes), number in reports.items():
            whole[years] += number
            for theme in themes:
                by_theme[theme][years] += number
        for term in self._vocabulary.with_broader(key):
            by_theme.pop(term.id, None)
        counted = [(theme, Count.of(years)) for theme, years in by_theme.items()]
        return Count.of(whole), sorted(counted, key=lambda item: (-item[1].total, item[0]))
