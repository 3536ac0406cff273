"""What lines a page shows around its report: headline, byline, date, source and rights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from generator.html.places import is_caption, is_elsewhere, is_in_foot
from generator.html.tags import BLOCKS, kind_of, tags_of
from generator.html.tree import all_text

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement

Line = tuple["HtmlElement", str]

_RIGHTS = re.compile(r"©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b|حقوق", re.IGNORECASE)
_RIGHTS_WORDS = ("©", "(c)", "(C)", "opyright", "OPYRIGHT", "حقوق")
_BREAK = "\x00"  # no page has this character in it any more
_TABLE_TAGS = ("td", "th", "tr", "center")
_BLOCK_TAGS = frozenset((*tags_of(BLOCKS), *_TABLE_TAGS))
_UNSEEN = frozenset(tags_of(frozenset(("nothing",))))
_RESERVED = re.compile(r"reserved|réservés|vorbehalten|محفوظة", re.IGNORECASE)
_NAMES_NOBODY = re.compile(r"(?:\(c\)|copyright|[\W\d_])*", re.IGNORECASE)
_CREDIT = re.compile(
    r"^(?:by|par|von|por)\s|^(?:بقلم|كتبت?|إعداد)[\s:]|\b(?:19|20)\d\d\b|[٠-٩]{4}", re.IGNORECASE
)
"""How a byline or a date shows in a line that bears no mark."""

_BOXES = ("span", "time", "a", "small")
_LONGEST_CREDIT = 120
_LONGEST = 220
_MOST_LINES = 10
_DEEPEST = 450  # more than any page that is read
_ABOVE_HEADLINE = 2
_MOST_BUTTONS, _LONGEST_BUTTON = 4, 20
_STAMP = re.compile(r"\b(?:19|20)\d\d\b.*?\b\d{1,2}[:.h]\d\d\b")
_LONGEST_STAMP = 50
_STORY = 140
_BEGINNING = 160  # characters of a line by which it is known


def rights_lines(root: HtmlElement) -> list[str]:
    """Lines of the page that say who holds the rights, at most two, the last of them last.

    Those of a picture are not the report's; themes call the line at the foot of a page a credit, too.
    """
    shown = all_text(root)
    words = tuple(word for word in _RIGHTS_WORDS if word in shown)
    found = _with_any_of(words)(root) if words else ()
    blocks = dict.fromkeys(_block_around(text.getparent()) for text in found)
    of_page = (block for block in blocks if not is_caption(block) or is_in_foot(block))
    lines = (line for block in of_page for _, line in lines_of(block))
    short = (line for line in lines if len(line) <= _LONGEST and _RIGHTS.search(line))
    told = list(dict.fromkeys(map(_without_links, short)))
    return ([line for line in told if _NAMES_NOBODY.fullmatch(line) is None] or told)[-2:]


@cache
def _with_any_of(words: tuple[str, ...]) -> XPath:
    """Texts of the page that may be a rights line or a part of one: they have one of these words."""
    from lxml.etree import XPath

    return XPath("//body//text()[" + " or ".join(f"contains(., '{word}')" for word in words) + "]")


def _block_around(element: HtmlElement) -> HtmlElement:
    """The innermost block that an element stands in."""
    places = (element, *element.iterancestors())
    return next((place for place in places if _is_block(place)), places[-1])


def _without_links(line: str) -> str:
    """A rights line without the links beside it: "© 2016 The Site · Privacy policy"."""
    parts = re.split(r"\s+[·|•]\s+", line)
    rights = [part for part in parts if _RIGHTS.search(part) or _RESERVED.search(part)]
    return " | ".join(rights)


def lines_around(root: HtmlElement, first: str, second: str) -> tuple[list[str], list[str]]:
    """The lines between headline and story: byline, date, place; and those below a standfirst.

    Args:
        root: the page.
        first: the paragraph that the story begins with.
        second: the one that follows.
    """
    lines = lines_of(root)
    texts = [text for _, text in lines]
    beginnings = [comparable(text[:_BEGINNING])[:60] for text in texts]
    end = _place_of(first, beginnings)
    below = lines[end + 1 : max(end + 1, _place_of(second, beginnings))] if end else []
    if not end:
        end = next((n for n, text in enumerate(texts) if len(text) >= _STORY), 0)
    headings = [n for n in range(end) if lines[n][0].tag == "h1"]
    begin = max(0, headings[-1] - _ABOVE_HEADLINE if headings else end - _MOST_LINES)
    stamp = _stamp_above(lines, begin) if headings else []
    short = [line for line in (*stamp, *lines[begin:end]) if len(line[1]) <= _LONGEST]
    above = [text for block, text in short if not _is_of_a_picture(block, text)][:_MOST_LINES]
    credited = [text for block, text in below if _CREDIT.search(text) and not is_caption(block)]
    is_near = len(below) <= _MOST_LINES
    return above, [text for text in credited if len(text) <= _LONGEST_CREDIT] if is_near else []


def _stamp_above(lines: list[Line], headline: int) -> list[Line]:
    """The day and hour above a headline, where buttons stand between the two."""
    near = lines[max(0, headline - _MOST_BUTTONS) : headline]
    stamped = [line for line in near if len(line[1]) <= _LONGEST_STAMP and _STAMP.search(line[1])]
    are_buttons = all(len(line[1]) <= _LONGEST_BUTTON for line in near if line not in stamped)
    return stamped if are_buttons else []


def _is_of_a_picture(block: HtmlElement, text: str) -> bool:
    """Whether a line says who holds the rights in a picture."""
    return _RIGHTS.search(text) is not None and is_caption(block)


def _place_of(text: str, beginnings: list[str]) -> int:
    """Where a paragraph of the story stands among the beginnings of all lines; 0 for nowhere."""
    start = comparable(text[:_BEGINNING])[:60]
    return beginnings.index(start) if start and start in beginnings else 0


def lines_of(root: HtmlElement) -> list[Line]:
    """Each line that an element shows, with the block that it stands in, in order of the page.

    What is in another part of the page than the report is left out.
    """
    body = next(root.iter("body"), root)
    lines: list[Line] = []
    run = _collect(body, body, [body.text or ""], lines, 0)
    lines += ((body, line) for line in _parted(run))
    return lines


def _collect(
    element: HtmlElement, block: HtmlElement, run: list[str], lines: list[Line], depth: int
) -> list[str]:
    """Add the lines inside an element; the words since the last of them."""
    for child in element:
        if _is_block(child):
            lines += ((block, line) for line in _parted(run))
            if depth <= _DEEPEST and not is_elsewhere(child):
                inner = _collect(child, child, [child.text or ""], lines, depth + 1)
                lines += ((child, line) for line in _parted(inner))
            run = []
        elif child.tag == "br":
            run.append(_BREAK)
        elif child.tag not in _UNSEEN and not is_elsewhere(child):
            if _stands_apart(child):
                run.append(_BREAK)
            run.append(child.text or "")
            if len(child) and depth <= _DEEPEST:
                run = _collect(child, block, run, lines, depth + 1)
        if child.tail:
            run.append(child.tail)
    return run


def _stands_apart(element: HtmlElement) -> bool:
    """Whether an element follows another without a space, as boxes do that a style sets side by side.

    Its word begins as words do: "2019" behind "Holt", not the rest of a word behind its initial.
    """
    before = element.getprevious()
    while before is not None and before.tag == "span" and not (before.tail or line_of(before)):
        before = before.getprevious()  # a box with nothing in it, which a style makes a sign of
    if element.tag not in _BOXES or before is None or before.tag not in _BOXES or before.tail:
        return False
    last, first = "".join(before.itertext())[-1:], "".join(element.itertext())[:1]
    begins = first.isalnum() and not first.islower()
    return begins and last.isalnum() and len("".join(before.itertext())) > 1


def _is_block(element: HtmlElement) -> bool:
    return element.tag in _BLOCK_TAGS or (element.tag == "code" and kind_of(element) == "code")


def _parted(run: list[str]) -> Iterator[str]:
    """The lines of a run of words, as its breaks part them."""
    text = "".join(run)
    if text and not text.isspace():
        yield from filter(None, map(_spaced, text.split(_BREAK)))


def _words(element: HtmlElement) -> Iterator[str]:
    """The words of an element, with a mark for each break."""
    from lxml.etree import iterwalk

    if not len(element):
        yield _begin(element)
        return
    for event, inner in iterwalk(element, events=("start", "end")):
        if event == "start":
            yield _begin(inner)
        elif inner is not element and inner.tail:
            yield inner.tail


def _begin(element: HtmlElement) -> str:
    """What stands at the beginning of an element."""
    kind = kind_of(element)
    if kind in ("break", "nothing"):
        return _BREAK if element.tag == "br" else ""
    is_block = kind in BLOCKS or element.tag in _TABLE_TAGS
    return f" {element.text or ''}" if is_block else element.text or ""


def line_of(element: HtmlElement) -> str:
    """All words of an element in one line."""
    return " ".join(_parted([*_words(element)]))


def comparable(text: str) -> str:
    """A text as it is compared: its letters and digits."""
    return re.sub(r"[\W_]+", "", text).lower()


def _spaced(text: str | None) -> str:
    return " ".join((text or "").split())
