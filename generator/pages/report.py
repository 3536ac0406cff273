"""A page per report, in its own language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.addresses import permalink
from generator.archive import PublicArchive
from generator.citing import work_of
from generator.model import Page, PublicReport, Section
from generator.pages._beside import Beside, marks_beside
from generator.pages._cite import cite

_DESCRIPTION = 160


def pages(archive: PublicArchive) -> Iterator[Page]:
    """The page of each public report."""
    return _pages(archive, archive.reports)


def addresses(archive: PublicArchive) -> Iterator[str]:
    """Where they stand."""
    return (report.address for report in archive.reports)


def sections(archive: PublicArchive) -> Iterator[Section[Page]]:
    """The same pages, in parts by the paths of their reports."""
    beside = marks_beside(archive)
    for name, reports in archive.parts.items():
        made_from = (reports.mark, beside[name])
        yield Section(f"report pages {name}", partial(_pages, archive, reports), made_from)


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


def _description(report: PublicReport) -> str:
    """A sentence for search engines; nothing of a body that a warning covers."""
    if report.warning:
        return ""
    return report.summary[:_DESCRIPTION]
