"""Addresses: each belongs to one article, also where a server folds case or accents; each leads on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from generator.addresses import address_of
from generator.checks import Facts, problem, texts
from generator.model import Article, Problem
from generator.redirection import earlier_address
from generator.settings import Settings


def check(article: Article, facts: Facts) -> Iterator[Problem]:
    """Addresses that another article claims too, and redirects that lead nowhere or in a circle."""
    yield from _useless(article, facts)
    own = own_address(article, facts.settings)
    circling = set(facts.addresses.get(folded(own), ()))
    for field, address in claimed(article, facts.settings):
        others = [path for path in facts.addresses.get(folded(address), ()) if path != article.path]
        if field and others and others[0] in circling:
            message = (
                f"leads in a circle: articles/{others[0]}.md redirects to this report's address"
            )
            yield problem(article, field, address, message, "keep the one that is true")
        elif others:
            yield problem(
                article,
                field,
                address,
                f"the address /{address} belongs to articles/{others[0]}.md too",
                "rename one of the files, or remove the redirect",
            )


def _useless(article: Article, facts: Facts) -> Iterator[Problem]:
    own = own_address(article, facts.settings)
    seen: set[str] = set()
    for entry in texts(article.fields.get("redirect_from")):
        address = earlier_address(entry)
        if not address:
            message = f"'{entry}' is no path of this site"
            remedy = "write it without host, '?' and '#', such as 2010/05/the-story/"
            yield problem(article, "redirect_from", entry, message, remedy)
        elif folded(address) == folded(own):
            message = "the redirect leads to itself: it is the report's own address"
            yield problem(article, "redirect_from", entry, message, "remove the line")
        elif folded(address) in seen:
            message = f"the address /{address} stands here twice"
            yield problem(article, "redirect_from", entry, message, "keep it once")
        seen.add(folded(address))


def own_address(article: Article, settings: Settings) -> str:
    """Where the article's page stands, whatever else is wrong with it."""
    language = article.fields.get("language")
    return address_of(article.path, language if isinstance(language, str) else None, settings)


def claimed(article: Article, settings: Settings) -> Iterator[tuple[str, str]]:
    """Each address of an article, with the field that claims it (none for its own)."""
    own = own_address(article, settings)
    yield "", own
    for entry in texts(article.fields.get("redirect_from")):
        address = earlier_address(entry)
        if address and folded(address) != folded(own):
            yield "redirect_from", address


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
