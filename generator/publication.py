"""The gate: the only place where a Report becomes public.

It knows status, rights and display. Pages and outputs receive a PublicArchive and can't reach
behind it: what is a draft, embargoed or withdrawn is not in there, nor more of a body than the
rights allow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.model import Original, PublicOriginal, PublicReport, Report, Tombstone
from generator.settings import Settings
from generator.vocabulary import Vocabulary

_EXCERPT = 400
_SENTENCE_END = re.compile(r"[.!?؟۔…][\"'”’»)]*(?=\s)")


@dataclass(frozen=True)
class PublicArchive:
    """All that pages and outputs may know.

    Attributes:
        reports: every public report, by date, undated ones last.
        tombstones: addresses of withdrawn reports.
    """

    reports: tuple[PublicReport, ...]
    tombstones: tuple[Tombstone, ...]
    settings: Settings
    vocabulary: Vocabulary

    @cached_property
    def by_path(self) -> Mapping[str, PublicReport]:
        """Each report by its path under articles/."""
        return {report.path: report for report in self.reports}

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[PublicReport | None, PublicReport | None]]:
        """The reports before and after each report, by date, in the same interface language."""
        found: dict[str, tuple[PublicReport | None, PublicReport | None]] = {}
        for language in self.settings.languages:
            chain = [report for report in self.reports if report.site_language == language]
            before: Sequence[PublicReport | None] = [None, *chain[:-1]]
            after: Sequence[PublicReport | None] = [*chain[1:], None]
            for report, earlier, later in zip(chain, before, after, strict=True):
                found[report.path] = (earlier, later)
        return found


def publish(reports: Iterable[Report], settings: Settings, vocabulary: Vocabulary) -> PublicArchive:
    """Let through what is public."""
    public: list[PublicReport] = []
    tombstones: list[Tombstone] = []
    for report in reports:
        if report.front.status == "published":
            public.append(_public(report, settings))
        elif report.front.status == "withdrawn":
            tombstones.append(_tombstone(report, settings))
    public.sort(key=lambda report: (report.date.sort_key, report.path))
    return PublicArchive(tuple(public), tuple(tombstones), settings, vocabulary)


def address_of(path: str, language: str | None, settings: Settings) -> str:
    """The address of a report below the site's root: ``reports/2016/slug/``, ``ar/reports/…``."""
    return f"{settings.prefix(settings.site_language(language))}reports/{path}/"


def _public(report: Report, settings: Settings) -> PublicReport:
    front = report.front
    return PublicReport(
        path=report.path,
        address=address_of(report.path, front.language, settings),
        site_language=settings.site_language(front.language),
        language=front.language or settings.default_language,
        title=front.title,
        date=front.date,
        body=_permitted_body(report),
        summary=front.summary or "",
        display=front.display,
        source=front.source or "",
        publisher=front.publisher or settings.organisation,
        authors=front.authors,
        tags=front.tags,
        rights=front.rights or "",
        url=front.url or "",
        archived_url=front.archived_url or "",
        warning=front.warning or "",
        translation_of=front.translation_of or "",
        same_as=front.same_as or "",
        corrections=tuple(sorted(front.corrections, key=lambda c: c.date, reverse=True)),
        original=_public_original(front.original, front.display) if front.original else None,
        inferred=front.inferred,
    )


def _tombstone(report: Report, settings: Settings) -> Tombstone:
    return Tombstone(
        path=report.path,
        address=address_of(report.path, report.front.language, settings),
        site_language=settings.site_language(report.front.language),
    )


def _permitted_body(report: Report) -> str:
    if report.front.display == "full":
        return report.body
    return excerpt(report.body) if report.front.display == "excerpt" else ""


def excerpt(body: str) -> str:
    """The first paragraph of a Markdown body, cut after a sentence within 400 characters."""
    blocks = (block.strip() for block in re.split(r"\n\s*\n", body))
    first = next((block for block in blocks if block and block[0] not in "#|>-*+`"), "")
    if len(first) <= _EXCERPT:
        return first
    ends = [match.end() for match in _SENTENCE_END.finditer(first, 0, _EXCERPT)]
    return first[: ends[-1]] if ends else first[:_EXCERPT].rpartition(" ")[0] + " …"


def _public_original(original: Original, display: str) -> PublicOriginal:
    shown = display == "full" and not original.withheld
    return PublicOriginal(
        sha256=original.sha256,
        file=original.file or "" if shown else "",
        media_type=original.media_type or "",
        retrieved=original.retrieved.isoformat() if original.retrieved else "",
        withheld=original.withheld or "",
    )
