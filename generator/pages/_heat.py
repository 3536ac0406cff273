"""A calendar heat map: the months of a year, shaded by how many reports are from each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.pages._sizes import link_size, size

_STEPS = 5
_MARKUP = 110
_YEAR_MARKUP = 330


@dataclass(frozen=True)
class Cell:
    """One month or year of a calendar.

    Attributes:
        name: as the calendar shows it: the month, or the year.
        year: of a month, to be read aloud; empty for a year.
        address: of its list; empty where there are no reports.
        certain: how many reports are from it.
        possible: how many may be from it, or from another.
        step: its shade, from 1 for the fewest; 0 for none.
    """

    name: str
    year: str = ""
    address: str = ""
    certain: int = 0
    possible: int = 0
    step: int = 0

    def weight(self, words: int) -> int:
        """Bytes of the cell on a page; ``words`` are those of what is read aloud."""
        return _MARKUP + size(self.name) + (link_size(self.address) + words if self.address else 0)


@dataclass(frozen=True)
class Scale:
    """Numbers of reports, parted into steps that grow with the largest.

    Attributes:
        lasts: the largest number of each step, in order.
    """

    lasts: tuple[int, ...]

    @classmethod
    def up_to(cls, largest: int) -> Scale:
        """Up to five steps, each wider than the one before by the same factor."""
        bounds = (-(-round(largest ** (n / _STEPS) * 1e6) // 10**6) for n in range(1, _STEPS + 1))
        return cls(tuple(sorted(set(bounds))) if largest else ())

    def step(self, count: int) -> int:
        """The step of a number, from 1; 0 for none."""
        if not count:
            return 0
        return next(n for n, last in enumerate(self.lasts, 1) if count <= last)

    @property
    def steps(self) -> Sequence[str]:
        """Each step in numbers: "1", "2–4"."""
        firsts = (1, *(last + 1 for last in self.lasts))
        return [
            str(first) if first == last else f"{first}–{last}"
            for first, last in zip(firsts, self.lasts, strict=False)
        ]


def years_in_full(
    calendars: Mapping[int, Sequence[Cell]], older: Mapping[int, Cell], words: int, limit: int
) -> int:
    """For how many years, from the newest, a page has room for the months.

    Args:
        calendars: the months of each year, newest first.
        older: each year as one cell, which it is where there is no room for more.
        words: bytes of what is read aloud of a cell.
        limit: bytes of the page.
    """
    filled = sum(cell.weight(words) for cell in older.values())
    for number, (year, cells) in enumerate(calendars.items()):
        months = _YEAR_MARKUP + sum(cell.weight(words) for cell in cells)
        filled += months - older[year].weight(words)
        if filled > limit:
            return number
    return len(calendars)
