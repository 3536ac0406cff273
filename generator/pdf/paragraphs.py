"""Lines of pages to paragraphs: running heads dropped, hyphens at line ends mended."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.pdf.extracting import Extracted
from generator.pdf.order import Line, lines_of

_DIGITS = re.compile(r"[\d٠-٩۰-۹]+")
_ROMAN = r"[ivxlc]{1,6}"
_PAGE_NUMBER = re.compile(
    rf"\W*(?:(?:page|p\.|seite|صفحة|الصفحة)\s*)?(?:[\d٠-٩]{{1,4}}|{_ROMAN})"
    r"(?:\s*(?:/|of|de|von|من|\|)\s*[\d٠-٩]{1,4})?\W*",
    re.IGNORECASE,
)
_BROWSER = re.compile(
    r"(?:\d+ of \d+\s+)?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d\b.{0,200}"
    r"|.{0,200}\b(?:file|https?)://\S+(?:\s+\d+(?:/\d+)?)?"
)
"""What browsers print at the edges of a page: the day, the title, the address (maybe of a home folder)."""

_EDGE = 3
_MARGIN = 0.16  # of a page's height, at its head and at its foot, where running lines stand
_LEAST_MARGIN = 90  # points
_END = re.compile(r"[.!?:؟۔…][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_KEPT = re.compile(
    r"(?:^|\s)(?:self|ex|non|anti|co|vice|pre|post|well|cross|half|pro|semi)-$", re.I
)
_SUFFIX = re.compile("like|based|backed|owned|style|scale|term|level")
_ITEM = re.compile(r"(?:[•◦▪●–*-]|[٠-٩]{1,2}[.)-])\s|\(?\d{1,2}[.)](?=\s|[^\W\d])")
_GLUED = re.compile(r"^(\(?\d{1,2}[.)])(?=[^\W\d])")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_BIG = 1.18  # times the size of the text is the type of a heading
_LEADING = 2.2  # lines of one heading; Arabic type has much room between them
_LONGEST_TITLE = 220
_INDENT = 8  # points
_FULL = 0.82  # of the longest line: a line that short ends its paragraph, if a sentence ends there


@dataclass(frozen=True)
class Mended:
    """The text of a PDF.

    Attributes:
        paragraphs: its paragraphs and headings.
        heading: what the first page shows in the biggest type; empty where nothing stands out.
        running: how many running heads, feet and page numbers were dropped.
    """

    paragraphs: tuple[str, ...]
    heading: str
    running: int


def mended(extracted: Extracted) -> Mended:
    """The text of a PDF as paragraphs."""
    pages = [list(lines_of(pieces)) for pieces in extracted.pages]
    bodies = list(_without_running(pages, extracted.heights))
    running = sum(map(len, pages)) - sum(map(len, bodies))
    words = frozenset(_words(line.text for page in bodies for line in page))
    size = _body_size(bodies)
    paragraphs: list[str] = []
    open_end = False
    for page in bodies:
        groups = list(_grouped(page, size))
        for number, group in enumerate(groups):
            text = _joined([line.text for line in group], words)
            if number == 0 and open_end and not _is_big(group[0], size) and not _ITEM.match(text):
                paragraphs[-1] = _joined([paragraphs[-1], text], words)
            else:
                paragraphs.append(text)
        if groups:
            last = groups[-1]
            open_end = not _END.search(last[-1].text) and not _is_big(last[-1], size)
    return Mended(tuple(paragraphs), _heading(bodies, size), running)


def _without_running(pages: Sequence[list[Line]], heights: Sequence[float]) -> Iterator[list[Line]]:
    """Each page without lines at its edges that others have too, but for their figures."""
    edges = [_edges(page, height) for page, height in zip(pages, heights, strict=True)]
    seen = Counter(key for page in edges for key in {_key(line) for line in page})
    needed = 2 if len(pages) < 5 else max(3, len(pages) // 4)
    for page, edge in zip(pages, edges, strict=True):
        out = {
            id(line)
            for line in edge
            if (len(pages) > 1 and seen[_key(line)] >= needed)
            or _is_page_number(line, len(pages))
            or _BROWSER.fullmatch(line.text)
        }
        yield [line for line in page if id(line) not in out]


def _edges(page: list[Line], height: float) -> list[Line]:
    """The lines in the margins, at most three at the head and at the foot."""
    by_height = sorted(page, key=lambda line: -line.y)
    margin = max(height * _MARGIN, _LEAST_MARGIN)
    head = [line for line in by_height[:_EDGE] if line.y >= height - margin]
    foot = [line for line in by_height[-_EDGE:] if line.y <= margin]
    return [line for line in (*head, *foot) if len(line.text) <= _LONGEST_TITLE]


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text).casefold().strip()


def _is_page_number(line: Line, pages: int) -> bool:
    if _PAGE_NUMBER.fullmatch(line.text) is None:
        return False
    figures = [int(found) for found in _DIGITS.findall(line.text)]
    return pages > 1 or (len(figures) <= 2 and max(figures, default=1) <= 5)


def _words(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield from re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.lower())


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size in which most characters are set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _is_big(line: Line, size: float) -> bool:
    return line.size > _BIG * size


def _heading(pages: Sequence[Sequence[Line]], size: float) -> str:
    """The lines in the biggest type of the first page, where it is bigger than the text's."""
    first = next((page for page in pages if page), ())
    biggest = max((line.size for line in first), default=0)
    if biggest <= _BIG * size:
        return ""
    places = [n for n, line in enumerate(first) if line.size == biggest]
    run = [n for i, n in enumerate(places) if n - places[0] == i]
    text = " ".join(first[n].text for n in run)
    return text if len(text) <= _LONGEST_TITLE else ""


def _grouped(page: Sequence[Line], size: float) -> Iterator[list[Line]]:
    """The lines of each paragraph."""
    if not page:
        return
    gaps = [a.y - b.y for a, b in itertools.pairwise(page) if 0 < a.y - b.y < 4 * size]
    usual = statistics.median_low(gaps) if gaps else size * 1.2
    longest = max(len(line.text) for line in page)
    group = [page[0]]
    for above, line in itertools.pairwise(page):
        if _is_big(line, size) and abs(above.size - line.size) < 0.1:
            is_new = above.y - line.y > _LEADING * line.size  # a heading of two lines
        else:
            is_new = _begins(above, line, group, usual, longest)
        if is_new:
            yield group
            group = []
        group.append(line)
    yield group


def _begins(above: Line, line: Line, group: list[Line], usual: float, longest: int) -> bool:
    """Whether a line begins a paragraph, by the gap above it, its type, its indent, or a short line above."""
    gap = above.y - line.y
    if abs(above.size - line.size) > 0.6 or _ITEM.match(line.text):
        return True
    if gap < 0:  # the next column
        return _END.search(above.text) is not None
    is_below_list = _ITEM.match(group[0].text) and line.x < group[0].x - _INDENT
    if gap > 1.35 * usual or is_below_list:
        return True
    is_rtl = _ARABIC.search(line.text) is not None
    if not is_rtl and line.x - above.x > _INDENT and len(group) > 1:
        return True
    return len(above.text) < _FULL * longest and (
        _END.search(above.text) is not None or len(above.text) < 0.55 * longest
    )


def _joined(lines: list[str], words: frozenset[str]) -> str:
    """Lines as one; a word that a line's end cut is whole again."""
    text = _GLUED.sub(r"\1 ", lines[0])
    for line in lines[1:]:
        if _HYPHEN.search(text) and line[:1].islower():
            text = _mend(text, line, words)
        elif text[-1:] in "-–/" and text[-2:-1].isdigit() and line[:1].isdigit():
            text += line
        else:
            text += f" {line}"
    return text


def _mend(text: str, line: str, words: frozenset[str]) -> str:
    """Two lines at a hyphen: it goes, unless the document has the word with it elsewhere."""
    before = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*[-\u00ad\u2010]$", text)
    after = re.match(r"[^\W\d_]+(?:-[^\W\d_]+)*", line)
    stem = text[:-1]
    if before is None or after is None or text[-1] == "\u00ad":
        return stem + line
    whole, parted = (before[0][:-1] + after[0]).lower(), f"{before[0][:-1]}-{after[0]}".lower()
    is_compound = _KEPT.search(text) or (_SUFFIX.fullmatch(after[0]) and len(before[0]) > 4)
    if whole not in words and (parted in words or is_compound):
        return f"{stem}-{line}"
    return stem + line
