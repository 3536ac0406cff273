"""What stands beside a report on its page: those before and after it, its kin, those about the same things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import chain

from generator.archive import PARTS, SITE_LANGUAGES, PublicArchive
from generator.model import PublicReport
from generator.relations import REACH, ROWS, Families
from generator.state import fingerprint, marks_of_reports

_NEXT = 1


@dataclass(frozen=True)
class Beside:
    """What else a report's page shows of the archive."""

    earlier: PublicReport | None
    later: PublicReport | None
    translations: Sequence[PublicReport]
    copied: PublicReport | None
    copies: Sequence[PublicReport]
    related: Sequence[PublicReport]

    @classmethod
    def of(cls, report: PublicReport, archive: PublicArchive) -> Beside:
        """What stands beside this report."""
        earlier, later = archive.neighbours[report.path]
        return cls(
            archive.by_path.get(earlier),
            archive.by_path.get(later),
            _others(archive.translations, report),
            archive.by_path.get(report.same_as),
            _others(archive.copies, report),
            [archive.by_path[path] for path in archive.related.get(report.path, ())],
        )


def marks_beside(archive: PublicArchive) -> Mapping[str, object]:
    """What stands for all that ``Beside`` has of the reports of each part, by the name of the part.

    To take it of every report means to look at a million others. So it is remembered, and taken anew
    of the parts that have a report beside which anything may have changed.
    """
    nearby = archive.shelves.fact("beside", partial(_nearby, archive))
    kin: defaultdict[str, list[object]] = defaultdict(list)
    part_of = PARTS.keys(archive)
    for family in (archive.translations, archive.copies):
        for path, members in family.items():
            for name in part_of(archive.by_path[path]):
                kin[name].append((path, marks_of_reports(members)))
    return {name: (nearby[name], kin.get(name, ())) for name in archive.parts}


def _nearby(archive: PublicArchive, before: Mapping[str, bytes] | None) -> Mapping[str, bytes]:
    changed = None if before is None else _parts_of_changed(archive)
    if before is None or changed is None:
        return {name: _mark(archive, reports) for name, reports in archive.parts.items()}
    return {
        name: _mark(archive, reports) if name in changed or name not in before else before[name]
        for name, reports in archive.parts.items()
    }


def _mark(archive: PublicArchive, reports: Sequence[PublicReport]) -> bytes:
    neighbours, related = archive.neighbours, archive.related
    nearby = [neighbours[report.path] + related.get(report.path, ()) for report in reports]
    marks = "\n".join(map(archive.marks.__getitem__, chain.from_iterable(nearby)))
    return fingerprint(list(map(len, nearby)), marks)


def _parts_of_changed(archive: PublicArchive) -> Set[str] | None:
    """The parts that have a report beside which anything may have changed; None for all."""
    _ = archive.related, archive.shelved(SITE_LANGUAGES)  # which parts the reports so
    altered = archive.shelves.altered
    in_time = archive.shelves.disturbed(SITE_LANGUAGES.name, _NEXT)
    in_rows = archive.shelves.disturbed(ROWS, REACH)
    if altered is None or in_time is None or in_rows is None:
        return None
    paths = {*altered, *in_time, *in_rows} & archive.by_path.keys()
    part_of = PARTS.keys(archive)
    return {name for path in paths for name in part_of(archive.by_path[path])}


def _others(families: Families, report: PublicReport) -> Sequence[PublicReport]:
    return [other for other in families.get(report.path, ()) if other.path != report.path]
