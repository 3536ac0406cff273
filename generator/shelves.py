"""Reports by what they have in common: each way to part an archive, remembered from build to build.

A page or an output that lists reports asks for a shelf: those of one tag, of one month, of one source.
At 100,000 reports all shelves together hold two million of them, and a new report changes a few dozen
shelves. So what stood on each is remembered by the numbers of the reports, with what stands for them in a
fingerprint. Only those shelves are looked at again that a changed report stood on, or stands on now.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise
from typing import Any, Final, NamedTuple, TypeVar, overload

from generator.model import PublicReport
from generator.parting import steady_ends
from generator.state import fingerprint

K = TypeVar("K", bound=Hashable)
"""What the reports of a shelf have in common: a plain value, so that it can be remembered."""

Weigh = Callable[[PublicReport], int]
_NUMBERS: Final = "I"
_PER_NUMBER = array(_NUMBERS).itemsize


_Kept = tuple[bytes, int, bytes]
"""What is remembered of a shelf: its mark, or nothing; its weight; the numbers of its reports, packed."""


class Remembered(NamedTuple):
    """What is remembered of an archive's shelves.

    Attributes:
        paths: of the reports, by number; empty where a report is gone.
        digests: of the reports, by number.
        shelves: those of each way to part the archive, by its name.
        measures: what was measured of each report, by the name of the measure, packed by number.
        facts: plain values that follow from the reports, by name.
    """

    paths: Sequence[str]
    digests: Sequence[str]
    shelves: Mapping[str, Mapping[Any, _Kept]]
    measures: Mapping[str, bytes]
    facts: Mapping[str, Any]


class Shelf(Sequence[PublicReport]):
    """Reports that have something in common, in the order of the archive.

    How many there are and what stands for them is known without looking at one of them.

    Attributes:
        weight: of all of them together, where somebody asked what they weigh.
        numbers: of the reports, packed.
        known_mark: the mark, where it is known already.
    """

    def __init__(
        self, shelves: Shelves | None, numbers: bytes, weight: int = 0, mark: bytes = b""
    ) -> None:
        """A shelf of an archive; of no archive where it is empty."""
        self._shelves = shelves
        self.numbers = numbers
        self.weight = weight
        self.known_mark = mark

    @property
    def mark(self) -> bytes:
        """Stands for the reports in a fingerprint."""
        if not self.known_mark:
            digests = self._shelves.digests if self._shelves else ()
            listed = map(digests.__getitem__, _unpacked(self.numbers))
            self.known_mark = fingerprint("\n".join(listed))
        return self.known_mark

    def part(self, start: int, stop: int) -> Shelf:
        """The reports from one place up to another, without a look at them."""
        numbers = self.numbers[start * _PER_NUMBER : stop * _PER_NUMBER]
        return Shelf(self._shelves, numbers)

    @cached_property
    def _reports(self) -> Sequence[PublicReport]:
        return self._shelves.listed(_unpacked(self.numbers)) if self._shelves else ()

    @overload
    def __getitem__(self, place: int) -> PublicReport: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[PublicReport]: ...
    def __getitem__(self, place: int | slice) -> PublicReport | Sequence[PublicReport]:
        """One report, or some; to ask for one does not list all."""
        if isinstance(place, slice) or self._shelves is None or "_reports" in self.__dict__:
            return self._reports[place]
        return self._shelves.listed([_unpacked(self.numbers)[place]])[0]

    def __len__(self) -> int:
        return len(self.numbers) // _PER_NUMBER

    def __iter__(self) -> Iterator[PublicReport]:
        return iter(self._reports)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        """On the way to another process: the reports, which stand there as well."""
        return tuple, (list(self),)


NOTHING = Shelf(None, b"")


class Shelves:
    """All shelves of an archive.

    Attributes:
        reports: all reports, in the order of the archive.
    """

    def __init__(self, reports: Sequence[PublicReport], before: Remembered | None = None) -> None:
        """Begin with what is remembered of the archive as it was once."""
        self.reports = reports
        self._before = before if before is not None and _is_worth_it(before) else None
        self._parted: dict[str, Mapping[Any, Shelf]] = {}
        self._measures: dict[str, Sequence[int]] = {}
        self._facts: dict[str, Any] = {}
        self._key_of: dict[str, Sequence[Any]] = {}

    def of(
        self, name: str, keys_of: Callable[[PublicReport], Iterable[K]], weigh: Weigh | None = None
    ) -> Mapping[K, Shelf]:
        """The shelves of one way to part the archive, in no order; none is empty.

        Args:
            name: what this way is called.
            keys_of: the shelves that a report stands on, each once; nothing but the report tells them.
            weigh: what a report weighs; the weight of a shelf is that of all its reports.
        """
        if name not in self._parted:
            before = self._before.shelves.get(name) if self._before else None
            if before is None:
                self._parted[name] = self._anew(keys_of, weigh)
            else:
                self._parted[name] = self._again(before, keys_of, weigh)
        return self._parted[name]

    def measured_on(self, shelf: Shelf, name: str, measure: Weigh) -> Sequence[int]:
        """What a measure says of each report on a shelf.

        Args:
            shelf: of this archive.
            name: what the measure is called.
            measure: a number below 2³², which nothing but the report tells.
        """
        return [*map(self._by_number(name, measure).__getitem__, _unpacked(shelf.numbers))]

    def counted_on(self, shelf: Shelf, name: str) -> Mapping[Any, int]:
        """How many of a shelf's reports stand on each shelf of a way, by its key, without a look at them.

        Args:
            shelf: of this archive.
            name: of the way, which puts each report on one shelf; it was asked for already.
        """
        if name not in self._key_of:
            key_of: list[Any] = [None] * len(self._paths)
            for key, own in self._parted[name].items():
                for number in _unpacked(own.numbers):
                    key_of[number] = key
            self._key_of[name] = key_of
        return Counter(map(self._key_of[name].__getitem__, _unpacked(shelf.numbers)))

    def ordered(self, shelf: Shelf, name: str, measure: Weigh) -> Shelf:
        """The reports of a shelf by what a measure says of them; where it says the same, as they were."""
        by_number = self._by_number(name, measure)
        return Shelf(self, _packed(sorted(_unpacked(shelf.numbers), key=by_number.__getitem__)))

    def parted(self, shelf: Shelf, weights: Sequence[int], limit: int, most: int) -> list[Shelf]:
        """The reports of a shelf in parts whose ends hardly move (``generator.parting``)."""
        numbers, paths = _unpacked(shelf.numbers), self._paths
        ends = steady_ends(weights, limit, most, lambda place: paths[numbers[place]])
        return [shelf.part(start, stop) for start, stop in pairwise((0, *ends))]

    def _by_number(self, name: str, measure: Weigh) -> Sequence[int]:
        if name not in self._measures:
            before = self._before.measures.get(name) if self._before else None
            known = _unpacked(before) if before is not None else ()
            found = [*known, *(0 for _ in range(len(known), len(self._paths)))][: len(self._paths)]
            for report in self.reports if before is None else self._altered:
                found[self._numbers[report.path]] = measure(report)
            self._measures[name] = found
        return self._measures[name]

    @cached_property
    def whole(self) -> Shelf:
        """A shelf with all reports."""
        return self._shelf([self._numbers[report.path] for report in self.reports], None)

    def merged(self, shelves: Sequence[Shelf]) -> Shelf:
        """The reports of several shelves of this archive, each once; their weights are added up."""
        if len(shelves) == 1:
            return shelves[0]
        numbers = set().union(*(_unpacked(shelf.numbers) for shelf in shelves))
        mark = fingerprint([shelf.mark for shelf in shelves])
        weight = sum(shelf.weight for shelf in shelves)
        ordered = sorted(numbers, key=self._place_of.__getitem__)
        return Shelf(self, _packed(ordered), weight, mark)

    def listed(self, numbers: Iterable[int]) -> Sequence[PublicReport]:
        """The reports that have these numbers."""
        reports, place_of = self.reports, self._place_of
        return [reports[place_of[number]] for number in numbers]

    def fact(self, name: str, make: Callable[[Any], Any]) -> Any:
        """A plain value that follows from the reports.

        Args:
            name: what it is called.
            make: makes it; it is given the value that is remembered, or None.
        """
        if name not in self._facts:
            self._facts[name] = make(self._before.facts.get(name) if self._before else None)
        return self._facts[name]

    @cached_property
    def altered(self) -> Set[str] | None:
        """The paths of the reports that are not as they were remembered, or are gone; None for all."""
        if self._before is None:
            return None
        outdated = (self._before.paths[n] for n in self._outdated if n < len(self._before.paths))
        return {report.path for report in self._altered}.union(filter(None, outdated))

    def disturbed(self, name: str, reach: int) -> Set[str] | None:
        """The paths of those that stand on a shelf near a report that changed, or stood; itself among them.

        Args:
            name: of the way to part the archive; it was asked for already.
            reach: so many places before a report and behind it are near.

        Returns:
            None where these shelves are not remembered, and all may have changed.
        """
        if self._before is None or name not in self._before.shelves:
            return None
        before, shelves = self._before.shelves[name], self._parted[name]
        outdated = self._outdated
        altered = {self._numbers[report.path] for report in self._altered}
        found: set[int] = set()
        for key in before.keys() | shelves.keys():
            was = before[key][2] if key in before else b""
            own = shelves[key].numbers if key in shelves else b""
            for held, changed in ((was, outdated), (own, altered)) if was is not own else ():
                numbers = _unpacked(held)
                for place, number in enumerate(numbers):
                    if number in changed:
                        found.update(numbers[max(0, place - reach) : place + reach + 1])
        paths = [*self._before.paths, *self._paths[len(self._before.paths) :]]
        return {path for number in found if (path := paths[number])}

    def to_remember(self) -> Remembered:
        """What the next build may know: what was asked for, and all else where nothing changed."""
        shelves: Mapping[str, Mapping[Any, _Kept]] = {
            name: {key: (own.known_mark, own.weight, own.numbers) for key, own in parted.items()}
            for name, parted in self._parted.items()
        }
        measures = {name: _packed(numbers) for name, numbers in self._measures.items()}
        own = {report.path: report.digest for report in self.reports}
        digests = [own.get(path, "") for path in self._paths]
        facts: Mapping[str, Any] = self._facts
        if self._before is not None and not self._outdated:  # the rest is as it was, too
            shelves = {**self._before.shelves, **shelves}
            measures = {**self._before.measures, **measures}
            facts = {**self._before.facts, **facts}
        return Remembered(self._paths, digests, shelves, measures, facts)

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """What stands for each report in a fingerprint, by its path."""
        return {r.path: r.digest or fingerprint(r).hex() for r in self.reports}

    @cached_property
    def digests(self) -> Sequence[str]:
        """The same by its number."""
        marks = self.marks
        return [marks.get(path, "") for path in self._paths]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each report stands in the archive, by path."""
        return {report.path: place for place, report in enumerate(self.reports)}

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """The number of each report, by path: it keeps the one that it had."""
        if self._before is None:
            return self.places
        numbers = {path: number for number, path in enumerate(self._before.paths) if path}
        free = len(self._before.paths)
        for path in self.places:
            if path not in numbers:
                numbers[path] = free
                free += 1
        return numbers

    @cached_property
    def _paths(self) -> Sequence[str]:
        """The path of each number; empty where it is one of a report that is gone."""
        places, numbers = self.places, self._numbers
        known = len(self._before.paths) if self._before else 0
        paths = [""] * max(known, 1 + max(numbers.values(), default=-1))
        for path, number in numbers.items():
            if path in places:
                paths[number] = path
        return paths

    @cached_property
    def _place_of(self) -> Sequence[int]:
        """Where the report of each number stands in the archive; -1 where it is gone."""
        places = self.places
        return [places.get(path, -1) for path in self._paths]

    @cached_property
    def _altered(self) -> Sequence[PublicReport]:
        """The reports that are not as they were remembered, in the order of the archive."""
        assert self._before is not None
        known = dict(zip(self._before.paths, self._before.digests, strict=True))
        return [r for r in self.reports if not r.digest or known.get(r.path) != r.digest]

    @cached_property
    def _outdated(self) -> frozenset[int]:
        """The numbers under which other reports are remembered than those that there are."""
        assert self._before is not None
        places = self.places
        gone = {n for n, path in enumerate(self._before.paths) if path and path not in places}
        return frozenset(gone.union(self._numbers[report.path] for report in self._altered))

    def _anew(
        self, keys_of: Callable[[PublicReport], Iterable[K]], weigh: Weigh | None
    ) -> Mapping[K, Shelf]:
        numbers = self._numbers
        found: defaultdict[K, list[int]] = defaultdict(list)
        for report in self.reports:
            number = numbers[report.path]
            for key in keys_of(report):
                found[key].append(number)
        return {key: self._shelf(own, weigh) for key, own in found.items()}

    def _again(
        self,
        before: Mapping[K, _Kept],
        keys_of: Callable[[PublicReport], Iterable[K]],
        weigh: Weigh | None,
    ) -> Mapping[K, Shelf]:
        outdated, place_of = self._outdated, self._place_of
        added: defaultdict[K, list[int]] = defaultdict(list)
        for report in self._altered:
            for key in keys_of(report):
                added[key].append(self._numbers[report.path])
        shelves: dict[K, Shelf] = {}
        for key in dict.fromkeys((*before, *added)):
            mark, weight, held = before.get(key, (b"", 0, b""))
            if key not in added and outdated.isdisjoint(_unpacked(held)):
                shelves[key] = Shelf(self, held, weight, mark)
                continue
            kept = [number for number in _unpacked(held) if number not in outdated]
            numbers = sorted((*kept, *added.get(key, ())), key=place_of.__getitem__)
            if numbers:
                shelves[key] = self._shelf(numbers, weigh)
        return shelves

    def _shelf(self, numbers: Sequence[int], weigh: Weigh | None) -> Shelf:
        weight = sum(map(weigh, self.listed(numbers))) if weigh else 0
        return Shelf(self, _packed(numbers), weight)


def _packed(numbers: Iterable[int]) -> bytes:
    return array(_NUMBERS, numbers).tobytes()


def _unpacked(held: bytes) -> memoryview:
    return memoryview(held).cast(_NUMBERS)


def _is_worth_it(before: Remembered) -> bool:
    """Whether most numbers are still those of reports."""
    return len(before.paths) <= 2 * sum(map(bool, before.paths))
