"""The similarity of two texts: the same report in other words is found, two of a series are not.

A text is the set of its shingles, runs of WORDS words in a row, folded. A stretch that was cut off,
put before it or written anew costs the shingles of that stretch and no others. In the next report
of a series names and figures are exchanged all over a form: an exchange of a word or two within
the same words therefore costs EXCHANGE shingles more, and where the figures differ there is no
similarity. ``python -m tests.similarity`` measures how far apart the two cases stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.orthography import folded_words, western_digits

WORDS = 5
"""Words of a shingle."""

EXCHANGE = 5
"""Shingles that an exchange of a word or two costs besides those that it breaks."""

SHORT = 60
"""Words of prose below which two texts are the same only if they are nearly equal."""

NEARLY_EQUAL = 0.95
"""The share of equal shingles from which short texts, tables and lists are the same."""

DEFAULT = 0.8
"""The similarity from which two texts are told to be near copies."""

_FEW = 4  # figures below which nothing is concluded from them
_EXCHANGED = 3  # words that may have been exchanged in one place
_CLAUSE = 8  # words that a line of prose has at least
_TARGET = re.compile(
    r"\]\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s[^()\n]{0,500})?\)|<[^<>\n]{1,500}>"
)
_ITEM = re.compile(r"\s*(?:\||[-*+]\s|\d+[.)]\s|#{1,6}\s)")


@dataclass(frozen=True)
class Wording:
    """What is compared of a text.

    Attributes:
        folded: its words as they are compared.
        prose: how many of them stand in lines of prose and not in tables, lists or headings.
    """

    folded: tuple[str, ...]
    prose: int

    @classmethod
    def of(cls, body: str) -> Wording:
        """The wording of a body in Markdown; addresses of links and tags are no words of it."""
        folded: list[str] = []
        prose = 0
        if "](" in body or "<" in body:
            body = _TARGET.sub("] ", body)
        for line in western_digits(body).split("\n"):
            found = folded_words(line)
            folded += found
            if len(found) >= _CLAUSE and not _ITEM.match(line):
                prose += len(found)
        return cls(tuple(folded), prose)

    @property
    def is_short(self) -> bool:
        """Whether there is little prose in it, so that only nearly equal texts are the same."""
        return self.prose < max(SHORT, len(self.folded) / 2)

    @property
    def runs(self) -> Iterator[str]:
        """Each run of words, in order; of a text with fewer words, all of them as one."""
        if 0 < len(self.folded) < WORDS:
            return iter((" ".join(self.folded),))
        return map(" ".join, zip(*(self.folded[at:] for at in range(WORDS)), strict=False))

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Each run of words once."""
        return frozenset(self.runs)

    @cached_property
    def figures(self) -> Counter[str]:
        """Each word with a digit, and how often."""
        return Counter(word for word in self.folded if any(map(str.isdigit, word)))


def similarity(one: Wording, other: Wording) -> float:
    """The share of the shorter text that stands in the longer one too, from 0 to 1.

    A text of less than half the length counts as if it had half: a brief is no copy. Of short
    texts, tables and lists the share of both together counts, and only if they are nearly equal.
    """
    brief, long = sorted((one, other), key=lambda wording: len(wording.shingles))
    shared = len(brief.shingles & long.shingles)
    if not shared:
        return 0.0
    if one.is_short or other.is_short:
        share = shared / len(brief.shingles | long.shingles)
        return share if share >= NEARLY_EQUAL and one.figures == other.figures else 0.0
    if not _figures_agree(one.figures, other.figures):
        return 0.0
    lost = EXCHANGE * _exchanges(brief, long)
    return max(0.0, shared - lost) / max(len(brief.shingles), len(long.shingles) / 2)


def _figures_agree(one: Counter[str], other: Counter[str]) -> bool:
    """Whether at least half of the figures of the text that has fewer stand in the other one."""
    less = min(one.total(), other.total())
    return less < _FEW or (one & other).total() * 2 >= less


def _exchanges(brief: Wording, long: Wording) -> int:
    """In how many places of the text a word or two were exchanged, between words that both have."""
    exchanged, broken, is_within = 0, 0, False
    for run in brief.runs:
        if run not in long.shingles:
            broken += 1
            continue
        exchanged += is_within and 0 < broken < WORDS + _EXCHANGED
        broken, is_within = 0, True
    return exchanged
