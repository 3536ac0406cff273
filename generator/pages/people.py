"""Sources and authors, without JavaScript: who wrote the reports, and what each of them wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.model import Page, PublicReport
from generator.orthography import fold
from generator.pages._lists import list_pages
from generator.publication import PublicArchive, slug_of_name


@dataclass(frozen=True)
class Listing:
    """One way to part the archive.

    Attributes:
        folder: its address below the site's root, and the prefix of its interface words.
        names_of: the names under which a report is listed.
    """

    folder: str
    names_of: Callable[[PublicReport], Sequence[str]]


LISTINGS = (
    Listing("sources", lambda report: (report.source,) if report.source else ()),
    Listing("authors", lambda report: report.authors),
)


def pages(archive: PublicArchive) -> Iterator[Page]:
    """``sources/`` and ``authors/``, each with a page for every name, in each language."""
    for listing in LISTINGS:
        groups = grouped(archive.reports, listing)
        for language in archive.settings.languages:
            yield from _in_language(archive, listing, groups, language)


def grouped(
    reports: Sequence[PublicReport], listing: Listing
) -> Mapping[str, tuple[str, Sequence[PublicReport]]]:
    """Name and reports for each slug; spellings that differ in case or accents are one name."""
    names: dict[str, str] = {}
    found: defaultdict[str, list[PublicReport]] = defaultdict(list)
    for report in reports:
        for name in dict.fromkeys(listing.names_of(report)):
            slug = slug_of_name(name)
            names.setdefault(slug, name)
            found[slug].append(report)
    return {slug: (names[slug], found[slug]) for slug in sorted(found, key=fold)}


def _in_language(
    archive: PublicArchive,
    listing: Listing,
    groups: Mapping[str, tuple[str, Sequence[PublicReport]]],
    language: str,
) -> Iterator[Page]:
    root = f"{archive.settings.prefix(language)}{listing.folder}/"
    words = Catalogue(language, archive.settings.date_locale(language))
    labels = {slug: archive.vocabulary.label(name, language) for slug, (name, _) in groups.items()}
    order = sorted(groups, key=lambda slug: fold(labels[slug]))
    title = words(f"{listing.folder}.title")
    yield Page(
        address=root,
        language=language,
        title=title,
        template="names.html",
        context={
            "entries": [(labels[slug], f"{root}{slug}/", len(groups[slug][1])) for slug in order],
        },
        depends_on=tuple(sorted({r.path for _, listed in groups.values() for r in listed})),
    )
    for slug in order:
        context = {"root": root, "all": title}
        address = f"{root}{slug}/"
        yield from list_pages(address, labels[slug], words, groups[slug][1], "name.html", context)
