"""The site's search for browsers: an OpenSearch 1.1 description in each interface language."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.addresses import permalink
from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.model import OutputFile
from generator.rendering.discovery import OPENSEARCH

_SHORT_NAME = 16
_LONG_NAME = 48
_DESCRIPTION = 1024


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """``opensearch.xml``; none where the site's address is not known."""
    settings = archive.settings
    if not settings.site_url:
        return
    for language, spoken in settings.languages.items():
        path = f"{settings.prefix(language)}{OPENSEARCH}"
        search = permalink(f"{settings.prefix(language)}search/", settings)
        described = f"{Catalogue(language)('search.label')}: {spoken.site_name}"
        lines = (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
            f"<ShortName>{escape(within(spoken.site_name, _SHORT_NAME))}</ShortName>",
            f"<LongName>{escape(within(spoken.site_name, _LONG_NAME))}</LongName>",
            f"<Description>{escape(within(described, _DESCRIPTION))}</Description>",
            f'<Url type="text/html" template="{escape(search)}?q={{searchTerms}}"/>',
            f'<Url type="application/opensearchdescription+xml" rel="self" '
            f'template="{escape(permalink(path, settings))}"/>',
            f"<Language>{language}</Language>",
            "<InputEncoding>UTF-8</InputEncoding>",
            "<OutputEncoding>UTF-8</OutputEncoding>",
            "</OpenSearchDescription>",
            "",
        )
        yield OutputFile(path, "\n".join(lines).encode())


def within(text: str, length: int) -> str:
    """The text, cut between words to the length that the format allows."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    return text[: length + 1].rpartition(" ")[0] or text[:length]
