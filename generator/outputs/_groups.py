"""The lists of reports that have a page, and so a feed: all, each tag, source and language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from generator.catalogue import Catalogue
from generator.model import PublicReport
from generator.publication import PublicArchive, slug_of_name


@dataclass(frozen=True)
class Group:
    """One list of reports.

    Attributes:
        folder: where its page stands below the folder of an interface language; empty for home.
        kind: all, tag, source or language.
        name: a term's id, a source as reports name it, a language tag; empty for all.
        reports: as they came in, the first one first.
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


def groups(archive: PublicArchive, reports: Sequence[PublicReport]) -> Iterator[Group]:
    """Every list, each with its reports in the order in which ``reports`` has them."""
    yield Group("", "all", "", reports)
    place = {report.path: number for number, report in enumerate(reports)}
    path_of = attrgetter("path")
    for term in archive.vocabulary.terms:
        if term in archive.tagged:
            places = sorted(map(place.__getitem__, map(path_of, archive.tagged[term])))
            tagged = list(map(reports.__getitem__, places))
            yield Group(f"tags/{term}/", "tag", term, tagged)
    for slug, own in _parted(reports, lambda r: slug_of_name(r.source) if r.source else "").items():
        yield Group(f"sources/{slug}/", "source", own[0].source, own)
    for tag, own in _parted(reports, lambda report: report.language).items():
        yield Group(f"languages/{tag}/", "language", tag, own)


def _parted(
    reports: Sequence[PublicReport], key: Callable[[PublicReport], str]
) -> Mapping[str, Sequence[PublicReport]]:
    found: defaultdict[str, list[PublicReport]] = defaultdict(list)
    for report in reports:
        found[key(report)].append(report)
    return {name: found[name] for name in sorted(found) if name}
