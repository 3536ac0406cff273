"""Which reports belong together: copies, translations, and those about the same things.

All of it is stable: a new report changes what stands beside its neighbours and nothing else, so
that a reader finds the same page tomorrow and a build writes few pages anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import combinations

from generator.model import PublicReport
from generator.shelves import Shelf, Shelves

REACH = 2
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


Related = Mapping[str, tuple[str, ...]]
"""The paths of at most five others, by path; a report that has none is not in it."""


def relate(shelves: Shelves) -> Related:
    """For each report at most five others about the same things.

    All reports that have the same two tags stand in one row, in the order of the archive (by date,
    then by path). Related to a report are the two before and the two after it in each of its rows,
    those that share the most tags and then those nearest in a row first. So a report that is added
    changes what is related to four others in each of its rows, however large the archive is, and no
    more is looked at than that. Copies stand in no row: the report that they are copies of does.
    Reports of different site languages stand apart.
    """
    rows = shelves.of(ROWS, _rows_of)
    disturbed = shelves.disturbed(ROWS, REACH)
    related: Related = shelves.fact("related", partial(_again, shelves, rows, disturbed))
    return related


ROWS = "rows of two tags"
"""How the reports are parted by what they are about; related to a report are those within ``REACH``."""

_Row = tuple[str, str, str]
"""What a row has in common: the site language and two tags."""


def _rows_of(report: PublicReport) -> Iterator[_Row]:
    if not report.same_as:
        for pair in combinations(sorted(set(report.tags[:_TAGS_COMPARED])), 2):
            yield (report.site_language, *pair)


def _again(
    shelves: Shelves, rows: Mapping[_Row, Shelf], disturbed: Set[str] | None, before: Related | None
) -> Related:
    """What is related, as before but for the reports that something changed near."""
    if before is None or disturbed is None:
        return _related(shelves, rows, shelves.reports)
    stays = {path: others for path, others in before.items() if path not in disturbed}
    places = sorted(shelves.places[path] for path in disturbed if path in shelves.places)
    return {**stays, **_related(shelves, rows, [shelves.reports[place] for place in places])}


def _related(
    shelves: Shelves, rows: Mapping[_Row, Shelf], reports: Iterable[PublicReport]
) -> dict[str, tuple[str, ...]]:
    """What is related to each of these reports."""
    own = {report.path: report for report in reports}
    near: dict[str, dict[str, int]] = {path: {} for path in own}
    for key in {row for report in own.values() for row in _rows_of(report)}:
        row = [report.path for report in rows[key]]
        for place, path in enumerate(row):
            if path in own:
                for other, step in _neighbours(row, place):
                    near[path][other] = min(step, near[path].get(other, step))
    found = {path: _nearest(report, near[path], shelves) for path, report in own.items()}
    return {path: nearest for path, nearest in found.items() if nearest}


def _neighbours(row: Sequence[str], place: int) -> Iterator[tuple[str, int]]:
    """The paths that stand near a place in a row, and how many steps away."""
    for step in range(1, REACH + 1):
        if place >= step:
            yield row[place - step], step
        if place + step < len(row):
            yield row[place + step], step


def _nearest(report: PublicReport, near: Mapping[str, int], shelves: Shelves) -> tuple[str, ...]:
    others = {path: shelves.reports[shelves.places[path]] for path in near}
    tags = set(report.tags)

    def rank(path: str) -> tuple[int, int, int]:
        return -len(tags.intersection(others[path].tags)), near[path], shelves.places[path]

    strangers = [path for path, other in others.items() if not _are_kin(report, other)]
    return tuple(sorted(strangers, key=rank)[:_MOST_RELATED])


def _are_kin(report: PublicReport, other: PublicReport) -> bool:
    """Whether they are one report, or one is a translation of the other."""
    is_translation = report.translation_of == other.path or other.translation_of == report.path
    return is_translation or report.path == other.path


def _root(path: str, parents: Mapping[str, str]) -> str:
    """The report at the end of the chain; of a chain that runs in a circle, its first path."""
    passed: list[str] = []
    while parents.get(path):
        if path in passed:
            return min(passed[passed.index(path) :])
        passed.append(path)
        path = parents[path]
    return path
