"""Spelling: fold what readers and editors write differently, in Latin and in Arabic script.

Matching of vocabulary terms and full-text search use the same folding. The Arabic rules are those
of light stemming (Larkey et al. 2002, "light10"): written vowels and tatweel go, the forms of alef,
yaa and taa marbuta become one, and one-letter words written together with the next are split off.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from generator.word_tables import arabic, latin

_LETTERS = (
    r"[^\W_]+(?:[\u064b-\u065f\u0670]+[^\W_]*)*"  # nothing possessive: Python 3.11.2 errs there
)
WORD = re.compile(rf"{_LETTERS}(?:['’]{_LETTERS})*", re.UNICODE)
ARABIC_LETTER = re.compile(r"[\u0621-\u064a\u0671-\u06d3]")
ARABIC_INDIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_INDIC_DIGIT = re.compile("[٠-٩۰-۹]")
INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")

_GLYPHS = re.compile("[\ufb50-\ufd3d\ufd50-\ufdc7\ufdf2\ufe70-\ufefc]+")
_OF_GLYPHS = b"\xef"
"""With this every glyph begins in UTF-8, and hardly anything else: found much sooner than they are."""

_ALLAH = re.compile("[\u0627\ufe8d]\ufdf2")
_MARKS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_SAME_LETTER = str.maketrans("أإآٱىةؤئ", "ااااي" + "ه" + "وي")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu)'(?=\w{2})")  # French l'armée, d'otages
_PROCLITICS = ("و", "ف")  # and, so
_PREPOSITIONS = ("ب", "ك", "ل", "س")  # in/by, as, for, will
_ARTICLE = "ال"
_SHORTEST_STEM = 3
_LONGEST_KEPT = 4000
_LONGEST_WORD = 40  # nothing longer is one written word; keeps hostile input from recursing


def is_arabic(text: str) -> bool:
    """Whether the text has a letter of the Arabic script."""
    return not text.isascii() and ARABIC_LETTER.search(text) is not None


def with_letters(text: str) -> str:
    """The text with letters where it has glyphs: "ﻟﻴﺒﻴﺎ" as programs that set pages write "ليبيا".

    Unicode calls them Arabic Presentation Forms (chapter 9.2) and keeps them for old files alone: no
    search finds them, and screen readers spell them. Phrases with a sign of their own (ﷺ) stay.
    """
    if text.isascii() or _OF_GLYPHS not in text.encode("utf-8", "surrogatepass"):
        return text
    text = _ALLAH.sub("\ufdf2", text)  # the sign has the alef
    return _GLYPHS.sub(lambda run: unicodedata.normalize("NFKC", run[0]).replace(" ", ""), text)


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """One spelling for all that a reader takes for the same word: case, accents, vowels, hamza."""
    if word.isascii():
        return word.lower()
    word = INVISIBLE.sub("", _MARKS.sub("", unicodedata.normalize("NFKC", word)))
    if is_arabic(word):
        return word.translate(_SAME_LETTER)
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


class _Folded(dict[str, str]):
    """Words as ``fold`` has them; looked up in a third of the time that its own cache takes."""

    _MOST = 262_144

    def __missing__(self, word: str) -> str:
        if len(self) >= self._MOST:
            self.clear()
        self[word] = folded = fold(word)
        return folded


_FOLDED = _Folded()


def folded_words(text: str) -> tuple[str, ...]:
    """Each word of the text, folded; kept for a while, since several readers ask for the same line."""
    return _folded_line(text) if len(text) <= _LONGEST_KEPT else _folded(text)


def _folded(text: str) -> tuple[str, ...]:
    table = _OF_ARABIC if is_arabic(text) else _OF_LATIN
    found = table.words(text)
    if found is None:
        return tuple(map(_FOLDED.__getitem__, WORD.findall(text)))
    return found


_OF_LATIN, _OF_ARABIC = latin(fold), arabic(fold)
_folded_line = lru_cache(maxsize=2048)(_folded)


@lru_cache(maxsize=65_536)
def stems(word: str) -> tuple[str, ...]:
    """The folded forms under which a word may be looked up: itself first, then without clitics.

    ``بالقاهرة`` gives بالقاهره, القاهره and قاهره; ``airstrikes`` gives airstrikes and airstrike.
    """
    folded = fold(word)
    if not is_arabic(folded):
        bare = _ELISION.sub("", folded) if "'" in folded else folded
        return (folded, *([bare] if bare != folded else ()), *_english_singular(bare))
    return tuple(dict.fromkeys(_arabic_stems(folded)))


def looked_up(word: str) -> tuple[str, ...]:
    """The forms of an Arabic word that a search index has, as ``lookedUp`` in the page's folding.js.

    Whatever stands under a form with the article stands under the form without it as well.
    """
    forms = stems(word)
    short = len(_ARTICLE) + _SHORTEST_STEM
    bare = tuple(form for form in forms if not form.startswith(_ARTICLE) or len(form) < short)
    return bare or forms


def _arabic_stems(word: str) -> Iterator[str]:
    yield word
    if len(word) > _LONGEST_WORD:
        return
    if word[:1] in _PROCLITICS and len(word) > _SHORTEST_STEM:
        yield from _arabic_stems(word[1:])
    if word.startswith("لل") and len(word) > _SHORTEST_STEM + 1:
        yield from (_ARTICLE + word[2:], word[2:])
    elif word[:1] in _PREPOSITIONS and len(word) > _SHORTEST_STEM:
        yield from _arabic_stems(word[1:])
    if word.startswith(_ARTICLE) and len(word) > _SHORTEST_STEM + 1:
        yield word[2:]


def _english_singular(word: str) -> tuple[str, ...]:
    if len(word) <= _SHORTEST_STEM or not word.endswith("s") or word.endswith("ss"):
        return (word[:-2],) if word.endswith(("'s", "’s")) else ()
    if word.endswith(("'s", "s'")):
        return (word[: word.index("'")],)
    if word.endswith("ies"):
        return (word[:-3] + "y", word[:-1])
    return (word[:-1], word[:-2]) if word.endswith("es") else (word[:-1],)


def words(text: str) -> Iterator[re.Match[str]]:
    """Each word of the text, as a match that knows its place."""
    return WORD.finditer(text)


def western_digits(text: str) -> str:
    """The text with Arabic-Indic digits written as 0 to 9; its length stays the same."""
    if text.isascii() or _INDIC_DIGIT.search(text) is None:
        return text
    return text.translate(ARABIC_INDIC_DIGITS)


def strip_invisible(text: str) -> str:
    """The text without direction marks, zero-width and soft characters."""
    return INVISIBLE.sub("", text)
