"""The public archive: what pages and outputs receive, by path, by time, and by what reports have in common.

Only ``generator.publication`` puts one together.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, Generic, NamedTuple, TypeVar, cast

from generator.addresses import slug_of_name
from generator.dates.periods import periods_of
from generator.drawing import Outline
from generator.ledger import LedgerEntry, ledger
from generator.model import PublicReport, Tombstone
from generator.redirection import Redirect, redirects
from generator.relations import Families, Related, families, relate
from generator.settings import Settings
from generator.shelves import K, Shelf, Shelves, Weigh
from generator.vocabulary import Vocabulary

ReadOriginal = Callable[[str, str], bytes]
_T = TypeVar("_T")


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
        return {**self.shelves.marks, "": ""}

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[str, str]]:
        """The paths before and after each report, by date, in the same interface language.

        Empty where there is none.
        """
        found: dict[str, tuple[str, str]] = {}
        for shelf in self.shelved(SITE_LANGUAGES).values():
            row = [report.path for report in shelf]
            found.update(zip(row, zip(["", *row], [*row[1:], ""], strict=False), strict=False))
        return found

    @cached_property
    def redirects(self) -> tuple[Redirect, ...]:
        """Where each earlier address leads, by address."""
        if not self.having("redirect_from") and not any(s.redirect_from for s in self.tombstones):
            return ()
        return redirects(self.reports, self.tombstones)

    def having(self, trait: str) -> Sequence[PublicReport]:
        """The reports that have what few have, found without a look at the others.

        Args:
            trait: one of ``TRAITS``.
        """
        return self.shelved(TRAITS).get(trait, ())

    def _named_as_kin(self, trait: str, parent_of: Callable[[PublicReport], str]) -> Families:
        """Families of the reports that name another, and those that they name."""
        own = self.having(trait)
        places = self.shelves.places if own else {}
        paths = {path for report in own for path in (report.path, parent_of(report))}
        kin = [self.reports[place] for place in sorted(places[p] for p in paths if p in places)]
        return families(kin, parent_of)

    @cached_property
    def translations(self) -> Families:
        """Reports that are translations of one another."""
        return self._named_as_kin("translation_of", lambda report: report.translation_of)

    @cached_property
    def copies(self) -> Families:
        """Reports that carry the same story."""
        return self._named_as_kin("same_as", lambda report: report.same_as)

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
        return ledger(self.having("corrections"), self.tombstones)


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


def _traits_of(report: PublicReport) -> Iterator[str]:
    yield from (trait for trait in _TRAITS if getattr(report, trait))
    if report.original is not None and report.original.file:
        yield "original"


_TRAITS = ("corrections", "pictures", "redirect_from", "same_as", "translation_of")
PARTS = Shelving("parts", lambda _: _part_of)
TRAITS = Shelving("traits", lambda _: _traits_of)
"""What few reports have: these fields, and an original that may be shown (``original``)."""

YEARS = Shelving("years", lambda _: lambda report: periods_of(report.date).years)
SITE_LANGUAGES = Shelving("site languages", lambda _: lambda report: (report.site_language,))
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
    for name in sorted(shelves):
        spellings[slug_of_name(name)].append(name)
    found = {}
    for slug, names in sorted(spellings.items()):
        reports = archive.shelves.merged([shelves[name] for name in names])
        if len(names) > 1:
            used = dict.fromkeys(chain.from_iterable(map(way.keys(archive), reports)))
            names = [name for name in used if slug_of_name(name) == slug]
        found[slug] = Named(names, reports)
    return found
