"""Check: every article read, every problem told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.checks import Facts, checks
from generator.checks.addresses import all_claimed
from generator.model import Article, Problem
from generator.settings import Settings
from generator.store import ArticleStore
from generator.vocabulary import Vocabulary

_HIDDEN = ("draft", "embargoed")


def check_archive(folder: Path, settings: Settings, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every problem of every article, in order of file and line."""
    store = ArticleStore(folder)
    articles: list[Article] = []
    problems: list[Problem] = []
    paths: set[str] = set()
    for item in store.read_all():
        paths.add(item.path)
        if isinstance(item, Article):
            articles.append(item)
        else:
            problems += item.problems
            articles += [item.article] if item.article else []
    facts = Facts(
        settings=settings,
        vocabulary=vocabulary,
        paths=frozenset(paths),
        hidden=frozenset(a.path for a in articles if a.fields.get("status") in _HIDDEN),
        addresses=all_claimed(articles, settings),
        original_of=store.original_beside,
    )
    for article in articles:
        for check in checks():
            problems += check(article, facts)
    return iter(sorted(problems))
