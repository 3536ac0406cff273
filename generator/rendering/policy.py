"""Content-Security-Policy (CSP Level 3) as a meta element: a page runs its own scripts and no others.

Material puts a few scripts into the page itself. They are named by their hash, so that nothing
else in the page can run, whatever a report may contain. ``wasm-unsafe-eval`` is for Pagefind.
"""

from __future__ import annotations

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_NOT_RUN = re.compile(r"\bsrc=|\btype=\"?application/(?:ld\+)?json")
_CHARSET = re.compile(r"<meta charset=\"utf-8\">", re.IGNORECASE)

_RULES = (
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'{hashes}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
)


def with_policy(page: str) -> str:
    """The page with its policy right behind the charset, before anything that it rules."""
    hashes = "".join(f" '{source}'" for source in dict.fromkeys(inline_hashes(page)))
    content = "; ".join(_RULES).replace("{hashes}", hashes)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    return _CHARSET.sub(lambda charset: f"{charset[0]}\n      {meta}", page, count=1)


def inline_hashes(page: str) -> list[str]:
    """The hash source of each script that stands in the page itself, in order."""
    return [
        _hash_source(match["code"])
        for match in _SCRIPT.finditer(page)
        if not _NOT_RUN.search(match["attributes"])
    ]


def _hash_source(code: str) -> str:
    digest = hashlib.sha256(code.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
