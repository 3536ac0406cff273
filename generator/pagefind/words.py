"""How Pagefind indexes words: its own answer, asked once for each word.

Pagefind lowers a word, takes marks off its letters, parts it where it is several, and stems it. The
same is done to a query, in the reader's browser. So what it makes of each word is looked up in an
index that it makes of the words themselves.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from generator.pagefind.cbor import length_at, number, value_at
from generator.pagefind.service import ENTRY, files_of

FULL_WEIGHT = 24
"""What Pagefind gives a word that stands in a text as it is; parts of a word have less."""

SCRIPT = "pagefind.js"

Stems = tuple[tuple[str, int], ...]
"""Under which words of the index a word stands, each with its weight."""

SIGNATURE = b"pagefind_dcd"
"""Begins what stands in each of Pagefind's files."""

GZIP = 31
"""How they are compressed, as zlib knows it."""

_MOST_AT_ONCE = 50_000
_MOST_KNOWN = 400_000
_PRIVATE = "___"  # begins what Pagefind takes for marks of its own
_BESIDE = "0"  # asked after all others: of signs alone Pagefind makes no index

_Pages = Sequence[tuple[int, Sequence[int], Sequence[int]]]
_Variants = Sequence[tuple[str, _Pages]]
_ONCE = b"\x81\x83\x00\x82" + number(
    -1 - FULL_WEIGHT
)  # one page, the first; one place, after its weight
_NO_MORE = b"\x80\x80"  # no place in facts; no other spelling


class Words:
    """What Pagefind makes of words in one language, as far as it was asked."""

    def __init__(self, language: str) -> None:
        """Begin without any word of a language (ISO 639-1)."""
        self._language = language
        self._known: dict[str, Stems] = {}
        self._entry: Mapping[str, Any] = {}

    def entry(self, name: str, pages: int) -> Mapping[str, Any]:
        """What Pagefind's engine asks for first: its version, and where the page list is.

        Args:
            name: that of the page list.
            pages: how many there are.
        """
        if not self._entry:
            self._ask(["-"])
        ((language, own),) = self._entry["languages"].items()
        languages = {language: {**own, "hash": name, "page_count": pages}}
        return {**self._entry, "languages": languages}

    def stems(self, words: Collection[str]) -> Mapping[str, Stems]:
        """Under what each of these words stands in an index; perhaps of others, too.

        Raises:
            SearchIndexError: Pagefind failed.
        """
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        new = sorted({word for word in words if word not in self._known})
        for first in range(0, len(new), _MOST_AT_ONCE):
            self._ask(new[first : first + _MOST_AT_ONCE])
        return self._known

    def _ask(self, words: Sequence[str]) -> None:
        """Ask for some words at once; where Pagefind counts them differently, for fewer."""
        places = [*map(_asked, words), _BESIDE]
        files = files_of(self._language, " ".join(places))
        self._entry = json.loads(files[ENTRY])
        content, found = _read(files)
        if content.split() == places:
            by_place = {
                place: tuple((stem, weight) for _, stem, weight in group)
                for place, group in groupby(sorted(found), itemgetter(0))
            }
            self._known |= {word: by_place.get(place, ()) for place, word in enumerate(words)}
        elif len(words) == 1:
            last = max(where for where, _, _ in found)  # where the one beside it stands
            own = {stem: weight for where, stem, weight in found if where < last}
            self._known[words[0]] = tuple(own.items())
        else:
            half = len(words) // 2
            self._ask(words[:half])
            self._ask(words[half:])


@lru_cache
def words_of(language: str) -> Words:
    """The words that this process knows of a language."""
    return Words(language)


def _asked(word: str) -> str:
    """A word as it is asked for: nothing in it is taken for an entity, or for a mark of Pagefind's."""
    word = "".join(word.split()).replace("\u200b", "").replace("&", "+")
    return word.replace(_PRIVATE, "-") or "-"


def engine_files(language: str) -> Mapping[str, bytes]:
    """Pagefind's script, and its WebAssembly for a language, by path.

    Raises:
        SearchIndexError: Pagefind failed.
    """
    files = files_of(language, language)  # of nothing it makes none
    (own,) = json.loads(files[ENTRY])["languages"].values()
    return {name: files[name] for name in (SCRIPT, f"wasm.{own['wasm'] or 'unknown'}.pagefind")}


def _read(files: Mapping[str, bytes]) -> tuple[str, list[tuple[int, str, int]]]:
    """A text as Pagefind read it; and the places of its words, each with a stem and its weight."""
    (fragment,) = (unpacked(files[path]) for path in files if path.endswith(".pf_fragment"))
    chunks = (unpacked(files[path]) for path in files if path.endswith(".pf_index"))
    text: str = json.loads(fragment)["content"]
    return text, [one for chunk in chunks for one in _places(chunk)]


def unpacked(content: bytes) -> bytes:
    """What stands in one of Pagefind's files."""
    return zlib.decompress(content, GZIP).removeprefix(SIGNATURE)


def _places(chunk: bytes) -> Iterator[tuple[int, str, int]]:
    """Each place in a file of the index of one record, with the word that stands there."""
    count, place = length_at(chunk, 1)  # the file is an array of one array
    for _ in range(count):
        size, begin = length_at(chunk, place + 1)  # a word is an array of three, a text first
        word = chunk[begin : begin + size].decode()
        place = begin + size
        if chunk.startswith(_ONCE, place):  # as nearly all words
            where, place = length_at(chunk, place + len(_ONCE))
            if chunk.startswith(_NO_MORE, place):
                place += len(_NO_MORE)
                yield where, word, FULL_WEIGHT
                continue
            place = begin + size
        pages, place = value_at(chunk, place)
        variants, place = value_at(chunk, place)
        for inside in _all_pages(cast("_Pages", pages), cast("_Variants", variants)):
            yield from ((where, word, weight) for where, weight in _weighed(inside))


def _all_pages(pages: _Pages, variants: _Variants) -> Iterator[Sequence[int]]:
    for own in (pages, *(own for _, own in variants)):
        yield from (places for _, places, _ in own)


def _weighed(locations: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Places with their weights, from steps between places and, below zero, changes of weight."""
    place, weight = 0, FULL_WEIGHT + 1
    for step in locations:
        if step < 0:
            place, weight = 0, -1 - step
        else:
            place += step
            yield place, weight
