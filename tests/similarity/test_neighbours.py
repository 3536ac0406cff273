"""Texts that are alike meet, others hardly ever, and a series of thousands does not grow squared."""

from __future__ import annotations

import random
from itertools import combinations

from generator.similarity import Neighbours, Wording, signature_of
from tests.similarity.made_up import TWICE_CHANGED, body, copies, originals, series

_LEXICON = [f"word{number}" for number in range(3000)]


def noise(number: int, length: int = 120) -> Wording:
    return Wording(tuple(random.Random(number).choices(_LEXICON, k=length)), length)


def test_every_kind_of_copy_meets_its_original_among_many() -> None:
    for done, pairs in copies().items():
        share = 0.75 if done == TWICE_CHANGED else 0.97
        index = Neighbours()
        for number in range(300):
            index.add(signature_of(noise(number)))
        numbers = [index.add(signature_of(Wording.of(one))) for one, _ in pairs]
        met = [
            number in index.near(signature_of(Wording.of(other)))
            for number, (_, other) in zip(numbers, pairs, strict=True)
        ]
        assert sum(met) >= share * len(met), done


def test_strangers_hardly_ever_meet() -> None:
    index = Neighbours()
    for number in range(2000):
        assert index.near(signature_of(noise(number))) == []
        index.add(signature_of(noise(number)))


def test_nothing_is_lost_as_the_tables_grow() -> None:
    index = Neighbours()
    wordings = [noise(number, 30) for number in range(2500)]
    for wording in wordings:
        index.add(signature_of(wording))
    assert len(index) == len(wordings)
    for number in (0, 1, 1023, 1024, 1025, 2047, 2048, 2499):
        assert index.near(signature_of(wordings[number]))[0] == number


def test_of_a_long_series_only_so_many_are_compared() -> None:
    index = Neighbours()
    same = signature_of(Wording.of(series()["weekly summary"][0]))
    for _ in range(3000):
        index.add(same)
    assert 0 < len(index.near(same)) <= 24
    assert max(index.near(same)) == 2999


def test_the_share_of_equal_values_estimates_the_share_of_equal_shingles() -> None:
    texts = [Wording.of(body(sentences)) for _, sentences in originals()[:4]]
    texts += [Wording.of(other) for pairs in copies().values() for _, other in pairs[:2]]
    for one, other in combinations(texts, 2):
        share = len(one.shingles & other.shingles) / len(one.shingles | other.shingles)
        equal = sum(a == b for a, b in zip(signature_of(one), signature_of(other), strict=True))
        assert abs(equal / 90 - share) < 0.2


def test_a_text_without_words_has_no_signature_and_meets_nobody() -> None:
    assert len(signature_of(Wording.of("… — !"))) == 0
    assert Neighbours().near(signature_of(Wording.of(""))) == []


def test_a_copy_is_found_among_many_that_meet_by_chance() -> None:
    """Each of a hundred newer texts has one band of the first one; a copy has half of its values."""
    neighbours, copied = Neighbours(), signature_of(noise(1))
    strange = signature_of(noise(2))
    neighbours.add(strange[:45] + copied[45:])
    for number in range(100):
        own, band = signature_of(noise(number + 3)), 3 * (number % 15)
        neighbours.add(own[:band] + copied[band : band + 3] + own[band + 3 :])
    assert neighbours.near(copied) == [0]
