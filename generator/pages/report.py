"""A page per report, in its own language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.citing import work_of
from generator.model import Page, PublicReport
from generator.pages._cite import cite
from generator.publication import PublicArchive, permalink
from generator.relations import Families

_DESCRIPTION = 160


def pages(archive: PublicArchive) -> Iterator[Page]:
    """The page of each public report."""
    return (_page(archive, report) for report in archive.reports)


def _page(archive: PublicArchive, report: PublicReport) -> Page:
    earlier, later = archive.neighbours[report.path]
    translations = _others(archive.translations, report)
    copies = _others(archive.copies, report)
    related = archive.related.get(report.path, ())
    linked = (other for other in (earlier, later, *translations, *copies, *related) if other)
    return Page(
        address=report.address,
        language=report.site_language,
        title=report.title,
        template="report.html",
        body=report.body,
        context={
            "report": report,
            "earlier": earlier,
            "later": later,
            "translations": translations,
            "copied": archive.by_path.get(report.same_as),
            "copies": [other for other in copies if other.path != report.same_as],
            "related": related,
            "description": _description(report),
        },
        derive=partial(_cited, archive, report),
        depends_on=tuple(dict.fromkeys((report.path, *(other.path for other in linked)))),
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
