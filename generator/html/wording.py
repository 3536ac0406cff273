"""What a page says, without reading it as a tree: by this, two captures of one page are compared."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|svg)\b.*?(?:</\1\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_INSIDE_LINES = re.compile(
    rb"</?(?:a|b|i|u|em|strong|span|font|small|mark|abbr|sup|sub|cite|q|time|wbr)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_TITLE = re.compile(rb"<title\b[^<>]*>([^<>]{0,1000})", re.IGNORECASE)
_TAG = re.compile(rb"<[^<>]*>")
_WORD = re.compile(rb"[A-Za-z0-9\x80-\xff]")
_PARAGRAPH = 80  # bytes; shorter lines are menus, teasers, counters and hours, which change


def wording(content: bytes) -> bytes:
    """The page's title and its longer lines; all of its lines where none is long.

    An edit of a line shorter than 80 bytes does not show; neither does another menu, another list
    of teasers, another token in a link.
    """
    title = _TITLE.search(content)
    seen = _TAG.sub(b"\n", _INSIDE_LINES.sub(b"", _UNSEEN.sub(b" ", content)))
    lines = [b" ".join(line.split()) for line in seen.split(b"\n")]
    long = [line for line in lines if len(line) >= _PARAGRAPH]
    kept = long or [line for line in lines if _WORD.search(line)]
    return b"\n".join([title[1].strip() if title else b"", *kept])
