"""The search page, one per interface language."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.archive import PublicArchive
from generator.catalogue import FALLBACK, Catalogue, read_words
from generator.model import Page

_WORDS = "search."


def pages(archive: PublicArchive) -> Iterator[Page]:
    """``search/`` in each language; what it finds comes from the search index.

    The page tells its script what to say, and in which locale.
    """
    for language in archive.settings.languages:
        yield Page(
            address=f"{archive.settings.prefix(language)}search/",
            language=language,
            title=Catalogue(language)("search.title"),
            template="search.html",
            context={
                "locale": archive.settings.date_locale(language).replace("_", "-"),
                "words": _json(_words(language)),
            },
        )


def _words(language: str) -> dict[str, object]:
    """What the script says, each text or its plural forms by its key without the prefix."""
    known = {**read_words(FALLBACK), **read_words(language)}
    return {key.removeprefix(_WORDS): word for key, word in known.items() if key.startswith(_WORDS)}


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
