"""The licence that a rights line names, as an address: machines read no "© CC BY 4.0"."""

from __future__ import annotations

import re

_CREATIVE_COMMONS = re.compile(
    r"\b(?:CC|Creative Commons)[ -](?P<kind>BY(?:-NC)?(?:-SA|-ND)?)[ -](?P<version>[1-4]\.[05])\b",
    re.IGNORECASE,
)
_ZERO = re.compile(r"\bCC0\b|\bCC[ -]Zero\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://creativecommons\.org/(?:licenses|publicdomain)/[\w./-]*[\w/]")


def licence_of(rights: str) -> str:
    """The address of the licence, or an empty text where the line names none that is known."""
    if (address := _ADDRESS.search(rights)) is not None:
        return address[0]
    if (named := _CREATIVE_COMMONS.search(rights)) is not None:
        kind = named["kind"].lower()
        return f"https://creativecommons.org/licenses/{kind}/{named['version']}/"
    if _ZERO.search(rights) is not None:
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return ""
