"""The lines of a raw text as its author meant them.

Three things happen to text on its way to an editor: it is wrapped at some column, it is flattened
into one paragraph, or neither. Here each becomes one line per paragraph, title, byline or footer.
"""

from __future__ import annotations

import re
import statistics

from generator.orthography import strip_invisible

_BLANK = re.compile(r"\n(?:[^\S\n]*\n)+")
_WIDE_SPACE = re.compile(r"[^\S\n]{2,}")
_WRAP_COLUMNS = range(45, 101)
_FLAT = 250
_SENTENCE_END = re.compile(r"[.!?:؟۔…][\"'”’»)\]]*$")

_TITLE_TWICE = re.compile(
    r"(?P<title>\S.{9,200}?)\s*[•|»–—-]\s*(?P<site>\S.{2,80}?)\s+"
    r"(?:(?P=site)\s+)?(?P=title)\s+(?P<rest>\S.*)",
    re.DOTALL,
)
_TITLE_REPEATED = re.compile(r"(?P<title>\S.{14,200}?)\s+(?P=title)\s+(?P<rest>\S.*)", re.DOTALL)
_RIGHTS_TAIL = re.compile(
    r"\s(?P<rights>(?:©|\(c\)\s|Copyright\b|جميع الحقوق محفوظة|حقوق النشر)[^\n]{2,100})$",
    re.IGNORECASE,
)
_BYLINE_TAIL = re.compile(
    r"(?<=[.!?”\"'’»])\s+(?P<byline>(?:By|BY|Par)\s+[A-ZÀ-Þ][^.!?\n]{3,90}|بقلم:?\s[^.!?\n]{3,90})$"
)


def lines_of(text: str) -> tuple[str, ...]:
    """One line per paragraph, title, byline or footer; blank lines stay, as empty texts."""
    # Two spaces still tell a row of buttons; longer runs would make patterns crawl.
    text = _WIDE_SPACE.sub("  ", strip_invisible(text))
    blocks = [block.split("\n") for block in _BLANK.split(text.strip("\n"))]
    blocks = [[line.strip() for line in block if line.strip()] for block in blocks]
    blocks = [block for block in blocks if block]
    width = _wrap_width(blocks)
    if width:
        blocks = [_unwrapped(block, width, is_first=n == 0) for n, block in enumerate(blocks)]
    elif sum(map(len, blocks)) <= 2:
        blocks = [_unflattened(line) for block in blocks for line in block]
    lines: list[str] = []
    for block in blocks:
        lines += [*block, ""]
    return tuple(lines[:-1])


def _wrap_width(blocks: list[list[str]]) -> int:
    """The column at which the text was wrapped, or 0 if it was not."""
    inner = [len(line) for block in blocks if len(block) > 2 for line in block[:-1]]
    longest = max((len(line) for block in blocks for line in block), default=0)
    if len(inner) < 4 or longest not in _WRAP_COLUMNS:
        return 0
    return longest if statistics.median(inner) > longest - 15 else 0


def _unwrapped(block: list[str], width: int, *, is_first: bool) -> list[str]:
    """Join each line to the one before if its first word did not fit there any more."""
    if is_first and 1 < len(block) <= 3 and not any(map(_SENTENCE_END.search, block)):
        return [" ".join(block)] if sum(map(len, block)) <= 200 else block
    joined = [[block[0]]]
    last = block[0]
    for line in block[1:]:
        if len(last) + 1 + len(line.split(maxsplit=1)[0]) > width - 3:
            joined[-1].append(line)
        else:
            joined.append([line])
        last = line
    return [" ".join(parts) for parts in joined]


def _unflattened(line: str) -> list[str]:
    """The title, site, story, byline and rights line of a text that came as one line."""
    if len(line) < _FLAT:
        return [line]
    head: list[str] = []
    tail: list[str] = []
    if (match := _TITLE_TWICE.match(line)) is not None:
        head = [f"{match['title']} • {match['site']}", match["title"]]
        line = match["rest"]
    elif (match := _TITLE_REPEATED.match(line)) is not None:
        head = [match["title"]]
        line = match["rest"]
    for pattern, group in ((_RIGHTS_TAIL, "rights"), (_BYLINE_TAIL, "byline")):
        if (match := pattern.search(line)) is not None:
            tail.insert(0, match[group])
            line = line[: match.start()].rstrip()
    return [*head, line, *tail]
