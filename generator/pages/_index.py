"""Indexes of names from A to Z and أ to ي: one page, or a page per letter where they are many.

No name of a tag, source or author has a ``_`` in its address, so what stands below ``letter_b/``
can't be in the way of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from generator.catalogue import Catalogue
from generator.model import Page
from generator.pages._letters import OTHER, letter_of, sort_key
from generator.pages._lists import Paging
from generator.pages._sizes import INDEX_BYTES, cut, fits, link_size, shortened, size
from generator.rendering.named import LONGEST_NAME
from generator.rendering.renderer import LETTER

TEMPLATE = "names.html"
_MARKUP = 75
_LETTER_MARKUP = 230
_MOST_ENTRIES = 600
_MOST_USED = 60
_LETTERS_FROM = 25
"""With fewer names letters are more to read than the names."""


@dataclass(frozen=True)
class Entry:
    """One name in an index.

    Attributes:
        name: as it is shown.
        address: where it leads.
        count: how many reports are found there.
        see: where the name is another one for an entry: the name of that; otherwise empty.
    """

    name: str
    address: str
    count: int = 0
    see: str = ""

    @property
    def shown(self) -> str:
        """The name, short enough for a list."""
        return shortened(self.name, LONGEST_NAME)

    @property
    def weight(self) -> int:
        """Bytes of the entry on a page."""
        words = size(self.name[:LONGEST_NAME]) + size(self.see[:LONGEST_NAME])
        return _MARKUP + words + link_size(self.address)


@dataclass(frozen=True)
class Letter:
    """One letter of an index.

    Attributes:
        name: the letter, or ``#``.
        address: its page, or an empty text where it stands on the same page.
        entries: the names under it.
    """

    name: str
    address: str
    entries: Sequence[Entry]

    @property
    def anchor(self) -> str:
        """Its id on a page."""
        return f"{LETTER}{_in_address(self.name)}"


def index_pages(
    address: str,
    title: str,
    words: Catalogue,
    entries: Sequence[Entry],
    context: Mapping[str, object],
) -> Iterator[Page]:
    """The pages of an index: ``address``, and below it its letters where one page can't hold them.

    Args:
        address: of the index.
        title: of its first page; the others say their letter and number too.
        words: the interface language.
        entries: every name, in any order.
        context: what the template gets besides.
    """
    ordered = sorted(entries, key=lambda entry: sort_key(entry.name, words.language))
    grouped = [(name, tuple(own)) for name, own in groupby(ordered, lambda e: letter_of(e.name))]
    room = INDEX_BYTES - _LETTER_MARKUP * len(grouped)
    if fits(ordered, attrgetter("weight"), room, len(ordered)):
        letters = [Letter(name, "", own) for name, own in grouped]
        yield _page(address, title, words, letters, {**context, "shown": letters})
        return
    letters = [Letter(name, f"{address}{LETTER}{_in_address(name)}/", own) for name, own in grouped]
    more_than_one = [entry for entry in ordered if entry.count > 1]
    most = most_used(more_than_one, BYTES_OF_MOST_USED)
    yield _page(address, title, words, letters, {**context, "most": most})
    for letter in letters:
        yield from _letter_pages(letter, title, words, letters, context)


BYTES_OF_MOST_USED = 20_000


def most_used(entries: Sequence[Entry], limit: int) -> list[Entry]:
    """Up to 60 entries with the most reports, in the order in which they were given."""
    by_count = sorted((e for e in entries if not e.see), key=lambda e: (-e.count, e.name))
    most = cut(by_count[:_MOST_USED], attrgetter("weight"), limit, _MOST_USED)[0]
    chosen = {(entry.address, entry.name) for entry in most}
    return [entry for entry in entries if not entry.see and (entry.address, entry.name) in chosen]


def _letter_pages(
    letter: Letter,
    title: str,
    words: Catalogue,
    letters: Sequence[Letter],
    context: Mapping[str, object],
) -> Iterator[Page]:
    room = INDEX_BYTES - _LETTER_MARKUP * len(letters)
    parts = cut(letter.entries, attrgetter("weight"), room, _MOST_ENTRIES)
    own_title = words("browse.letter", title=title, letter=letter.name)
    for number, part in enumerate(parts, 1):
        paging = Paging(letter.address, number, len(parts))
        own = {"shown": [Letter(letter.name, "", part)], "here": letter.name, "paging": paging}
        yield _page(
            paging.address_of(number),
            own_title if number == 1 else f"{own_title}, {words('browse.page', number=number)}",
            words,
            letters,
            {**context, **own},
        )


def _page(
    address: str,
    title: str,
    words: Catalogue,
    letters: Sequence[Letter],
    context: Mapping[str, object],
) -> Page:
    total = sum(len(letter.entries) for letter in letters)
    return Page(
        address=address,
        language=words.language,
        title=title,
        template=TEMPLATE,
        context={
            "shown": (),
            "most": (),
            "here": "",
            "paging": Paging(address, 1, 1),
            "up": ("", ""),
            "way": "",
            **context,
            "letters": letters if total >= _LETTERS_FROM else (),
        },
    )


def _in_address(letter: str) -> str:
    return "other" if letter == OTHER else letter.lower()
