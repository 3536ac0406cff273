"""Which texts are worth comparing, out of very many: MinHash signatures that meet in bands.

The share of equal values in two signatures estimates the share of equal shingles (Broder 1997).
A signature is parted into BANDS bands; texts with an equal band meet. Of texts that have half of
their shingles in common 98 % meet, of those with three fifths practically all, of those with a
tenth 3 %. Each text meets at most so many in a band, so that a series of thousands of reports in
one form does not cost the square of their number; the newest are met first.

rensa computes the signatures, a fiftieth of a millisecond each.
"""

from __future__ import annotations

import heapq
from array import array
from collections import Counter
from collections.abc import Iterator
from operator import eq
from typing import TypeAlias
from zlib import crc32

from rensa import RMinHash

from generator.similarity.wording import WORDS, Wording

Signature: TypeAlias = "array[int]"
"""90 values of 32 bits; empty for a text without words."""

_BANDS, _BAND = 30, 3
_VALUES = _BANDS * _BAND
_SEED = 1997
_FIRST_SLOTS = 1024
_MET_IN_A_BAND = 24
_COMPARED = 12
_RATED = 48  # of those that are met in most bands: very many meet once, by chance
_LEAST = 0.25  # share of equal values below which a near copy is out of the question
_NONE = -1

SCHEME = f"rensa-r{RMinHash.ALGORITHM_VERSION}-{_VALUES}-{_SEED}-words{WORDS}"
"""What signatures are made by; under another name they cannot be compared."""


def signature_of(wording: Wording) -> Signature:
    """The signature of a text."""
    if not wording.folded:
        return array("I")
    sketch = RMinHash(_VALUES, _SEED)
    sketch.update(
        list(wording.runs)
    )  # one said twice counts once; of many texts at once it would start threads
    return array("I", sketch.digest())


class Neighbours:
    """Signatures by number, counted from 0, and the tables in which they meet.

    A table is two arrays: the newest text of each slot, and for each text the next older one in
    its slot: 600 bytes a text in all.
    """

    def __init__(self) -> None:
        self._values: Signature = array("I")
        self._older = array("i")
        self._slots = _FIRST_SLOTS
        self._newest = array("i", [_NONE]) * (_BANDS * self._slots)

    def __len__(self) -> int:
        return len(self._values) // _VALUES

    def add(self, signature: Signature) -> int:
        """Take a signature in; its number."""
        number = len(self)
        if number >= self._slots:
            self._grow()
        self._values.extend(signature)
        self._hang_in(number, signature)
        return number

    def near(self, signature: Signature) -> list[int]:
        """The numbers of the texts that are worth comparing with this one, the likeliest first."""
        if not signature:
            return []
        met = Counter(self._met(signature)).most_common(_RATED)
        rated = ((self._equal(signature, number), number) for number, _ in met)
        likely = (rating for rating in rated if rating[0] >= _LEAST * _VALUES)
        return [number for _, number in heapq.nlargest(_COMPARED, likely)]

    def _met(self, signature: Signature) -> Iterator[int]:
        """The texts with an equal band, for each band; in a slot stand others too."""
        for band, slot in enumerate(self._slots_of(signature)):
            number = self._newest[slot]
            own = signature[band * _BAND : (band + 1) * _BAND]
            for _ in range(_MET_IN_A_BAND):
                if number == _NONE:
                    break
                start = number * _VALUES + band * _BAND
                if self._values[start : start + _BAND] == own:
                    yield number
                number = self._older[number * _BANDS + band]

    def _equal(self, signature: Signature, number: int) -> int:
        start = number * _VALUES
        return sum(map(eq, signature, self._values[start : start + _VALUES]))

    def _slots_of(self, signature: Signature) -> Iterator[int]:
        content = signature.tobytes()
        size = len(content) // _BANDS
        for band in range(_BANDS):
            place = crc32(content[band * size : (band + 1) * size]) % self._slots
            yield band * self._slots + place

    def _hang_in(self, number: int, signature: Signature) -> None:
        for slot in self._slots_of(signature):
            self._older.append(self._newest[slot])
            self._newest[slot] = number

    def _grow(self) -> None:
        """Twice the slots: every text is hung in anew, so that slots keep holding about one."""
        self._slots *= 2
        self._newest = array("i", [_NONE]) * (_BANDS * self._slots)
        self._older = array("i")
        for number in range(len(self)):
            self._hang_in(number, self._values[number * _VALUES : (number + 1) * _VALUES])
