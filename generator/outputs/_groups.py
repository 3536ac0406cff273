"""The lists of reports that have a page, and so a feed: all, each tag, source and language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.archive import LANGUAGES, SOURCES, PublicArchive, by_slug
from generator.catalogue import Catalogue
from generator.ledger import arrived, order_of_arrival
from generator.model import PublicReport
from generator.shelves import Shelf


@dataclass(frozen=True)
class Group:
    """One list of reports.

    Attributes:
        folder: where its page stands below the folder of an interface language; empty for home.
        kind: all, tag, source or language.
        name: a term's id, a source as reports name it, a language tag; empty for all.
        reports: by date, as the archive has them.
    """

    folder: str
    kind: str
    name: str
    reports: Shelf

    def label(self, archive: PublicArchive, words: Catalogue) -> str:
        """What readers call it in an interface language."""
        if self.kind == "language":
            return words.language_name(self.name)
        return archive.vocabulary.label(self.name, words.language)

    def in_order_of_arrival(self, archive: PublicArchive) -> Shelf:
        """Its reports as they came in, the first one first."""
        return in_order_of_arrival(archive, self.reports)


def in_order_of_arrival(archive: PublicArchive, shelf: Shelf) -> Shelf:
    """The reports of a shelf as they came in, the first one first: as ``order_of_arrival`` sorts them.

    Those that came on one day stand in the order of the archive already, but that what has no date
    comes before the others.
    """
    return archive.shelves.ordered(shelf, "day of arrival", _day)


def _day(report: PublicReport) -> int:
    arrival = arrived(report) or date.min
    return 2 * arrival.toordinal() + report.date.is_known


def groups(archive: PublicArchive) -> Iterator[Group]:
    """Every list."""
    yield Group("", "all", "", archive.shelves.whole)
    for term in archive.vocabulary.terms:
        if term in archive.tagged:
            yield Group(f"tags/{term}/", "tag", term, archive.tagged[term])
    for slug, (names, own) in by_slug(archive, SOURCES).items():
        yield Group(f"sources/{slug}/", "source", _first_that_came(names, own), own)
    for tag, own in sorted(archive.shelved(LANGUAGES).items()):
        yield Group(f"languages/{tag}/", "language", tag, own)


def _first_that_came(names: Sequence[str], reports: Shelf) -> str:
    """The source of these reports as the first that came in has it; most have one spelling."""
    return names[0] if len(names) == 1 else min(reports, key=order_of_arrival).source
