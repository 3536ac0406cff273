"""A page per report, in its own language."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Page, PublicReport
from generator.publication import PublicArchive

_DESCRIPTION = 160


def pages(archive: PublicArchive) -> Iterator[Page]:
    """The page of each public report."""
    translations: dict[str, list[PublicReport]] = {}
    for report in archive.reports:
        if report.translation_of:
            translations.setdefault(report.translation_of, []).append(report)
    for report in archive.reports:
        yield _page(archive, report, translations.get(report.path, []))


def _page(archive: PublicArchive, report: PublicReport, translations: list[PublicReport]) -> Page:
    earlier, later = archive.neighbours[report.path]
    translated = archive.by_path.get(report.translation_of)
    copied = archive.by_path.get(report.same_as)
    others = [*([translated] if translated else []), *translations]
    linked = [other for other in (earlier, later, copied, *others) if other]
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
            "translations": others,
            "copied": copied,
            "description": _description(report),
        },
        depends_on=(report.path, *(other.path for other in linked)),
    )


def _description(report: PublicReport) -> str:
    """A sentence for search engines; nothing of a body that a warning covers."""
    if report.warning:
        return ""
    return report.summary[:_DESCRIPTION]
