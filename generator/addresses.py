"""Addresses: of reports, absolute ones to cite, and the last part of that of a name's page."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import quote, unquote, urljoin

from slugify import Backend, slugify

from generator.settings import Settings

TO_ASCII: Backend = "text-unidecode"
"""What transliterates, whatever else is installed: keys in bibliographies, ids of terms stay as they are."""

_IRI_SAFE = "/-._~!$&'()*+,;=:@"
_LONGEST_SLUG = 60
_KEPT = 65_536
"""Addresses and names of which the links are kept: a page asks for the same ones again and again."""

_PLAIN_PATH = re.compile(r"(?:(?!\.)[^/:;]+/)*")
"""Folders that ``urljoin`` puts behind a root as they are."""


def address_of(path: str, language: str | None, settings: Settings) -> str:
    """The address of a report below the site's root: ``reports/2016/slug/``, ``ar/reports/…``."""
    return f"{settings.prefix(settings.site_language(language))}reports/{path}/"


def permalink(address: str, settings: Settings) -> str:
    """The absolute address of what stands at ``address``, a path below the site's root.

    Relative to the root of the host where the site's own address is not known.
    """
    return _absolute(address, settings.site_url or "/")


@lru_cache(maxsize=_KEPT)
def _absolute(address: str, root: str) -> str:
    path = quote(address, safe=_IRI_SAFE)
    is_plain = _PLAIN_PATH.fullmatch(path) and _stays_as_it_is(root)
    return root + path if is_plain else urljoin(root, path)


@lru_cache(maxsize=256)
def readable(address: str) -> str:
    """An absolute address as a person reads and copies it: an IRI (RFC 3987), not percent-encoded."""
    return unquote(address)


@lru_cache(maxsize=16)
def _stays_as_it_is(root: str) -> bool:
    return urljoin(root, "x/") == f"{root}x/"


@lru_cache(maxsize=_KEPT)
def slug_of_name(name: str) -> str:
    """The last part of the address of a source's or an author's page, in any script.

    Spellings that differ in case or punctuation have one address. A name that says nothing in one,
    or more than fits, ends in a part of its SHA-256, so that it shares no page with another.
    """
    slug = slugify(name, allow_unicode=True)
    if slug and len(slug) <= _LONGEST_SLUG:
        return slug
    mark = hashlib.sha256((slug or name).encode()).hexdigest()[:8]
    return f"{slug[: _LONGEST_SLUG - 9].rstrip('-') or 'unnamed'}-{mark}"
