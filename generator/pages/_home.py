"""What the archive adds to a home page, below the words that the organisation wrote there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.dates.periods import periods_of
from generator.model import Correction, Page, PublicReport
from generator.pages._timelines import Timelines
from generator.publication import PublicArchive

_CORRECTIONS = 5


def home_page(archive: PublicArchive, language: str) -> Page:
    """Size and span, ways in, newest reports, latest corrections, in an interface language."""
    dated = [report for report in archive.reports if report.date.is_known]
    years = [year for report in dated for year in periods_of(report.date).years]
    spoken = Counter(report.language for report in archive.reports)
    return Page(
        address=archive.settings.prefix(language),
        language=language,
        title="",
        template="home.html",
        context={
            "count": len(archive.reports),
            "first": min(years, default=0),
            "last": max(years, default=0),
            "spoken": sorted(spoken.items(), key=lambda item: (-item[1], item[0])),
            "newest": dated[: -archive.settings.newest - 1 : -1],
            "timeline": archive.once(Timelines).of("", archive.reports, language),
            "corrections": _latest_corrections(archive.reports),
        },
    )


def _latest_corrections(
    reports: Iterable[PublicReport],
) -> list[tuple[Correction, PublicReport]]:
    """The latest corrections, newest first, each with its report."""
    made = [(correction, report) for report in reports for correction in report.corrections]
    made.sort(key=lambda pair: (-pair[0].date.toordinal(), pair[1].path))
    return made[:_CORRECTIONS]
