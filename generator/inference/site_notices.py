"""Publisher: the site's name in the notices that it prints around each of its reports.

"(Except for the headline, this story has not been edited by Tellin Mail staff and comes from a feed.)",
"Any use of tellin24 content without consent breaches copyright", "Publié par La Voix de Tellin le 21-02-2018,
17h05", "Pour TellinMatin.example" below a reporter's name, "أصوات تلين الآن على موقعنا الجديد".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.inference.credits import PAPER, is_outlet
from generator.inference.reading import Reading, quoted
from generator.model import Finding

_NAME = r"(?P<name>[A-Z][\w&.-]*(?:\s(?:of\s|the\s)?[A-Z][\w&.-]*){0,3})"
_STAFF = re.compile(rf"\b(?:by|which)\s(?:the\s)?{_NAME}(?:['’]s?)?\s(?:staff|team|desk|editors)\b")
_CONTENT = re.compile(
    r"\b(?:[Uu]se|[Rr]eproduction|[Cc]opying|[Rr]epublication|[Rr]eproducing|[Rr]epublishing|[Dd]istribution)"
    r"\s(?:of\s)?(?P<name>(?:[A-Z][\w&.-]*|(?=\w*\d)[a-z]\w*(?:\.[a-z]{2,7})?)(?:\s[A-Z][\w&.-]*){0,3})"
    r"(?:['’]s?)?\s(?:content|contents|material|articles)\b"
)
_FORBIDS = re.compile(r"copyright|prohibited|permission|consent|leave|legal action", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:said|says|ruled|accused|told|alleged|sued|fined|found)\b")
_OF_A_REPORT = re.compile(r"\bheadlines?\b|\bth(?:is|e) (?:story|report|article)\b", re.IGNORECASE)
_EDITED = re.compile(r"\b(?:un)?edited\b|\breworked\b|\bpublished from\b|\bgenerated\b")
_NOBODY = re.compile(r"(?:This|The|Our|Any|All|Such|Said|Web|Site|AI|Online|Original|News)\b")
_PUT_OUT = re.compile(
    r"Publié par (?P<name>[A-ZÀ-Þ].{2,40}?) le \d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b.{0,30}"
)
_DESK = re.compile(
    r"\b(?:rédaction|redaction|équipe|webmaster|administrateur|direction)\b", re.IGNORECASE
)
_FEWEST_PAPER_WORDS = 3
_FOR_SITE = re.compile(r"Pour (?P<name>[A-Za-zÀ-ÿ][\w-]{3,30}\.[a-z]{2,7})")
_ON_NEW_SITE = re.compile(
    r"(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){1,3}) الآن على (?:موقعنا|عنواننا) الجديد\W*"
)
_LONGEST_NOTICE = 400


def in_notices(reading: Reading) -> Finding | None:
    """Whoever says in a notice that the page is its own."""
    for line in (line for line in reading.lines if len(line) <= _LONGEST_NOTICE):
        for signs, name_in in _NOTICES:
            name = name_in(line) if any(map(line.__contains__, signs)) else ""
            if name and not reading.context.agencies.named(name):
                return Finding(name, f"notice of the site {quoted(line)}")
    return None


def _staff(line: str) -> str:
    """ "… has not been edited by Tellin Mail staff and is published from a syndicated feed"."""
    match = _STAFF.search(line) if _OF_A_REPORT.search(line) and _EDITED.search(line) else None
    return match["name"] if match is not None and not _NOBODY.match(match["name"]) else ""


def _content(line: str) -> str:
    """ "Copying tellin24 content without leave breaches copyright", and no story of such a breach."""
    match = _CONTENT.search(line)
    if match is None or _FORBIDS.search(line) is None or _TOLD.search(line):
        return ""
    return "" if _NOBODY.match(match["name"]) else match["name"]


def _put_out(line: str) -> str:
    """ "Publié par La Voix de Tellin le 21-02-2018, 17h05 | 52"; a person may stand there, or a desk."""
    match = _PUT_OUT.fullmatch(line)
    if match is None or _DESK.search(match["name"]):
        return ""
    words = len(match["name"].split())
    is_paper = PAPER.fullmatch(match["name"]) is not None and words >= _FEWEST_PAPER_WORDS
    return match["name"] if is_paper or is_outlet(match["name"]) else ""


def _for_site(line: str) -> str:
    """ "Pour TellinMatin.example", a line of its own."""
    match = _FOR_SITE.fullmatch(line)
    return match["name"] if match is not None else ""


def _on_new_site(line: str) -> str:
    """ "أصوات تلين الآن على موقعنا الجديد", where an old address leads to the new one."""
    match = _ON_NEW_SITE.fullmatch(line)
    return match["name"] if match is not None else ""


_NOTICES: tuple[tuple[tuple[str, ...], Callable[[str], str]], ...] = (
    ((" feed",), _staff),
    ((" content", " material", " articles"), _content),
    (("Publié par ",), _put_out),
    (("Pour ",), _for_site),
    ((" الآن على ",), _on_new_site),
)
"""For each notice words without which there is none."""
