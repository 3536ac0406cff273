"""What a page's head says of feeds and of the site's search, for readers' own programs.

``rel`` is written with a space, as in ``Renderer.alternates``: Material's script looks for
``[rel=alternate]`` and would fetch a sitemap for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.addresses import permalink
from generator.rendering.escaping import quoted
from generator.settings import Settings

OPENSEARCH = "opensearch.xml"
_LISTS = re.compile(r"(?:tags|sources|languages)/[^/_]+/|corrections/")
_TYPES = (("xml", "application/atom+xml", "Atom"), ("json", "application/feed+json", "JSON Feed"))


def feed_folder(address: str, language: str, settings: Settings) -> str | None:
    """The folder of the feed that has what the page lists; None where a page has no feed.

    Home has the feed of all reports; a tag, a source and a language have their own.
    """
    prefix = settings.prefix(language)
    own = address.removeprefix(prefix)
    if not settings.site_url:
        return None
    if not own:
        return prefix
    return address if _LISTS.fullmatch(own) else None


def discovery(address: str, language: str, title: str, settings: Settings) -> Iterator[str]:
    """Elements for the head of the page at ``address``, in an interface language."""
    if not settings.site_url:
        return
    site = settings.languages[language].site_name
    search = permalink(f"{settings.prefix(language)}{OPENSEARCH}", settings)
    yield (
        f'<link rel="search" type="application/opensearchdescription+xml" '
        f'title="{quoted(site)}" href="{quoted(search)}">'
    )
    folder = feed_folder(address, language, settings)
    if folder is None:
        return
    name = site if folder == settings.prefix(language) else f"{title} – {site}"
    for ending, media_type, called in _TYPES:
        href = permalink(f"{folder}feed.{ending}", settings)
        yield (
            f'<link rel="alternate " type="{media_type}" '
            f'title="{quoted(f"{name} ({called})")}" href="{quoted(href)}">'
        )
