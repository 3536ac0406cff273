"""Check: every article read, every problem told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    unread = paths - {article.path for article in articles}
    problems += _strays(store, articles, unread)
    return iter(sorted(problems))


def _strays(
    store: ArticleStore, articles: Sequence[Article], unread: set[str]
) -> Iterator[Problem]:
    """Files under articles/ that belong to no article: a killed import leaves such, or a typing error."""
    named = {
        f"{article.path.rpartition('/')[0]}/{file}".lstrip("/")
        for article in articles
        for file in article.files_beside
    }
    for name in store.other_files():
        may_be_named = any(name.startswith(f"{path}.") for path in unread)
        if name not in named and not may_be_named:
            yield Problem(
                f"articles/{name}",
                0,
                "",
                "",
                "belongs to no article",
                "name it in an article's 'original:' or 'pictures:', or remove it; articles end in .md",
            )
