"""Bodies word by word: ours, and trafilatura's own, on the pages whose label has a body."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

import trafilatura

from .labels import Labelled, labelled
from .scoring import Score


@dataclass(frozen=True)
class Bodies:
    """Scores of both over the same pages, means over the pages as in trafilatura's own tables."""

    pages: int
    ours: tuple[float, float, float]
    trafilatura: tuple[float, float, float]


@cache
def compared() -> Bodies:
    """Precision, recall and F1 of words, with how often each occurs."""
    pages = [report for report in labelled() if "body" in report.truth]
    ours = [words_found(str(page.truth["body"]), page.body) for page in pages]
    theirs = [words_found(str(page.truth["body"]), by_trafilatura(page)) for page in pages]
    return Bodies(len(pages), _means(ours), _means(theirs))


def by_trafilatura(page: Labelled) -> str:
    """What trafilatura takes for the text of the page, as it comes."""
    return trafilatura.extract(page.raw.read_bytes(), include_comments=False) or ""


def words_found(true: str, found: str) -> Score:
    """Words in common, words too many, words that lack."""
    wanted, there = Counter(true.split()), Counter(found.split())
    right = (wanted & there).total()
    return Score(right, there.total() - right, wanted.total() - right)


def _means(scores: list[Score]) -> tuple[float, float, float]:
    count = max(1, len(scores))
    return (
        sum(score.precision for score in scores) / count,
        sum(score.recall for score in scores) / count,
        sum(score.f1 for score in scores) / count,
    )
