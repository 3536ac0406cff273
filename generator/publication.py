"""The gate: the only place where a Report becomes public.

It knows status, rights and display. Pages and outputs receive a PublicArchive and can't reach
behind it: what is a draft, embargoed or withdrawn is not in there, nor more of a body than the
rights allow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, replace
from typing import Any

from generator.addresses import address_of
from generator.archive import PublicArchive, ReadOriginal
from generator.drawing import Outline
from generator.model import (
    Original,
    Picture,
    PublicOriginal,
    PublicPicture,
    PublicReport,
    Report,
    Tombstone,
)
from generator.record import record_of, sha256_of_record
from generator.settings import Settings
from generator.state import fingerprint
from generator.vocabulary import Vocabulary

_EXCERPT = 400


_ONLY_PICTURE = re.compile(r"!\[[^\n]*\]\([^\s()]*\)")
_SENTENCE_END = re.compile(r"[.!?؟۔…][\"'”’»)]*(?=\s)")


@dataclass(frozen=True)
class Admitted:
    """What the gate lets through of one article, looked at by itself; a draft leaves nothing.

    The report still names its kin as the article does. Only ``gather`` knows whether they are
    public: nobody else may show it.
    """

    report: PublicReport | None = None
    stone: Tombstone | None = None

    def __reduce__(self) -> tuple[type[Admitted], tuple[object, ...]]:
        """By its fields in order, which is written and read in half the time."""
        return Admitted, (self.report, self.stone)


def admit(report: Report, settings: Settings) -> Admitted:
    """Look at one article."""
    if report.front.status == "published":
        return Admitted(report=_public(report, settings))
    return Admitted(stone=_tombstone(report, settings)) if _is_withdrawn(report) else Admitted()


def recalled(fields: Iterable[Any]) -> PublicReport:
    """A report that the gate let through once, from its fields in order."""
    return PublicReport(*fields)


def gather(
    admitted: Iterable[Admitted],
    settings: Settings,
    vocabulary: Vocabulary,
    original_of: ReadOriginal,
    outline: Outline | None = None,
    hash_of: Callable[[str, str], str] | None = None,
) -> PublicArchive:
    """The public archive of articles that were admitted."""
    known = tuple(admitted)
    reports = [one.report for one in known if one.report is not None]
    paths = frozenset(report.path for report in reports)
    public = [_with_public_kin(report, paths) for report in reports]
    public.sort(key=lambda report: (report.date.sort_key, report.path))
    stones = tuple(one.stone for one in known if one.stone is not None)
    return PublicArchive(tuple(public), stones, settings, vocabulary, original_of, outline, hash_of)


def publish(
    reports: Iterable[Report],
    settings: Settings,
    vocabulary: Vocabulary,
    original_of: ReadOriginal,
    outline: Outline | None = None,
) -> PublicArchive:
    """Let through what is public."""
    admitted = (admit(report, settings) for report in reports)
    return gather(admitted, settings, vocabulary, original_of, outline)


def _is_withdrawn(report: Report) -> bool:
    return report.front.status == "withdrawn"


def _public(report: Report, settings: Settings) -> PublicReport:
    """What is public of a report, but for its kin."""
    front = report.front
    public = PublicReport(
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
        redirect_from=front.redirect_from,
        corrections=tuple(sorted(front.corrections, key=lambda c: c.date, reverse=True)),
        original=_public_original(front.original, front.display) if front.original else None,
        pictures=_public_pictures(report),
        inferred=front.inferred,
    )
    sha256 = sha256_of_record(record_of(public, settings.organisation))
    return replace(public, sha256=sha256, digest=fingerprint(public).hex())


def _with_public_kin(report: PublicReport, paths: Set[str]) -> PublicReport:
    """The report; kin that is not public is not named: a draft's own path tells its title."""
    translation_of = report.translation_of if report.translation_of in paths else ""
    same_as = report.same_as if report.same_as in paths else ""
    if (translation_of, same_as) == (report.translation_of, report.same_as):
        return report
    digest = f"{report.digest} of {translation_of!r}, {same_as!r}"
    return report.altered(translation_of=translation_of, same_as=same_as, digest=digest)


def _tombstone(report: Report, settings: Settings) -> Tombstone:
    return Tombstone(
        path=report.path,
        address=address_of(report.path, report.front.language, settings),
        site_language=settings.site_language(report.front.language),
        withdrawal=report.front.withdrawn,
        redirect_from=report.front.redirect_from,
    )


def _permitted_body(report: Report) -> str:
    if report.front.display == "full":
        return report.body
    return excerpt(report.body) if report.front.display == "excerpt" else ""


def excerpt(body: str) -> str:
    """The first paragraph of a Markdown body, cut after a sentence within 400 characters."""
    blocks = (block.strip() for block in re.split(r"\n\s*\n", body))
    told = (block for block in blocks if not _ONLY_PICTURE.fullmatch(block))
    first = next((block for block in told if block and block[0] not in "#|>-*+`"), "")
    if len(first) <= _EXCERPT:
        return first
    ends = [match.end() for match in _SENTENCE_END.finditer(first, 0, _EXCERPT)]
    if ends:
        return first[: ends[-1]]
    head = first[:_EXCERPT]
    return f"{head.rpartition(' ')[0] or head} …"


def _public_original(original: Original, display: str) -> PublicOriginal:
    shown = display == "full" and not original.withheld
    return PublicOriginal(
        sha256=original.sha256,
        file=original.file or "" if shown else "",
        media_type=original.media_type or "",
        retrieved=original.retrieved,
        withheld=original.withheld or "",
    )


def _public_pictures(report: Report) -> tuple[PublicPicture, ...]:
    """The pictures of a report that is shown in full, but for those that somebody withheld."""
    if report.front.display != "full":
        return ()
    return tuple(_public_picture(own) for own in report.front.pictures if not own.withheld)


def _public_picture(own: Picture) -> PublicPicture:
    width, _, height = own.size.partition("x")
    return PublicPicture(own.file, own.sha256, own.media_type, int(width), int(height))
