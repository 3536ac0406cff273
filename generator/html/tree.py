"""Bytes of HTML to a tree: charset, limits, and without what only a browser would run or load."""

from __future__ import annotations

import base64
import binascii
import itertools
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from generator.decoding import decode
from generator.errors import UnreadableReport
from generator.orthography import with_letters

if TYPE_CHECKING:
    from lxml.etree import XPath, _Element
    from lxml.html import HtmlElement

MOST_MARKUP = 8 * 1000 * 1000
"""Characters of a page without scripts, styles and embedded files; the biggest article has .5 MB."""

_FEW = 1000  # bytes for each NUL, at least, in what is a page all the same
_DEEPEST = 400  # the parser gives up silently at 2,048; extraction calls itself for each level
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(r"""data:[\w/+.-]{0,80}(?:;[\w=-]{1,40}){0,4},[A-Za-z0-9+/=%\s]{200,}""")
_DECLARATION = re.compile(r"\A\ufeff?\s{0,100}<\?xml\b[^>]{0,300}>")
_RUN = tuple(
    (re.compile(opening, re.IGNORECASE), re.compile(closing, re.IGNORECASE))
    for opening, closing in (
        (r"<script\b(?![^>]{0,300}ld\+json)[^>]*>", r"</script\s*>"),
        (r"<style\b[^>]*>", r"</style\s*>"),
    )
)
"""How what a browser runs begins and ends; JSON-LD is read."""

_NOT_CONTENT = (
    *("style", "noscript", "iframe", "frame", "frameset", "object", "embed", "applet", "svg"),
    *("template", "canvas", "audio", "video", "source", "track", "dialog", "math"),
)
_FORM_PARTS = ("input", "button", "select", "textarea", "option", "datalist", "label")
_UNWRAPPED = ("font", "center", "basefont", "nobr", "big", "tt", "blink", "marquee", "form")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def parse_page(content: bytes) -> HtmlElement:
    """The tree of a page, with its links made absolute where it says what they are relative to.

    Raises:
        UnreadableReport: it has too much markup, is nested too deeply, or holds no element.
    """
    return parse_text(_text_of(content))


def embedded_files(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Media type and bytes of each file that a page has in itself; its tree calls them ``data:,<number>``.

    Of one that is damaged there are no bytes.
    """
    for match in _EMBEDDED.finditer(_text_of(content)):
        head, _, written = match[0].partition(",")
        file = unquote_to_bytes(written)
        if head.lower().endswith(";base64"):
            try:
                file = base64.b64decode(file)
            except binascii.Error:
                file = b""
        yield head[5:].partition(";")[0].lower(), file


def _text_of(content: bytes) -> str:
    if 0 < content.count(b"\x00") * _FEW <= len(content):
        content = content.replace(b"\x00", b"")  # as browsers do with one that strayed in
    head = _CHARSET.search(content[:4096])
    declared = next((g for g in head.groups() if g), b"").decode("ascii") if head else ""
    return decode(content, declared)[0]


def parse_text(text: str) -> HtmlElement:
    """The tree of a page or a fragment whose charset is known.

    Raises:
        UnreadableReport: see parse_page.
    """
    from lxml import etree
    from lxml.html import HtmlElement, HTMLParser, document_fromstring

    text = _DECLARATION.sub("", text)  # lxml takes no text that says how it was encoded
    numbers = itertools.count()
    text = _EMBEDDED.sub(lambda _: f"data:,{next(numbers)}", text)
    for opening, closing in _RUN:
        text = "".join(_outside(text, opening, closing))
    text = with_letters(text)
    if len(text) > MOST_MARKUP:
        raise UnreadableReport(
            f"has {len(text) / 1e6:.0f} million characters of HTML, more than the"
            f" {MOST_MARKUP / 1e6:.0f} that are read: save the report alone, or its text"
        )
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False)
    # One class for all: lxml.html asks Python for each element whether it is a part of a form.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        root = document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableReport("is empty: there is no element in it") from error
    etree.strip_tags(root, *_UNWRAPPED)
    if _too_deep()(root):
        raise UnreadableReport(f"is nested deeper than {_DEEPEST} elements: save its text")
    _make_harmless(root)
    return root


def _outside(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> Iterator[str]:
    """The pieces of a text that are not between these; what is never closed goes on to the end."""
    end = 0
    while (begin := opening.search(text, end)) is not None:
        yield text[end : begin.start()]
        closed = closing.search(text, begin.end())
        if closed is None:
            return
        end = closed.end()
    yield text[end:]


def all_text(element: _Element) -> str:
    """The words of an element and of all in it, as one text."""
    return str(_as_text()(element))


@cache
def _as_text() -> XPath:
    from lxml.etree import XPath

    return XPath("string()", smart_strings=False)


@cache
def _too_deep() -> XPath:
    """Elements that are nested too deeply: as many steps as there may be levels, and one."""
    from lxml.etree import XPath

    return XPath("/*" * (_DEEPEST + 1))


def _make_harmless(root: HtmlElement) -> None:
    """Take out what runs, loads or hides; handlers are no concern, since no attribute is ever kept."""
    from lxml.etree import strip_elements

    strip_elements(root, *_NOT_CONTENT, with_tail=False)
    doomed = list(root.iter(*_FORM_PARTS))
    doomed += [e for e in root.iter("img") if _is_tracker(e)]
    doomed += [e for e in root.xpath("//*[@style or @hidden]") if _is_hidden(e)]
    for element in doomed:
        if element.getparent() is not None:
            element.drop_tree()


def _is_tracker(image: HtmlElement) -> bool:
    """A picture of a pixel or two is no picture."""
    sizes = (image.get(name, "").strip().removesuffix("px") for name in ("width", "height"))
    return any(size in ("0", "1", "2") for size in sizes)


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in ("html", "body"):
        return False
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None
