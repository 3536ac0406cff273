"""Which reports belong together: copies, translations, and those about the same things.

All of it is stable: a new report changes what stands beside its neighbours and nothing else, so
that a reader finds the same page tomorrow and a build writes few pages anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

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
    parents = {report.path: parent_of(report) for report in reports}
    members: defaultdict[str, list[PublicReport]] = defaultdict(list)
    for report in reports:
        members[_root(report.path, parents)].append(report)
    grown = (tuple(family) for family in members.values() if len(family) > 1)
    return {report.path: family for family in grown for report in family}


def related(reports: Sequence[PublicReport]) -> Mapping[str, tuple[PublicReport, ...]]:
    """For each report, by path, at most five others about the same things.

    All reports that have the same two tags stand in one row, in the order given (by date). Related
    to a report are the two before and the two after it in each of its rows, those that share the
    most tags and then those nearest in a row first. So a report that is added changes what is
    related to four others in each of its rows, however large the archive is. Copies stand in no
    row: the report that they are copies of does. Reports of different site languages stand apart.
    """
    rows: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for place, report in enumerate(reports):
        if not report.same_as:
            for pair in combinations(sorted(set(report.tags[:_TAGS_COMPARED])), 2):
                rows[(report.site_language, *pair)].append(place)
    near: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for row in rows.values():
        for step in range(1, _REACH + 1):
            for one, other in zip(row, row[step:], strict=False):
                near[one][other] = near[other][one] = min(step, near[one].get(other, step))
    return {
        reports[place].path: tuple(_nearest(reports, place, others))
        for place, others in near.items()
    }


def _nearest(
    reports: Sequence[PublicReport], place: int, others: Mapping[int, int]
) -> Sequence[PublicReport]:
    own = reports[place]
    tags = set(own.tags)

    def rank(other: int) -> tuple[int, int, int]:
        return -len(tags.intersection(reports[other].tags)), others[other], other

    kin = {own.path, own.translation_of}
    ordered = (reports[other] for other in sorted(others, key=rank))
    strangers = [o for o in ordered if o.path not in kin and o.translation_of != own.path]
    return strangers[:_MOST_RELATED]


def _root(path: str, parents: Mapping[str, str]) -> str:
    """The report at the end of the chain; of a chain that runs in a circle, its first path."""
    passed: list[str] = []
    while parents.get(path):
        if path in passed:
            return min(passed[passed.index(path) :])
        passed.append(path)
        path = parents[path]
    return path
