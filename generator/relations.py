"""Which reports belong together: copies, translations, and those about the same things.

All of it is stable: a new report changes what stands beside its neighbours and nothing else, so
that a reader finds the same page tomorrow and a build writes few pages anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import combinations
from typing import NamedTuple

from generator.model import PublicReport

_REACH = 2
_MOST_RELATED = 5
_TAGS_COMPARED = 8  # of a report with many tags; pairs grow with the square

Families = Mapping[str, tuple[PublicReport, ...]]
"""For each report that has relatives, by path: all of its family, itself among them."""


def families(reports: Sequence[PublicReport], parent_of: Callable[[PublicReport], str]) -> Families:
    """Group reports that name one another, directly or through a third, in the order given.

    Args:
        reports: all reports.
        parent_of: the path of the report that a report says it is made from, or an empty text.
    """
    parents = {report.path: parent for report in reports if (parent := parent_of(report))}
    relatives = parents.keys() | set(parents.values())
    members: defaultdict[str, list[PublicReport]] = defaultdict(list)
    for report in reports if relatives else ():
        if report.path in relatives:
            members[_root(report.path, parents)].append(report)
    grown = (tuple(family) for family in members.values() if len(family) > 1)
    return {report.path: family for family in grown for report in family}


class Facts(NamedTuple):
    """What a report's relations follow from: its place in the order of time, and what it is about."""

    date: str
    site_language: str
    tags: tuple[str, ...]
    is_copy: bool
    translation_of: str

    @classmethod
    def each_from(cls, rows: Iterable[tuple[object, ...]]) -> Iterator[Facts]:
        """Facts from plain tuples of the same fields."""
        return map(partial(tuple.__new__, cls), rows)


class Relations(NamedTuple):
    """What is related to what.

    Attributes:
        marks: the digest of each report, by path.
        facts: what it follows from, by path, in the order of the reports.
        related: the paths of at most five others, by path; a report that has none is not in it.
    """

    marks: Mapping[str, str]
    facts: Mapping[str, Facts]
    related: Mapping[str, tuple[str, ...]]


def relate(reports: Sequence[PublicReport], before: Relations | None = None) -> Relations:
    """For each report at most five others about the same things.

    All reports that have the same two tags stand in one row, in the order given (by date, then by
    path). Related to a report are the two before and the two after it in each of its rows, those
    that share the most tags and then those nearest in a row first. So a report that is added changes
    what is related to four others in each of its rows, however large the archive is. Copies stand in
    no row: the report that they are copies of does. Reports of different site languages stand apart.

    Args:
        reports: all reports.
        before: what was found for the archive as it was once: only what changed since is looked at.
    """
    marks = {report.path: report.digest for report in reports}
    if before is None:
        facts = {report.path: _facts_of(report) for report in reports}
        return Relations(marks, facts, _related(facts, facts.keys()))
    old = before.facts
    altered = {path for path, _ in marks.items() - before.marks.items()}
    altered |= {path for path, mark in marks.items() if not mark}
    new = {report.path: _facts_of(report) for report in reports if report.path in altered}
    facts = dict(zip(marks, map({**old, **new}.__getitem__, marks), strict=True))
    changed = {path for path in new if new[path] != old.get(path)} | (old.keys() - facts.keys())
    disturbed = (changed | _beside(changed, old) | _beside(changed, facts)) & facts.keys()
    related = {**before.related}
    for path in disturbed | changed:
        related.pop(path, None)
    return Relations(marks, facts, related | _related(facts, disturbed))


def _facts_of(report: PublicReport) -> Facts:
    return Facts(
        report.date.text,
        report.site_language,
        report.tags,
        bool(report.same_as),
        report.translation_of,
    )


_Row = tuple[str, str, str]
"""What a row has in common: the site language and two tags."""


def _rows_of(own: Facts, among: Set[str] | None = None) -> Iterator[_Row]:
    """The rows of a report; only those of two of these tags, where any are given."""
    if not own.is_copy:
        tags = set(own.tags[:_TAGS_COMPARED])
        for pair in combinations(sorted(tags if among is None else tags & among), 2):
            yield (own.site_language, *pair)


def _rows(facts: Mapping[str, Facts], paths: Set[str]) -> Iterable[Sequence[str]]:
    """The rows that some of these paths stand in, each with all that stand in it."""
    wanted = {row for path in paths if path in facts for row in _rows_of(facts[path])}
    rows: defaultdict[_Row, list[str]] = defaultdict(list)
    tags = {tag for _, *pair in wanted for tag in pair}
    for path, own in facts.items() if wanted else ():
        if not tags.isdisjoint(own.tags):
            for row in _rows_of(own, tags):
                if row in wanted:
                    rows[row].append(path)
    return rows.values()


def _neighbours(row: Sequence[str], place: int) -> Iterator[tuple[str, int]]:
    """The paths that stand near a place in a row, and how many steps away."""
    for step in range(1, _REACH + 1):
        if place >= step:
            yield row[place - step], step
        if place + step < len(row):
            yield row[place + step], step


def _beside(paths: Set[str], facts: Mapping[str, Facts]) -> set[str]:
    """What stands near one of these paths in a row."""
    return {
        other
        for row in _rows(facts, paths)
        for place, path in enumerate(row)
        if path in paths
        for other, _ in _neighbours(row, place)
    }


def _related(facts: Mapping[str, Facts], paths: Set[str]) -> dict[str, tuple[str, ...]]:
    """What is related to each of these paths."""
    near: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in _rows(facts, paths):
        for place, path in enumerate(row):
            if path in paths:
                own = near[path]
                for other, step in _neighbours(row, place):
                    own[other] = min(step, own.get(other, step))
    order = {path: place for place, path in enumerate(facts)}
    found = {path: _nearest(path, others, facts, order) for path, others in near.items()}
    return {path: nearest for path, nearest in found.items() if nearest}


def _nearest(
    path: str, others: Mapping[str, int], facts: Mapping[str, Facts], order: Mapping[str, int]
) -> tuple[str, ...]:
    own = facts[path]
    tags = set(own.tags)

    def rank(other: str) -> tuple[int, int, int]:
        return -len(tags.intersection(facts[other].tags)), others[other], order[other]

    kin = (path, own.translation_of)
    strangers = [o for o in others if o not in kin and facts[o].translation_of != path]
    return tuple(sorted(strangers, key=rank)[:_MOST_RELATED])


def _root(path: str, parents: Mapping[str, str]) -> str:
    """The report at the end of the chain; of a chain that runs in a circle, its first path."""
    passed: list[str] = []
    while parents.get(path):
        if path in passed:
            return min(passed[passed.index(path) :])
        passed.append(path)
        path = parents[path]
    return path
