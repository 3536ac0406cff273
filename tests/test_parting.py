"""Long lists in parts: within their limits, and steady."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from generator.parting import steady_ends

T = TypeVar("T")


def cut(
    items: Sequence[T],
    weigh: Callable[[T], int],
    limit: int,
    most: int,
    name: Callable[[T], str] = str,
) -> list[Sequence[T]]:
    ends = steady_ends([*map(weigh, items)], limit, most, lambda place: name(items[place]))
    return [items[start:end] for start, end in pairwise((0, *ends))]


@given(st.lists(st.integers(1, 30), max_size=400), st.integers(1, 30))
def test_parts_hold_the_limits_and_only_the_last_one_grows(weights: list[int], later: int) -> None:
    def parts(found: list[int]) -> list[Sequence[tuple[int, int]]]:
        return cut([*enumerate(found)], lambda item: item[1], 100, 12, lambda item: f"n{item[0]}")

    before = parts(weights)
    assert [weight for part in before for _, weight in part] == weights
    assert all(len(part) <= 12 and sum(w for _, w in part) <= 100 for part in before)
    assert all(len(part) >= 9 or sum(w for _, w in part) >= 70 for part in before[:-1])
    assert parts([*weights, later])[: len(before) - 1] == before[:-1]


def test_what_is_too_heavy_stands_alone() -> None:
    assert cut([5, 200, 5], int, 100, 7) == [[5], [200], [5]]
    assert cut([], int, 100, 7) == [[]]


def test_what_comes_in_late_changes_few_parts() -> None:
    def parts(found: list[int]) -> list[Sequence[int]]:
        return cut(found, lambda _: 1, 10**9, 50)

    items = list(range(10_000))
    before = {tuple(part) for part in parts(items)}
    added, taken = (
        [
            sum(tuple(part) not in before for part in parts([*items[:n], *new, *items[n + gone :]]))
            for n in range(0, 10_000, 250)
        ]
        for new, gone in (([10_007], 0), ([], 1))
    )
    for changed in (added, taken):
        assert sum(changed) / len(changed) < 5
        assert sorted(changed)[len(changed) // 2] == 1
    assert 42 <= len(items) / len(before) <= 46
