"""The folded words of a line by tables of bytes: no word is looked at, a fifth to a half of the time.

Most lines are of few letters. In a character set of our own, made of those, a letter is folded by a
table of 256 bytes, and what parts words is a space; all that is done in C. A line with any other
character is for those who look at every word.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

_IN_A_WORD = "'"
_PARTS = "\0\t\n\r" + "".join(c for c in map(chr, range(32, 127)) if not c.isalnum() and c != "'")
_SIGNS = "\u00a0«»“”„‘–—…•·€£§°©®"
_OF_ARABIC = "،؛؟٪"
_ASCII = "".join(filter(str.isalnum, map(chr, range(127))))
_SMALL = "".join(c for c in _ASCII if not c.isupper())
_LATIN = (
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝàáâãäåæçèéêëìíîïðñòóôõöøùúûüýÿ"
    "ŒœŸŠšŽžĞğİıŞşĆćČčĐđŁłŃńŚśŹźŻżĄąĘęŐőŰű"
)
_ARABIC = "".join(map(chr, (*range(0x621, 0x63B), *range(0x641, 0x64B), *range(0x660, 0x66A))))
_VOWELS = "".join(map(chr, (*range(0x64B, 0x660), 0x670)))
_WITH_APOSTROPHE = re.compile(r"[^\s']+(?:'[^\s']+)*")


class WordTable:
    """Finds words of some letters.

    Attributes:
        fold: one letter as it is compared.
        letters: all that words are made of; with capitals only if no word keeps its own.
        dropped: marks that are written within words and are not compared.
        others: what parts words, besides the signs that all texts have.
    """

    def __init__(
        self, fold: Callable[[str], str], letters: str, *, dropped: str = "", others: str = ""
    ) -> None:
        images = dict.fromkeys(_PARTS + _SIGNS + others, " ") | {mark: mark for mark in dropped}
        images |= {letter: fold(letter) for letter in letters}
        known = "".join(dict.fromkeys((*images, *images.values())))
        assert len(known) <= 256, f"{len(known)} characters are more than a byte tells apart"
        self._charset = known.ljust(256, "\ufffe")  # as codecs calls what is no character
        self._encoding = codecs.charmap_build(self._charset)  # quick if NUL is the first
        self._folded = bytes(known.index(images.get(c, c)) for c in known).ljust(256, b"\0")
        self._dropped = bytes(map(known.index, dropped))

    def words(self, text: str) -> tuple[str, ...] | None:
        """Each word, folded; None for a text with any character that the table lacks."""
        try:
            encoded, _ = codecs.charmap_encode(text, "strict", self._encoding)
        except UnicodeEncodeError:
            return None
        translated = encoded.translate(self._folded, self._dropped)
        folded, _ = codecs.charmap_decode(translated, "strict", self._charset)
        if _IN_A_WORD in folded:
            return tuple(_WITH_APOSTROPHE.findall(folded))
        return tuple(folded.split())


def latin(fold: Callable[[str], str]) -> WordTable:
    """For the languages of Europe; an apostrophe stands within words as letters do."""
    return WordTable(fold, _ASCII + _LATIN + "'’")


def arabic(fold: Callable[[str], str]) -> WordTable:
    """For Arabic among small Latin letters: a word of both scripts keeps capitals and apostrophes."""
    return WordTable(fold, _SMALL + _ARABIC, dropped=_VOWELS, others=_OF_ARABIC)
