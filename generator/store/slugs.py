"""The last part of an address: words of the title, in any script, short enough for every system."""

from __future__ import annotations

from collections.abc import Iterator

from slugify import slugify

LONGEST = 80
"""Bytes of UTF-8; percent-encoded that is at most 240 characters of an address."""

_NAMELESS = "report"


def slug_for(title: str) -> str:
    """The slug of a title: lower case, words joined by hyphens, Arabic and other scripts kept.

    It ends at a word within 80 bytes of UTF-8; a title without any letter gives ``report``.
    """
    return _cut(slugify(title, allow_unicode=True), LONGEST) or _NAMELESS


def numbered(slug: str) -> Iterator[str]:
    """``slug``, ``slug-2``, ``slug-3`` …, each within 80 bytes."""
    yield slug
    number = 2
    while True:
        suffix = f"-{number}"
        yield _cut(slug, LONGEST - len(suffix)) + suffix
        number += 1


def _cut(slug: str, limit: int) -> str:
    """The slug's first ``limit`` bytes, without half a word unless it is one long word."""
    encoded = slug.encode()
    if len(encoded) <= limit:
        return slug
    head = encoded[:limit].decode(errors="ignore")
    if slug[len(head)] != "-" and "-" in head:
        head = head.rpartition("-")[0]
    return head.rstrip("-")
