"""A whole page as the parts of a draft: its story as blocks, and what it says of the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import UnreadableReport
from generator.html import headlines, json_ld, marked, meta, visible
from generator.html.blocks import blocks_of
from generator.html.extraction import main_part
from generator.html.pictures import marked_pictures
from generator.html.places import mark_headline
from generator.html.tree import parse_page, parse_text
from generator.model import Block, Candidate, PictureInside, RawReport

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BEGINS = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_OTHER_XML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:rss|feed|rdf:rdf)\b", re.I | re.S
)
_FRAGMENT = re.compile(
    rb"\s*<(?:div|article|section|main|h[1-6]|p|table|center|font|header|span|b|a|img|link|script|style)"
    rb"(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml")
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://[^\s<>]{3,2000}?)\s*-->")
_PARAGRAPH = 60
_LONGEST_HEAD = 220
_SENTENCE = 60  # characters beside a date: more than any label
_OF_A_FRAME = re.compile(
    r"©|جميع الحقوق|all rights|(?:[^|»›]{2,25}\s*[|»›]\s*){3}|\b(?:home ?page|log ?in|sitemap)\b"
    r"|الرئيسية|تسجيل الدخول|accueil",
    re.IGNORECASE,
)
"""What stands in the cells of a table that is a page's frame, and in no table of a report."""

_SAME = 1.1  # so much longer a text may be and still be the same one


@dataclass(frozen=True)
class PageParts:
    """What a draft is made of.

    Attributes:
        blocks: the story; and around it, as blocks without Markdown, lines of the page that may
            tell title, byline, date or rights.
        candidates: what the page's structure says.
        pictures: those that came with the page.
    """

    blocks: tuple[Block, ...]
    candidates: tuple[Candidate, ...]
    pictures: tuple[PictureInside, ...] = ()


def looks_like_html(head: bytes, name: str) -> bool:
    """Whether a file is a page or a fragment of HTML: by its first tag, or by its name and any."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _BEGINS.match(head):
        return True
    if _OTHER_XML.match(head):
        return False
    if name.lower().endswith(_HTML_NAMES):
        return re.search(rb"<[a-zA-Z!/][^<>]*>", head) is not None
    return _FRAGMENT.match(head) is not None


def page_parts(raw: RawReport, address: str = "") -> PageParts:
    """Read a whole page.

    Args:
        raw: the page.
        address: where it was fetched, if that is known; without it, what the page says itself.

    Raises:
        UnreadableReport: it is no HTML, too big, nested too deeply, or has no word in it.
    """
    content = raw.content
    saved = _SAVED_FROM.search(content[:4096])
    root = parse_page(content)
    mark_headline(root)
    own = tuple(meta.address_of(root, saved[1].decode("ascii", "ignore") if saved else ""))
    base = address or next((candidate.value for candidate in own), "")
    fetched = (Candidate("url", address, "address of the capture"),) if address else ()
    said = (
        *(own or fetched),
        *json_ld.candidates(root, base),
        *meta.candidates(root),
        *headlines.candidates(root),
        *marked.candidates(root),
    )
    _keep_times_of_sentences(root)
    base = meta.base_of(root, base)
    pictures = marked_pictures(root, base, raw)
    story = _story(root, base)
    told = {visible.comparable(b.text) for b in story if len(b.text) <= 2 * _LONGEST_HEAD}
    blocks = (*_with_lines_around(root, story, told), *_below(root, told))
    if not any(re.search(r"\w", block.text) for block in blocks):
        raise UnreadableReport("is empty: there is no word in it")
    return PageParts(blocks, said, pictures)


def _keep_times_of_sentences(root: HtmlElement) -> None:
    """Make the ``time`` inside a paragraph plain words: extraction drops the element with its words."""
    for element in list(root.iter("time")):
        near = element.getparent()
        if near is not None and near.tag in ("p", "li", "td", "dd", "blockquote"):
            around = len("".join(map(str, near.itertext()))) - len(
                "".join(map(str, element.itertext()))
            )
            if around >= _SENTENCE:
                element.drop_tag()


def fragment_blocks(text: str, base: str = "") -> tuple[Block, ...]:
    """The body of a feed's entry, an export's post or a mail: all of it is the report.

    Raises:
        UnreadableReport: see ``parse_text``.
    """
    if not text.strip():
        return ()
    return blocks_of(parse_text(f"<body>{text}</body>"), base)


def _story(root: HtmlElement, base: str) -> tuple[Block, ...]:
    """The part of the page that is the report, or all of it where nothing stands out."""
    body = main_part(root)
    blocks = blocks_of(body, base) if body is not None else ()
    told = [block for block in blocks if block.text]
    if len(told) > 1:
        return tuple(_without_layout(blocks))
    bodies = root.xpath("//body")
    whole = blocks_of(bodies[0] if bodies else root, base)
    # Of a short page trafilatura gives all words in one paragraph; the page itself has them in several.
    return whole if not told or _letters(whole) <= _SAME * _letters(blocks) else blocks


def _without_layout(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks without the tables above the first paragraph that hold a page's frame.

    Pages of the 2000s stand in tables: with menus, clocks and the line of rights in their cells.
    """
    is_head = True
    for block in blocks:
        is_table = block.markdown.startswith("|")
        is_head = is_head and (is_table or not _is_paragraph(block))
        if not (is_head and is_table and _OF_A_FRAME.search(block.text)):
            yield block


def _letters(blocks: tuple[Block, ...]) -> int:
    return sum(len(re.sub(r"\s", "", block.text)) for block in blocks)


def _with_lines_around(
    root: HtmlElement, story: tuple[Block, ...], told: set[str]
) -> Iterator[Block]:
    """The story, the page's title and the lines at its head that extraction left, for rules to read."""
    places = [n for n, block in enumerate(story) if _is_paragraph(block)]
    texts = [story[n].text for n in places[:2]]
    above, below = visible.lines_around(root, *(*texts, "", "")[:2])
    titles = [headlines.page_title(title) for title in root.iter("title")][:1]
    yield from _untold((*titles, *above), told)
    begin = places[0] + 1 if places else 0
    yield from story[:begin]
    yield from _untold(below, told)
    yield from story[begin:]


def _is_paragraph(block: Block) -> bool:
    return len(block.text) > _PARAGRAPH and not block.markdown.startswith("#")


def _untold(lines: Iterable[str], told: set[str]) -> Iterator[Block]:
    """Lines of the page that are not in the story."""
    for line in lines:
        key = visible.comparable(line)
        if key and key not in told and len(line) <= _LONGEST_HEAD:
            told.add(key)
            yield Block("", line)


def _below(root: HtmlElement, told: set[str]) -> Iterator[Block]:
    """Lines of the page that say who holds the rights."""
    for line in visible.rights_lines(root):
        if visible.comparable(line) not in told:
            yield Block("", line)
