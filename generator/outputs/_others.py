"""Which words of another script the shards of a language may have, as one small filter for all of them.

A report in Arabic hardly has a word in Latin letters, nor one in English a word in Arabic script. So
before a reader's browser loads the page lists of fifty shards for such a word, and an engine, it asks a
Bloom filter (Bloom 1970), of a byte for each entry. What has no place in there stands in no shard; of
what has, some thirtieth does not either, and is then looked for in vain.

An entry is each beginning of a word from three letters on, since Pagefind finds words by their
beginnings; and the word with a mark behind it, by which a form that is up to three letters longer is
found. The search page asks in ``others.js``.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.orthography import ARABIC_LETTER

FILE = "others.json"
"""Of a shard: its words of another script, in order; of one that ends otherwise, its beginning and ``*``."""

ARABIC_SCRIPT = frozenset(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"))
"""Languages that are written in it, as ``query.js`` has them."""

END = "$"
"""Stands behind a whole word."""

SHORTEST = 3
_PLACES = 3  # bits of an entry
_LEAST = 64  # bytes
_BEGINNING = re.compile("[a-z]{3,}")
_PART = "*"
_OFFSET, _PRIME, _MIXER = 0x811C9DC5, 0x01000193, 0x85EBCA6B
_WORD = 0xFFFFFFFF


def words_of_others(language: str, words: Iterable[str]) -> bytes:
    """Those of a shard's words that are in another script than its language, as a file."""
    other = _in_latin if language in ARABIC_SCRIPT else _in_arabic
    found = sorted(set(filter(None, map(other, words))))
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _in_latin(word: str) -> str:
    begins = _BEGINNING.match(word)
    if begins is None:
        return ""
    return word if begins[0] == word else begins[0] + _PART


def _in_arabic(word: str) -> str:
    if ARABIC_LETTER.search(word) is None:
        return ""
    apart = unicodedata.normalize("NFD", word)
    return "".join(char for char in apart if not unicodedata.category(char).startswith("M"))


def filter_of(files: Iterable[bytes]) -> bytes:
    """The filter of some shards, from their files."""
    words = {word for file in files for word in json.loads(file)}
    hashes = {found for word in words for found in _entries(word)}
    bits = bytearray(max(_LEAST, len(hashes)))
    for found in hashes:
        for place in _places(found, 8 * len(bits)):
            bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def _entries(word: str) -> Iterator[int]:
    """The hash of each entry: FNV-1a, of 32 bits, of its letters in UTF-8."""
    found = _OFFSET
    for length, letter in enumerate(word.removesuffix(_PART), 1):
        found = _hashed(found, letter)
        if length >= SHORTEST:
            yield found
    if not word.endswith(_PART):
        yield _hashed(found, END)


def _hashed(found: int, text: str) -> int:
    for byte in text.encode():
        found = ((found ^ byte) * _PRIME) & _WORD
    return found


def _places(found: int, size: int) -> Iterator[int]:
    """Where the bits of an entry stand: from the first on in equal steps (Kirsch, Mitzenmacher 2006)."""
    step = (((found ^ (found >> 15)) * _MIXER) & _WORD) | 1
    return ((found + number * step) % size for number in range(_PLACES))
