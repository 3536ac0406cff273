"""Sources, authors and languages, without JavaScript: each with the reports that are theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from generator.catalogue import Catalogue
from generator.model import Page, PublicReport, Section
from generator.pages._index import Entry, index_pages
from generator.pages._lists import ReportLists
from generator.pages._sizes import BESIDE_BYTES, cut, shortened, size
from generator.publication import PublicArchive, slug_of_name
from generator.rendering.named import LONGEST_NAME
from generator.state import marks_of_reports
from generator.vocabulary import Vocabulary

_MOST_SPELLINGS = 20


@dataclass(frozen=True)
class Listing:
    """One way to part the archive.

    Attributes:
        folder: its address below the site's root, and the prefix of its interface words.
        names_of: the names under which a report is listed.
        slug_of: the last part of the address of a name.
        label_of: a name as readers see it.
    """

    folder: str
    names_of: Callable[[PublicReport], Sequence[str]]
    slug_of: Callable[[str], str]
    label_of: Callable[[str, Vocabulary, Catalogue], str]


@dataclass
class Group:
    """What is listed under one address.

    Attributes:
        names: every spelling of the name, as reports have it, the first one first.
        reports: the reports, oldest first.
    """

    names: dict[str, None]
    reports: list[PublicReport]

    @cached_property
    def marks(self) -> Sequence[object]:
        """What stands for the reports in a fingerprint."""
        return marks_of_reports(self.reports)


def _named(name: str, vocabulary: Vocabulary, words: Catalogue) -> str:
    return vocabulary.label(name, words.language)


def _as_printed(name: str, _vocabulary: Vocabulary, _words: Catalogue) -> str:
    return name


def _spoken(tag: str, _vocabulary: Vocabulary, words: Catalogue) -> str:
    return words.language_name(tag)


LISTINGS = (
    Listing("sources", lambda r: (r.source,) if r.source else (), slug_of_name, _named),
    Listing("authors", lambda r: r.authors, slug_of_name, _as_printed),
    Listing("languages", lambda r: (r.language,), slug_of_name, _spoken),
)


def pages(archive: PublicArchive) -> Iterator[Page]:
    """``sources/``, ``authors/``, ``languages/``, each with a page for every name."""
    return (page for section in sections(archive) for page in section.make())


def sections(archive: PublicArchive) -> Iterator[Section[Page]]:
    """The index of each listing in each language, and each name with its reports."""
    lists = archive.once(ReportLists)
    for listing in LISTINGS:
        groups = grouped(archive.reports, listing)
        for language in archive.settings.languages:
            yield from _in_language(archive, listing, groups, lists, language)


def grouped(reports: Sequence[PublicReport], listing: Listing) -> Mapping[str, Group]:
    """The reports of each address; spellings that differ in case or punctuation are one name."""
    found: defaultdict[str, Group] = defaultdict(lambda: Group({}, []))
    known: dict[Sequence[str], Sequence[Group]] = {}
    for report in reports:
        names = listing.names_of(report)
        if names not in known:
            slugs = {name: listing.slug_of(name) for name in names}
            for name, slug in slugs.items():
                found[slug].names[name] = None
            known[names] = [found[slug] for slug in dict.fromkeys(slugs.values())]
        for group in known[names]:
            group.reports.append(report)
    return dict(sorted(found.items()))


def _in_language(
    archive: PublicArchive,
    listing: Listing,
    groups: Mapping[str, Group],
    lists: ReportLists,
    language: str,
) -> Iterator[Section[Page]]:
    root = f"{archive.settings.prefix(language)}{listing.folder}/"
    words = Catalogue(language, archive.settings.date_locale(language))
    title = words(f"{listing.folder}.title")
    labels = {
        slug: listing.label_of(next(iter(group.names)), archive.vocabulary, words)
        for slug, group in groups.items()
    }
    entries = [
        Entry(labels[slug], f"{root}{slug}/", len(group.reports)) for slug, group in groups.items()
    ]
    way = {"way": listing.folder}
    yield Section(root, partial(index_pages, root, title, words, entries, way))
    for slug, group in groups.items():
        label = shortened(labels[slug], LONGEST_NAME)
        spellings = (listing.label_of(name, archive.vocabulary, words) for name in group.names)
        others = [name for name in dict.fromkeys(spellings) if name != labels[slug]]
        make = partial(
            lists.pages,
            f"{root}{slug}/",
            label,
            words,
            group.reports,
            "name.html",
            {"up": (root, title), "others": ()},
            {"others": cut(others, _weight, BESIDE_BYTES, _MOST_SPELLINGS)[0]},
        )
        yield Section(f"{root}{slug}/", make, (group.marks, labels[slug], others))


def _weight(name: str) -> int:
    return size(name)
