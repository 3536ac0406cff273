"""Which of a place's names becomes its label in each language, which ones aliases, and which none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.gazetteer.geonames import Name, Place
from generator.orthography import fold, is_arabic, words

LANGUAGES = ("en", "ar", "fr")
"""Languages whose names become aliases; reports are written in them."""

_SHORTEST = 3
_LONGEST = 80
_NOT_ARABIC = frozenset("پچژگکیەۆێۇۋےٹڈڑںھہ")  # Persian, Kurdish, Urdu, Uyghur
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True)
class Named:
    """A place under the names that reports may use.

    Attributes:
        labels: one name in English, and one in Arabic where it has any.
        aliases: the other names, by language.
        dropped: names that are ordinary words or too short to be recognised safely.
    """

    labels: dict[str, str]
    aliases: dict[str, list[str]]
    dropped: tuple[str, ...]


def named(place: Place) -> Named:
    """The names of a place; those that are spelt alike count once."""
    labels = {"en": _english(place)}
    if arabic := _best([n for n in place.others if _is_in(n, "ar")]):
        labels["ar"] = arabic
    taken = {key_of(label) for label in labels.values()}
    aliases: dict[str, list[str]] = {}
    dropped: list[str] = []
    for name in (Name(place.name), Name(place.plain), *place.others):
        language = next((one for one in LANGUAGES if _is_in(name, one)), "")
        key = key_of(name.text)
        if not language or not key or key in taken or len(name.text) > _LONGEST:
            continue
        taken.add(key)
        if is_ordinary(name.text):
            dropped.append(name.text)
        else:
            aliases.setdefault(language, []).append(name.text)
    return Named(labels, aliases, tuple(dropped))


def key_of(name: str) -> str:
    """A name as it is compared: its words, folded."""
    return " ".join(fold(match[0]) for match in words(name))


def is_ordinary(name: str) -> bool:
    """Whether a name alone says too little: a word of everyday, or fewer than three letters."""
    key = key_of(name)
    bare = key.removeprefix("ال") if is_arabic(key) else key
    return len(bare.replace(" ", "")) < _SHORTEST or key in _ordinary() or bare in _ordinary()


def _english(place: Place) -> str:
    return _best([n for n in place.others if n.language == "en"]) or place.name


def _best(names: list[Name]) -> str:
    """The preferred name, else the first; of those whose language is told before others."""
    ranked = sorted(names, key=lambda name: (not name.language, not name.is_preferred))
    return ranked[0].text if ranked else ""


def _is_in(name: Name, language: str) -> bool:
    if name.language:
        return name.language == language
    letters = name.text.lower()
    if language == "ar":
        return is_arabic(letters) and _NOT_ARABIC.isdisjoint(letters)
    is_latin = all(fold(c)[:1] in _LATIN for c in letters if c.isalpha())
    return language == "en" and is_latin and not letters.isnumeric()


@cache
def _ordinary() -> frozenset[str]:
    text = files("generator.gazetteer").joinpath("ordinary.txt").read_text("utf-8")
    return frozenset(_words_in(text))


def _words_in(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from map(key_of, line.split())
