"""What the archive adds to a home page, below the words that the organisation wrote there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.archive import LANGUAGES, YEARS, PublicArchive
from generator.model import Correction, Page, PublicReport
from generator.pages._timelines import Timelines

_CORRECTIONS = 5


@dataclass(frozen=True)
class _Overview:
    """What the home page says of all reports, in every language.

    Attributes:
        first, last: the years from which and to which it goes; 0 where nothing is dated.
        spoken: languages and their reports, the most used one first.
        newest: the newest reports that have a date.
        corrections: the latest, newest first, each with its report.
    """

    first: int
    last: int
    spoken: Sequence[tuple[str, int]]
    newest: Sequence[PublicReport]
    corrections: Sequence[tuple[Correction, PublicReport]]


def home_page(archive: PublicArchive, language: str) -> Page:
    """Size and span, ways in, newest reports, latest corrections, in an interface language."""
    overview = archive.once(_overview)
    return Page(
        address=archive.settings.prefix(language),
        language=language,
        title="",
        template="home.html",
        context={
            "count": len(archive.reports),
            "first": overview.first,
            "last": overview.last,
            "spoken": overview.spoken,
            "newest": overview.newest,
            "timeline": archive.once(Timelines).of_all(language),
            "corrections": overview.corrections,
        },
    )


def _overview(archive: PublicArchive) -> _Overview:
    years = archive.shelved(YEARS).keys()
    spoken = {tag: len(reports) for tag, reports in archive.shelved(LANGUAGES).items()}
    dated = (report for report in reversed(archive.reports) if report.date.is_known)
    return _Overview(
        first=min(years, default=0),
        last=max(years, default=0),
        spoken=sorted(spoken.items(), key=lambda item: (-item[1], item[0])),
        newest=list(islice(dated, archive.settings.newest)),
        corrections=_latest_corrections(archive.having("corrections")),
    )


def _latest_corrections(
    reports: Iterable[PublicReport],
) -> list[tuple[Correction, PublicReport]]:
    """The latest corrections, newest first, each with its report."""
    made = [(correction, report) for report in reports for correction in report.corrections]
    made.sort(key=lambda pair: (-pair[0].date.toordinal(), pair[1].path))
    return made[:_CORRECTIONS]
