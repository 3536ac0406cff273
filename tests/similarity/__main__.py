"""``python -m tests.similarity``: how far apart copies and series stand, as in the manual."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import combinations

from generator.similarity import Wording, similarity

from .made_up import copies, series


def rows() -> list[tuple[str, int, float, float]]:
    """Each kind of pair: how many, the lowest and the highest similarity."""
    told = []
    for name, pairs in copies().items():
        told.append(_row(name, [_of(one, other) for one, other in pairs]))
    for name, texts in series().items():
        told.append(_row(name, [_of(one, other) for one, other in combinations(texts, 2)]))
    return told


def _row(name: str, found: Sequence[float]) -> tuple[str, int, float, float]:
    return name, len(found), min(found), max(found)


def _of(one: str, other: str) -> float:
    return similarity(Wording.of(one), Wording.of(other))


if __name__ == "__main__":
    for name, count, low, high in rows():
        sys.stdout.write(f"| {name} | {count} | {low:.2f} | {high:.2f} |\n")
