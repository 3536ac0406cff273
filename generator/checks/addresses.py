"""Addresses: each belongs to one article, also where a server folds case or accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from generator.checks import Facts, problem, texts
from generator.model import Article, Problem
from generator.publication import address_of
from generator.settings import Settings


def check(article: Article, facts: Facts) -> Iterator[Problem]:
    """Addresses that another article claims too: its own, or one in `redirect_from`."""
    for field, address in claimed(article, facts.settings):
        others = [path for path in facts.addresses.get(folded(address), ()) if path != article.path]
        if others:
            yield problem(
                article,
                field,
                address,
                f"the address /{address} belongs to articles/{others[0]}.md too",
                "rename one of the files, or remove the redirect",
            )


def claimed(article: Article, settings: Settings) -> Iterator[tuple[str, str]]:
    """Each address of an article, with the field that claims it (none for its own)."""
    language = article.fields.get("language")
    yield "", address_of(article.path, language if isinstance(language, str) else None, settings)
    for address in texts(article.fields.get("redirect_from")):
        yield "redirect_from", address.strip("/") + "/"


def folded(address: str) -> str:
    """The address as a server sees it that does not tell case or Unicode forms apart."""
    return unicodedata.normalize("NFC", address).casefold()


def all_claimed(articles: Iterable[Article], settings: Settings) -> dict[str, tuple[str, ...]]:
    """Every address, folded, with the paths of the articles that claim it."""
    claims: dict[str, set[str]] = {}
    for article in articles:
        for _, address in claimed(article, settings):
            claims.setdefault(folded(address), set()).add(article.path)
    return {address: tuple(sorted(paths)) for address, paths in claims.items()}
