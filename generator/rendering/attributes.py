"""What attributes in HTML say: where a link leads, which way a text runs, which day it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote

from generator.model import PublicReport
from generator.rendering.shell import depth

_ASCII = re.compile(r"[\x00-\x7f]+")
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9_/.\x80-\U0010ffff-]*")
"""Nothing in it is reserved; letters of any script stay as they are."""

"""What is the same quoted, as most addresses are; to see that takes less than to look it up."""

IRI_SAFE = "/-._~!$&'()*+,;=:@"


def url_from(address: str) -> Callable[[str], str]:
    """A function that links from the page at ``address`` to any other address of the site.

    Its links are relative: they work on any host, in any folder, and in a copy on a disk.
    """
    up = up_from(address)
    return lambda target: up + iri(target)


def up_from(address: str) -> str:
    """The way from the page at ``address`` to the site's root."""
    return "../" * depth(address) or "./"


def iri(address: str) -> str:
    """An address as a link: reserved characters quoted, letters of any script left readable."""
    return address if _PLAIN_ADDRESS.fullmatch(address) else _quoted(address)


@lru_cache(maxsize=65536)
def _quoted(address: str) -> str:
    if address.isascii():
        return quote(address, safe=IRI_SAFE)
    return _ASCII.sub(lambda run: quote(run[0], safe=IRI_SAFE), address)


@lru_cache(maxsize=1024)
def direction(language: str) -> str:
    """``rtl`` or ``ltr``, by the script that a language is written in."""
    base = language.partition("-")[0]
    return (
        "rtl"
        if base in ("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")
        else "ltr"
    )


def machine_date(report: PublicReport) -> str:
    """The date for ``<time datetime>`` (HTML 4.6.14), or an empty text where HTML can't say it."""
    spans = report.date.spans
    plain = len(spans) == 1 and spans[0].precision in ("day", "month", "year")
    return report.date.text if plain and not report.date.qualifier else ""
