"""The lists of reports that have a page, and so a feed: all, each tag, source and language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.ledger import order_of_arrival
from generator.model import PublicReport
from generator.publication import PublicArchive, slug_of_name


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
    reports: Sequence[PublicReport]

    def label(self, archive: PublicArchive, words: Catalogue) -> str:
        """What readers call it in an interface language."""
        if self.kind == "language":
            return words.language_name(self.name)
        return archive.vocabulary.label(self.name, words.language)

    def in_order_of_arrival(self, archive: PublicArchive) -> Sequence[PublicReport]:
        """Its reports as they came in, the first one first."""
        ordered = archive.once(in_order_of_arrival)
        if self.kind == "all":
            return ordered
        places = archive.once(_places_of_arrival)
        return [ordered[place] for place in sorted(places[r.path] for r in self.reports)]


def in_order_of_arrival(archive: PublicArchive) -> Sequence[PublicReport]:
    """All reports as they came in, the first one first."""
    return sorted(archive.reports, key=order_of_arrival)


def _places_of_arrival(archive: PublicArchive) -> Mapping[str, int]:
    return {r.path: place for place, r in enumerate(archive.once(in_order_of_arrival))}


def groups(archive: PublicArchive) -> Iterator[Group]:
    """Every list."""
    yield Group("", "all", "", archive.reports)
    for term in archive.vocabulary.terms:
        if term in archive.tagged:
            yield Group(f"tags/{term}/", "tag", term, archive.tagged[term])
    for slug, own in _parted(archive, lambda r: slug_of_name(r.source) if r.source else "").items():
        yield Group(f"sources/{slug}/", "source", _first_name(own), own)
    for tag, own in _parted(archive, lambda report: report.language).items():
        yield Group(f"languages/{tag}/", "language", tag, own)


def _parted(
    archive: PublicArchive, key: Callable[[PublicReport], str]
) -> Mapping[str, Sequence[PublicReport]]:
    found: defaultdict[str, list[PublicReport]] = defaultdict(list)
    for report in archive.reports:
        found[key(report)].append(report)
    return {name: found[name] for name in sorted(found) if name}


def _first_name(reports: Sequence[PublicReport]) -> str:
    """The source of these reports as the first that came in has it; most have one spelling."""
    names = {report.source for report in reports}
    return names.pop() if len(names) == 1 else min(reports, key=order_of_arrival).source
