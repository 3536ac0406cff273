"""A page per report, in its own language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from generator.addresses import permalink
from generator.archive import PublicArchive
from generator.citing import work_of
from generator.model import Page, PublicReport, Section
from generator.pages._cite import cite
from generator.relations import Families
from generator.state import marks_of_reports

_DESCRIPTION = 160


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


def pages(archive: PublicArchive) -> Iterator[Page]:
    """The page of each public report."""
    return _pages(archive, archive.reports)


def addresses(archive: PublicArchive) -> Iterator[str]:
    """Where they stand."""
    return (report.address for report in archive.reports)


def sections(archive: PublicArchive) -> Iterator[Section[Page]]:
    """The same pages, in parts by the paths of their reports."""
    for name, reports in archive.parts.items():
        made_from = (reports.mark, _beside(reports, archive))
        yield Section(f"report pages {name}", partial(_pages, archive, reports), made_from)


def _beside(reports: Sequence[PublicReport], archive: PublicArchive) -> tuple[object, ...]:
    """What stands for all that ``Beside`` has of some reports.

    It is taken of every report in each build, and so without a loop over reports.
    """
    paths = [report.path for report in reports]
    neighbours, related = archive.neighbours, archive.related
    nearby = [neighbours[path] + related.get(path, ()) for path in paths]
    marks = "\n".join(map(archive.marks.__getitem__, chain.from_iterable(nearby)))
    kin = [
        (path, marks_of_reports(families[path]))
        for families in (archive.translations, archive.copies)
        for path in (paths if families else ())
        if path in families
    ]
    return list(map(len, nearby)), marks, kin


def _pages(archive: PublicArchive, reports: Sequence[PublicReport]) -> Iterator[Page]:
    return (_page(archive, report, Beside.of(report, archive)) for report in reports)


def _page(archive: PublicArchive, report: PublicReport, beside: Beside) -> Page:
    return Page(
        address=report.address,
        language=report.site_language,
        title=report.title,
        template="report.html",
        context={
            "report": report,
            "earlier": beside.earlier,
            "later": beside.later,
            "translations": beside.translations,
            "copied": beside.copied,
            "copies": [other for other in beside.copies if other.path != report.same_as],
            "related": beside.related,
            "description": _description(report),
        },
        derive=partial(_cited, archive, report),
    )


def _cited(archive: PublicArchive, report: PublicReport) -> Mapping[str, object]:
    """How the report is cited; it takes longer than all the rest, and follows from the report."""
    link = permalink(report.address, archive.settings)
    work = work_of(report, archive.settings, archive.vocabulary, link)
    return {"work": work, "cite": cite(work, report.path)}


def _others(families: Families, report: PublicReport) -> Sequence[PublicReport]:
    return [other for other in families.get(report.path, ()) if other.path != report.path]


def _description(report: PublicReport) -> str:
    """A sentence for search engines; nothing of a body that a warning covers."""
    if report.warning:
        return ""
    return report.summary[:_DESCRIPTION]
