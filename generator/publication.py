"""The gate: the only place where a Report becomes public.

It knows status, rights and display. Pages and outputs receive a PublicArchive and can't reach
behind it: what is a draft, embargoed or withdrawn is not in there, nor more of a body than the
rights allow.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any, Generic, NamedTuple, TypeVar, cast
from urllib.parse import quote, urljoin

from slugify import slugify

from generator.drawing import Outline
from generator.ledger import LedgerEntry, ledger
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
from generator.redirection import Redirect, redirects
from generator.relations import Families, Related, families, relate
from generator.settings import Settings
from generator.shelves import K, Shelf, Shelves, Weigh
from generator.state import fingerprint
from generator.vocabulary import Vocabulary

_EXCERPT = 400
_IRI_SAFE = "/-._~!$&'()*+,;=:@"
_LONGEST_SLUG = 60
_KEPT = 65_536
"""Addresses and names of which the links are kept: a page asks for the same ones again and again."""

_PLAIN_PATH = re.compile(r"(?:(?!\.)[^/:;]+/)*")
"""Folders that ``urljoin`` puts behind a root as they are."""

ReadOriginal = Callable[[str, str], bytes]
_T = TypeVar("_T")

_ONLY_PICTURE = re.compile(r"!\[[^\n]*\]\([^\s()]*\)")
_SENTENCE_END = re.compile(r"[.!?؟۔…][\"'”’»)]*(?=\s)")


@dataclass(frozen=True)
class PublicArchive:
    """All that pages and outputs may know.

    Attributes:
        reports: every public report, by date, undated ones last.
        tombstones: addresses of withdrawn reports, with the day and the reason.
        original_of: bytes of a public original, by path and file name; raises StoreError.
        outline: what the map is drawn on; None for the bundled outline of the world.
        hash_of: SHA-256 of a public original's bytes as they are, by path and file name, for those
            who need not read it; raises StoreError.
        shelve: parts the reports by what they have in common; a build remembers most of it.
    """

    reports: Sequence[PublicReport]
    tombstones: Sequence[Tombstone]
    settings: Settings
    vocabulary: Vocabulary
    original_of: ReadOriginal
    outline: Outline | None = None
    hash_of: Callable[[str, str], str] | None = None
    shelve: Callable[[Sequence[PublicReport]], Shelves] = Shelves

    def once(self, make: Callable[[PublicArchive], _T]) -> _T:
        """What ``make`` makes of this archive, made when first asked for and kept."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(_T, self._made[make])

    @cached_property
    def _made(self) -> dict[Callable[[PublicArchive], Any], Any]:
        return {}

    @cached_property
    def by_path(self) -> Mapping[str, PublicReport]:
        """Each report by its path under articles/."""
        return {report.path: report for report in self.reports}

    def shelved(self, way: Shelving[K]) -> Mapping[K, Shelf]:
        """The reports in one way of parting them: each shelf by what its reports have in common."""
        return self.shelves.of(way.name, way.keys(self), way.weigh)

    @cached_property
    def shelves(self) -> Shelves:
        """All shelves that were asked for."""
        return self.shelve(self.reports)

    @cached_property
    def parts(self) -> Mapping[str, Shelf]:
        """The reports in 256 parts by their paths: each stays in its part, whatever else is there."""
        return dict(sorted(self.shelved(PARTS).items()))

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """What stands for each report in a fingerprint, by its path; no path has none."""
        marks = {r.path: r.digest or fingerprint(r).hex() for r in self.reports}
        return {**marks, "": ""}

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[str, str]]:
        """The paths before and after each report, by date, in the same interface language.

        Empty where there is none.
        """
        found: dict[str, tuple[str, str]] = {}
        for language in self.settings.languages:
            row = [report.path for report in self.reports if report.site_language == language]
            found.update(zip(row, zip(["", *row], [*row[1:], ""], strict=False), strict=False))
        return found

    @cached_property
    def redirects(self) -> tuple[Redirect, ...]:
        """Where each earlier address leads, by address."""
        return redirects(self.reports, self.tombstones)

    @cached_property
    def translations(self) -> Families:
        """Reports that are translations of one another."""
        return families(self.reports, lambda report: report.translation_of)

    @cached_property
    def copies(self) -> Families:
        """Reports that carry the same story."""
        return families(self.reports, lambda report: report.same_as)

    @cached_property
    def related(self) -> Related:
        """The paths of others about the same things, by a rule that a new report hardly disturbs."""
        return relate(self.shelves)

    @cached_property
    def tagged(self) -> Mapping[str, Shelf]:
        """The reports of each term: those tagged with it, or with a term that it contains."""
        return self.shelved(TAGGED)

    @cached_property
    def terms_of(self) -> Callable[[tuple[str, ...]], Iterable[str]]:
        """The ids of the terms that tags stand for: themselves, and those that contain them."""
        chains: dict[str, tuple[str, ...]] = {}

        def terms_of(tags: tuple[str, ...]) -> Iterable[str]:
            for tag in tags:
                if tag not in chains:
                    chains[tag] = tuple(term.id for term in self.vocabulary.with_broader(tag))
            return dict.fromkeys(chain.from_iterable(map(chains.__getitem__, tags)))

        return terms_of

    @cached_property
    def ledger(self) -> tuple[LedgerEntry, ...]:
        """Every correction and withdrawal, newest first."""
        return ledger(self.reports, self.tombstones)


@dataclass(frozen=True)
class Shelving(Generic[K]):
    """One way to part an archive.

    Attributes:
        name: what it is called; no other has it.
        keys: for an archive, what tells the shelves of a report from the report alone, each once;
            settings and vocabulary may shape it.
        weigh: what a report weighs, where that is asked for.
    """

    name: str
    keys: Callable[[PublicArchive], Callable[[PublicReport], Iterable[K]]]
    weigh: Weigh | None = None


def _part_of(report: PublicReport) -> tuple[str]:
    return (f"{zlib.crc32(report.path.encode()) & 0xFF:02x}",)


PARTS = Shelving("parts", lambda _: _part_of)
TAGGED = Shelving("tagged", lambda archive: lambda report: archive.terms_of(report.tags))
SOURCES = Shelving("sources", lambda _: lambda report: (report.source,) if report.source else ())
AUTHORS = Shelving("authors", lambda _: lambda report: dict.fromkeys(report.authors))
LANGUAGES = Shelving("languages", lambda _: lambda report: (report.language,))


class Named(NamedTuple):
    """The reports under one address of a source or an author.

    Attributes:
        names: every spelling of the name, as reports have it, the first one first.
        reports: in the order of the archive.
    """

    names: Sequence[str]
    reports: Shelf


def by_slug(archive: PublicArchive, way: Shelving[str]) -> Mapping[str, Named]:
    """Reports parted by names, by the slug of the name; spellings that differ little are one name."""
    shelves = archive.shelved(way)
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    for name in shelves:
        spellings[slug_of_name(name)].append(name)
    found = {}
    for slug, names in sorted(spellings.items()):
        reports = archive.shelves.merged([shelves[name] for name in names])
        if len(names) > 1:
            used = dict.fromkeys(chain.from_iterable(map(way.keys(archive), reports)))
            names = [name for name in used if slug_of_name(name) == slug]
        found[slug] = Named(names, reports)
    return found


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


def address_of(path: str, language: str | None, settings: Settings) -> str:
    """The address of a report below the site's root: ``reports/2016/slug/``, ``ar/reports/…``."""
    return f"{settings.prefix(settings.site_language(language))}reports/{path}/"


def permalink(address: str, settings: Settings) -> str:
    """The absolute address of what stands at ``address``, a path below the site's root.

    Relative to the root of the host where the site's own address is not known.
    """
    return _absolute(address, settings.site_url or "/")


@lru_cache(maxsize=_KEPT)
def _absolute(address: str, root: str) -> str:
    path = quote(address, safe=_IRI_SAFE)
    is_plain = _PLAIN_PATH.fullmatch(path) and _stays_as_it_is(root)
    return root + path if is_plain else urljoin(root, path)


@lru_cache(maxsize=16)
def _stays_as_it_is(root: str) -> bool:
    return urljoin(root, "x/") == f"{root}x/"


def _is_withdrawn(report: Report) -> bool:
    return report.front.status == "withdrawn"


@lru_cache(maxsize=_KEPT)
def slug_of_name(name: str) -> str:
    """The last part of the address of a source's or an author's page, in any script.

    Spellings that differ in case or punctuation have one address. A name that says nothing in one,
    or more than fits, ends in a part of its SHA-256, so that it shares no page with another.
    """
    slug = slugify(name, allow_unicode=True)
    if slug and len(slug) <= _LONGEST_SLUG:
        return slug
    mark = hashlib.sha256((slug or name).encode()).hexdigest()[:8]
    return f"{slug[: _LONGEST_SLUG - 9].rstrip('-') or 'unnamed'}-{mark}"


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
