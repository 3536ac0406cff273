"""Where each word of some pages stands, in the form in which Pagefind's engine reads it.

A file of the index has words in alphabetical order; each with its pages, as steps from one page to
the next; each of those with the places of the word in its text, as steps, and with its places in the
page's facts. Below zero stand changes: of the weight of the places that follow, or of the field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import sub
from typing import cast

from generator.pagefind import cbor
from generator.pagefind.words import FULL_WEIGHT, Stems, Words

Spellings = Callable[[str], Sequence[str]]
"""As which words a part of a text, from one space to the next, is looked up."""

_CHUNK = 5_000  # bytes of a file before it is compressed; more where one word needs them
_ALIKE = 3  # words with so many letters in common should stand in one file, for beginnings of words
_NOTHING = -1  # the number of a part without any letter
_NONE = cbor.array(0)
_Places = tuple[list[tuple[int, int]], list[tuple[int, int]]]


class Postings:
    """The words of some pages. Parts of texts have to be learned before a page that has them is added."""

    def __init__(self, words: Words, spellings: Spellings) -> None:
        """Begin without a page."""
        self._known = words
        self._spellings = spellings
        self._numbers: dict[str, int] = {}  # of each word of the index
        self._written: list[list[int | bytes]] = []  # its pages: a number, what is told of it, …
        self._main: dict[str, int] = {}  # the word of each part of a text: most parts are one
        self._more: dict[str, tuple[int, ...]] = {}
        self._partly: dict[str, tuple[tuple[int, int], ...]] = {}

    @property
    def words(self) -> Collection[str]:
        """The words of the index."""
        return self._numbers.keys()

    def learn(self, parts: Iterable[str]) -> None:
        """Look up as which words these parts of texts stand in the index.

        Raises:
            SearchIndexError: Pagefind failed to say what it makes of a word.
        """
        spelled = {part: self._spellings(part) for part in parts}
        stems = self._known.stems(set(chain.from_iterable(spelled.values())))
        for part, words in spelled.items():
            found = stems[words[0]] if len(words) == 1 else _joined(map(stems.__getitem__, words))
            if len(found) == 1 and found[0][1] >= FULL_WEIGHT:
                self._main[part] = self._number(found[0][0])
            else:
                self._learn_several(part, found)

    def _learn_several(self, part: str, found: Stems) -> None:
        whole = [self._number(stem) for stem, weight in found if weight >= FULL_WEIGHT]
        self._main[part] = whole[0] if whole else _NOTHING
        if whole[1:]:
            self._more[part] = tuple(whole[1:])
        if len(whole) < len(found):
            rest = ((self._number(stem), weight) for stem, weight in found if weight < FULL_WEIGHT)
            self._partly[part] = tuple(rest)

    def _number(self, stem: str) -> int:
        number = self._numbers.setdefault(stem, len(self._numbers))
        if number == len(self._written):
            self._written.append([])
        return number

    def add(self, page: int, text: Sequence[str], facts: Mapping[int, Sequence[str]]) -> None:
        """A page behind all others: the parts of its text, and of its facts by number of field."""
        first, several = self._places(text)
        for number, (weighed, told) in self._rare(text, facts).items():
            own = several.pop(number, [first[number]]) if number in first else ()
            first.pop(number, None)
            inside = chain(_steps(own), _grouped(sorted(weighed)))
            self._written[number] += page, _numbers(inside) + _numbers(_grouped(sorted(told)))
        for number, own in several.items():
            del first[number]
            self._written[number] += page, _several(own)
        for number, place in first.items():
            self._written[number] += page, _one(place)

    def _places(self, text: Sequence[str]) -> tuple[dict[int, int], dict[int, list[int]]]:
        """The first place of each word, and all places of those that have several."""
        first: dict[int, int] = {}
        several: dict[int, list[int]] = {}
        keep = first.setdefault
        for place, number in enumerate(map(self._main.__getitem__, text)):
            before = keep(number, place)
            if before != place:
                several.setdefault(number, [before]).append(place)
        first.pop(_NOTHING, None)
        several.pop(_NOTHING, None)
        mixed = set()
        for place, part in _those_of(self._more, text):
            for number in self._more[part]:
                before = keep(number, place)
                if before != place:
                    several.setdefault(number, [before]).append(place)
                    mixed.add(number)
        for number in mixed:
            several[number].sort()
        return first, several

    def _rare(
        self, text: Sequence[str], facts: Mapping[int, Sequence[str]]
    ) -> Mapping[int, _Places]:
        """Words that are parts of others, by weight and place; those of facts, by field and place."""
        found: defaultdict[int, _Places] = defaultdict(lambda: ([], []))
        for place, part in _those_of(self._partly, text):
            for number, weight in self._partly[part]:
                found[number][0].append((weight, place))
        for field, parts in facts.items():
            for place, part in enumerate(parts):
                for number in self._all_of(part):
                    found[number][1].append((field, place))
        return found

    def _all_of(self, part: str) -> Iterator[int]:
        if self._main[part] != _NOTHING:
            yield self._main[part]
        yield from self._more.get(part, ())
        yield from (number for number, _ in self._partly.get(part, ()))

    def chunks(self) -> Iterator[tuple[str, str, bytes]]:
        """The files of the index, before compression: the first and last word of each, its bytes."""
        inside: list[bytes] = []
        first = last = ""
        size = 0
        for stem, number in sorted(self._numbers.items()):
            is_full = (size >= _CHUNK and not stem.startswith(last[:_ALIKE])) or size >= 2 * _CHUNK
            if is_full:
                yield first, last, _chunk(inside)
                inside, size = [], 0
            first, last = (first if inside else stem), stem
            inside.append(_word(stem, self._written[number]))
            size += len(inside[-1])
        if inside:
            yield first, last, _chunk(inside)


def _those_of(some: Mapping[str, object], text: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The parts of a text that are among some, with their places."""
    if not some.keys().isdisjoint(text):
        yield from ((place, part) for place, part in enumerate(text) if part in some)


def _joined(found: Iterable[Stems]) -> Stems:
    """The words of several spellings, each once, with the most that it weighs."""
    weights: dict[str, int] = {}
    for stem, weight in chain.from_iterable(found):
        weights[stem] = max(weight, weights.get(stem, 0))
    return tuple(weights.items())


def _chunk(words: Sequence[bytes]) -> bytes:
    return b"".join((cbor.array(1), cbor.array(len(words)), *words))


def _word(stem: str, written: Sequence[int | bytes]) -> bytes:
    """A word: itself, its pages, and other spellings of it, of which there are none."""
    pages = cast("Sequence[int]", written[::2])
    steps = map(_begin, map(sub, pages, chain((0,), pages)))
    told = cast("Sequence[bytes]", written[1::2])
    joined = b"".join(chain.from_iterable(zip(steps, told, strict=True)))
    return b"".join((cbor.array(3), cbor.text(stem), cbor.array(len(pages)), joined, _NONE))


@lru_cache(maxsize=1 << 14)
def _begin(step: int) -> bytes:
    """What stands before the places in a page that is so many pages behind the one before."""
    return cbor.array(3) + cbor.number(step)


@lru_cache(maxsize=1 << 14)
def _one(place: int) -> bytes:
    """A place in a text, and none in facts."""
    return _numbers((place,)) + _NONE


def _several(places: Sequence[int]) -> bytes:
    """Places in a text, and none in facts."""
    try:
        steps = b"".join(map(_SMALL.__getitem__, map(sub, places, [0, *places])))
        return _LENGTHS[len(places)] + steps + _NONE
    except IndexError:
        return _numbers(_steps(places)) + _NONE


_SMALL = [cbor.number(value) for value in range(4096)]
_LENGTHS = [cbor.array(length) for length in range(256)]
_number = lru_cache(maxsize=1 << 16)(cbor.number)


def _numbers(values: Iterable[int]) -> bytes:
    written = list(map(_number, values))
    return cbor.array(len(written)) + b"".join(written)


def _steps(places: Sequence[int]) -> Iterator[int]:
    """From each place to the next."""
    return map(sub, places, chain((0,), places))


def _grouped(places: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Steps, and before each group a number below zero that stands for it."""
    current, last = -1, 0
    for group, place in places:
        if group != current:
            yield -1 - group
            current, last = group, 0
        yield place - last
        last = place
