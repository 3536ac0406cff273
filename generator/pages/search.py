"""The search page, one per interface language."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.catalogue import FALLBACK, Catalogue, read_words
from generator.model import Page
from generator.publication import PublicArchive

_WORDS = "search."


def pages(archive: PublicArchive) -> Iterator[Page]:
    """``search/`` in each language; what it finds comes from the search index.

    The page tells its script which bundles there are, its own language's first, and what to say.
    """
    spoken = {report.site_language for report in archive.reports}
    languages = [language for language in archive.settings.languages if language in spoken]
    for language in archive.settings.languages:
        bundles = sorted(languages, key=lambda other: other != language)
        yield Page(
            address=f"{archive.settings.prefix(language)}search/",
            language=language,
            title=Catalogue(language)("search.title"),
            template="search.html",
            context={
                "bundles": _json([{"language": b, "path": f"pagefind/{b}/"} for b in bundles]),
                "words": _json(_words(language)),
            },
        )


def _words(language: str) -> dict[str, object]:
    """What the script says, each text or its plural forms by its key without the prefix."""
    known = {**read_words(FALLBACK), **read_words(language)}
    return {key.removeprefix(_WORDS): word for key, word in known.items() if key.startswith(_WORDS)}


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
