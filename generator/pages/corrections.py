"""The ledger: every correction and withdrawal, newest first; where they are many, a list per year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.ledger import LedgerEntry
from generator.model import Page
from generator.pages._lists import Paging
from generator.pages._sizes import LIST_BYTES, cut, link_size, size
from generator.rendering.named import LONGEST_TITLE

ADDRESS = "corrections/"
_TEMPLATE = "corrections.html"
_MARKUP = 420
_MOST = 100
_UNDATED = "undated"


def pages(archive: PublicArchive) -> Iterator[Page]:
    """``corrections/``, and below it the years where one page can't hold them all."""
    years = _by_year(archive.ledger)
    parts = {year: cut(entries, _weight, LIST_BYTES, _MOST) for year, entries in years.items()}
    whole = cut(archive.ledger, _weight, LIST_BYTES, _MOST)
    for language in archive.settings.languages:
        words = Catalogue(language, archive.settings.date_locale(language))
        root = f"{archive.settings.prefix(language)}{ADDRESS}"
        apart = len(whole) > 1
        index = [(_name(year, words), f"{root}{year}/", len(own)) for year, own in years.items()]
        title = words("corrections.title")
        yield _page(whole[0], Paging(root, 1, 1), title, words, index if apart else ())
        for year, own in parts.items() if apart else ():
            heading = words("corrections.undated")
            if year != _UNDATED:
                heading = words("corrections.year", year=year)
            for number, entries in enumerate(own, 1):
                paging = Paging(f"{root}{year}/", number, len(own))
                yield _page(entries, paging, heading, words, (), root)


def _page(
    entries: Sequence[LedgerEntry],
    paging: Paging,
    title: str,
    words: Catalogue,
    years: Sequence[tuple[str, str, int]],
    up: str = "",
) -> Page:
    number = paging.number
    return Page(
        address=paging.address_of(number),
        language=words.language,
        title=title if number == 1 else f"{title}, {words('browse.page', number=number)}",
        template=_TEMPLATE,
        context={"entries": entries, "paging": paging, "years": years, "up": up},
    )


def _by_year(entries: Sequence[LedgerEntry]) -> Mapping[str, Sequence[LedgerEntry]]:
    """The entries of each year, in their order; those without a day below ``undated``."""
    found: defaultdict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in entries:
        found[f"{entry.day.year:04d}" if entry.day else _UNDATED].append(entry)
    return found


def _name(year: str, words: Catalogue) -> str:
    return words("corrections.undated") if year == _UNDATED else year


def _weight(entry: LedgerEntry) -> int:
    title = entry.report.title[:LONGEST_TITLE] if entry.report else entry.address
    return _MARKUP + size(title) + size(entry.note) + link_size(entry.address)
