"""The letter under which a name stands in an A–Z or أ–ي index, and the order of names in it.

Latin letters are folded without accents; Arabic names stand without their article ال, and the forms
of alef and hamza as one. All that begins with neither script stands under ``#``.
"""

from __future__ import annotations

import re

from generator.orthography import fold, strip_invisible

OTHER = "#"

_ARABIC = "ابپتثجچحخدذرزژسشصضطظعغفڤقكگلمنهوي"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
# What Unicode does not decompose, and the Persian and Urdu forms of Arabic letters.
_SAME = str.maketrans("æœøðđłþħıءکیےۀہھ", "aooddlthi" + "ا" + "كييههه")
_ARTICLE = re.compile(r"^ال(?=\w{2})")
_NO_LETTERS = re.compile(r"^[\W_]+")


def sort_key(name: str, language: str) -> tuple[int, str, str]:
    """Sorts names as an index in ``language`` has them: its own script first, ``#`` last."""
    folded = _folded(name)
    return (_script_order(folded, language), folded, name)


def letter_of(name: str) -> str:
    """The letter under which a name stands: A to Z, an Arabic letter, or ``#``."""
    first = _folded(name)[:1]
    return first.upper() if first and first in _LATIN + _ARABIC else OTHER


def _folded(name: str) -> str:
    """The name as it is sorted: without marks before it, case, accents, article."""
    text = _NO_LETTERS.sub("", strip_invisible(name).strip())
    text = " ".join(fold(word) for word in text.split())
    return _ARTICLE.sub("", text).translate(_SAME)


def _script_order(folded: str, language: str) -> int:
    first = folded[:1]
    if first and first in _ARABIC:
        return 0 if is_arabic_language(language) else 1
    if first and first in _LATIN:
        return 1 if is_arabic_language(language) else 0
    return 2


def is_arabic_language(language: str) -> bool:
    """Whether an index in this language begins with Arabic letters."""
    return language.partition("-")[0] in ("ar", "fa", "ur", "ps", "ckb", "ug", "sd")
