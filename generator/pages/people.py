"""Sources, authors and languages, without JavaScript: each with the reports that are theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.archive import AUTHORS, LANGUAGES, SOURCES, Named, PublicArchive, Shelving, by_slug
from generator.catalogue import Catalogue
from generator.model import Page, Section
from generator.pages._index import Entry, index_pages
from generator.pages._lists import ReportLists
from generator.pages._sizes import BESIDE_BYTES, cut, shortened, size
from generator.rendering.named import LONGEST_NAME
from generator.vocabulary import Vocabulary

_MOST_SPELLINGS = 20


@dataclass(frozen=True)
class Listing:
    """One way to part the archive.

    Attributes:
        folder: its address below the site's root, and the prefix of its interface words.
        names: parts the reports by the names under which they are listed.
        label_of: a name as readers see it.
    """

    folder: str
    names: Shelving[str]
    label_of: Callable[[str, Vocabulary, Catalogue], str]


def _named(name: str, vocabulary: Vocabulary, words: Catalogue) -> str:
    return vocabulary.label(name, words.language)


def _as_printed(name: str, _vocabulary: Vocabulary, _words: Catalogue) -> str:
    return name


def _spoken(tag: str, _vocabulary: Vocabulary, words: Catalogue) -> str:
    return words.language_name(tag)


LISTINGS = (
    Listing("sources", SOURCES, _named),
    Listing("authors", AUTHORS, _as_printed),
    Listing("languages", LANGUAGES, _spoken),
)


def pages(archive: PublicArchive) -> Iterator[Page]:
    """``sources/``, ``authors/``, ``languages/``, each with a page for every name."""
    return (page for section in sections(archive) for page in section.make())


def sections(archive: PublicArchive) -> Iterator[Section[Page]]:
    """The index of each listing in each language, and each name with its reports."""
    lists = archive.once(ReportLists)
    for listing in LISTINGS:
        groups = by_slug(archive, listing.names)
        for language in archive.settings.languages:
            yield from _in_language(archive, listing, groups, lists, language)


def _in_language(
    archive: PublicArchive,
    listing: Listing,
    groups: Mapping[str, Named],
    lists: ReportLists,
    language: str,
) -> Iterator[Section[Page]]:
    root = f"{archive.settings.prefix(language)}{listing.folder}/"
    words = Catalogue(language, archive.settings.date_locale(language))
    title = words(f"{listing.folder}.title")
    labels = {
        slug: listing.label_of(group.names[0], archive.vocabulary, words)
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
        yield Section(f"{root}{slug}/", make, (group.reports.mark, labels[slug], others))


def _weight(name: str) -> int:
    return size(name)
