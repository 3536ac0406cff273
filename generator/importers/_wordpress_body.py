"""The body of a WordPress post as blocks: what WordPress does to it before it shows it, done here.

Shortcodes become what they show, or go; posts of the classic editor, which have no paragraphs but
blank lines, get them (``wpautop``); comments of the block editor go; pictures get their captions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.html.blocks import blocks_of
from generator.html.tree import MOST_MARKUP, parse_text
from generator.importers._wordpress_shortcodes import without_shortcodes
from generator.model import Block

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCK_EDITOR = "<!-- wp:"
_FREEFORM = re.compile(r"(<!-- /?wp:(?:core/)?freeform(?: \{[^\n]*?\})? -->)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ADDRESS_ALONE = re.compile(
    r"^[^\S\n]*(?:<p>\s*)?(https?://[^\s<>\"\[\]]+)[^\S\n]*(?:</p>\s*)?$", re.MULTILINE
)
_PREFORMATTED = re.compile(r"(<pre\b.*?(?:</pre\s*>|\Z))", re.DOTALL | re.IGNORECASE)
_TAGS = (
    *("div", "section", "article", "aside", "blockquote", "ul", "ol", "dl", "table", "thead"),
    *("tbody", "tfoot", "tr", "figure", "header", "footer", "hr", "form", "fieldset", "details"),
)
_LEAVES = (
    *("p", "li", "dt", "dd", "td", "th", "h[1-6]", "figcaption", "caption", "summary", "address"),
)
_BLOCK_TAG = re.compile(rf"(</?(?:{'|'.join((*_TAGS, *_LEAVES))})(?=[\s/>])[^<>]*>)", re.IGNORECASE)
_LEAF = re.compile(rf"<(/?)(?:{'|'.join(_LEAVES)})(?=[\s/>])", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+|\n[^\S\n]*(?:&nbsp;|\u00a0)[^\S\n]*\n")


def blocks_of_post(content: str, address: str) -> tuple[Block, ...]:
    """The blocks of a post.

    Args:
        content: ``content:encoded`` of the export.
        address: the post's own, to make links absolute.

    Raises:
        UnreadableReport: see ``parse_text``.
    """
    text = content.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) <= 2 * MOST_MARKUP:  # what is longer is refused below
        text = _with_paragraphs(without_shortcodes(_with_links(text)))
    if not text.strip():
        return ()
    root = parse_text(f"<body>{text}</body>")
    for figure in list(root.iter("figure")):
        _caption(figure)
    for link in list(root.iter("a")):
        if len(link) and not link.text_content().strip():  # a picture that leads to itself
            link.drop_tag()
    return blocks_of(root, address)


def _with_links(text: str) -> str:
    """Addresses that stand in a line of their own, which WordPress embeds, as links."""
    return _ADDRESS_ALONE.sub(lambda m: f'\n<p><a href="{m[1]}">{m[1]}</a></p>\n', text)


def _with_paragraphs(text: str) -> str:
    """The text with paragraphs wherever the classic editor wrote it."""
    if _BLOCK_EDITOR not in text:
        return _as_paragraphs(text)
    pieces = _FREEFORM.split(text)
    inside = False
    parts: list[str] = []
    for piece in pieces:
        if _FREEFORM.fullmatch(piece):
            inside = not piece.startswith("<!-- /")
        else:
            parts.append(_as_paragraphs(piece) if inside else piece)
    return "".join(parts)


def _as_paragraphs(text: str) -> str:
    """Blank lines part paragraphs, single ones are breaks; in ``pre`` they stay what they are."""
    parts = []
    for piece in _PREFORMATTED.split(_COMMENT.sub("", text)):
        is_code = piece[:4].lower() == "<pre"
        parts.append(piece if is_code else "".join(_paragraphs(piece)))
    return "".join(parts)


def _paragraphs(text: str) -> Iterator[str]:
    within = False
    for piece in _BLOCK_TAG.split(text):
        leaf = _LEAF.match(piece)
        if piece.startswith("<") and _BLOCK_TAG.fullmatch(piece):
            within = not leaf[1] if leaf else False
            yield piece
        elif within:
            yield _BLANK_LINES.sub("<br><br>", piece.strip("\n"))
        else:
            for paragraph in _BLANK_LINES.split(piece):
                if paragraph.strip():
                    yield f"<p>{paragraph.strip().replace(chr(10), '<br>')}</p>\n"


def _caption(figure: HtmlElement) -> None:
    """A picture that nothing describes is described by its caption, which then stands once."""
    pictures = list(figure.iter("img"))
    captions = list(figure.iter("figcaption"))
    if len(pictures) != 1 or len(captions) != 1:
        return
    words = " ".join(captions[0].text_content().split())
    said = " ".join(pictures[0].get("alt", "").split())
    if words and (not re.search(r"\w{3}", said) or said == words or said in words):
        pictures[0].set("alt", words)
        captions[0].drop_tree()
