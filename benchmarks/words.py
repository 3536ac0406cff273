"""Texts that are none: invented words with the statistics of real ones, in two scripts.

The frequency of a word falls with its rank as in natural language (Zipf 1949, exponent 1.07); the
most frequent ones are real function words, so that stemmers and stop lists meet what they expect.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_EXPONENT = 1.07
_SIZE = 30_000
_ENGLISH = (
    "the of and to in a that was for on with as were by at from it said had not he have this be "
    "which are his they is but its been who an after their she one two when there out more would "
    "about into up no than them him what some other only could time over also"
).split()
_ARABIC = (
    "في من على إلى أن التي الذي عن مع هذا هذه كان لم وقد قال بعد قبل حتى كما بين كل ما لا إن أو ثم "
    "عند خلال نحو دون غير أكثر منذ حين هو هي هم كانت ذلك تلك أي بعض جميع"
).split()
_ONSETS = "b br c ch d dr f fl g gr h j k l m n p pl qu r s sh st t th tr v w".split()
_VOWELS = "a e i o u ai ea ou".split()
_CODAS = ("", "", "l", "n", "nd", "r", "rn", "s", "st", "t", "m", "ck")
_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
_PATTERNS = (
    "{}ا{}{}",
    "{}{}ي{}",
    "م{}{}و{}",
    "{}{}{}",
    "ت{}{}ي{}",
    "{}{}{}ة",
    "ا{}ت{}ا{}",
    "{}وا{}{}",
)


@dataclass(frozen=True)
class Tongue:
    """A language of the corpus.

    Attributes:
        language: BCP 47.
        words: by rank, the most frequent first.
        comma, stop: its punctuation.
    """

    language: str
    words: Sequence[str]
    weights: Sequence[float]
    comma: str
    stop: str

    def sentences(self, count: int, chance: random.Random) -> list[str]:
        """About ``count`` words as sentences of 8 to 30 words."""
        drawn = chance.choices(self.words, cum_weights=self.weights, k=count)
        sentences, start = [], 0
        while start < count:
            length = chance.randint(8, 30)
            words = drawn[start : start + length]
            half = len(words) // 2
            if len(words) > 16:
                words[half] += self.comma
            text = " ".join(words)
            sentences.append(f"{text[:1].upper()}{text[1:]}{self.stop}")
            start += length
        return sentences

    def title(self, chance: random.Random) -> str:
        """Five to eleven words that are not the most frequent ones."""
        return self.name(chance, chance.randint(5, 11))

    def name(self, chance: random.Random, words: int) -> str:
        """A name of some words."""
        text = " ".join(chance.choices(self.words[40:4000], k=words))
        return f"{text[:1].upper()}{text[1:]}"


def tongues() -> tuple[Tongue, Tongue]:
    """English and Arabic, always the same."""
    chance = random.Random(1949)
    weights = list(itertools.accumulate((rank + 2.7) ** -_EXPONENT for rank in range(_SIZE)))
    english = _ranked(_ENGLISH, lambda: _english(chance))
    arabic = _ranked(_ARABIC, lambda: _arabic(chance))
    return Tongue("en", english, weights, ",", "."), Tongue("ar", arabic, weights, "،", ".")


def _ranked(first: Sequence[str], invent: Callable[[], str]) -> Sequence[str]:
    found = dict.fromkeys(first)
    while len(found) < _SIZE:
        found[invent()] = None
    return list(found)


def _english(chance: random.Random) -> str:
    syllables = chance.choices((1, 2, 3, 4), (2, 5, 4, 1))[0]
    parts = (
        chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS)
        for _ in range(syllables)
    )
    return "".join(parts) + chance.choice(("", "", "", "s", "ed", "ing"))


def _arabic(chance: random.Random) -> str:
    root = chance.sample(_LETTERS, 3)
    word = chance.choice(_PATTERNS).format(*root)
    return (
        chance.choice(("", "", "ال", "وال", "بال", "ب", "و"))
        + word
        + chance.choice(("", "", "ات", "ون"))
    )
