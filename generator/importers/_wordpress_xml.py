"""The XML of a WordPress export as a stream of its elements, in flat memory.

What exporters write is often no XML to the letter: control characters out of pasted text, blank lines
before the declaration, ``&nbsp;`` that nothing declares, bytes of another charset. All of that is mended
on the way; nothing that a document type declares is believed.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html.entities import html5
from typing import TYPE_CHECKING

from generator.errors import UnreadableReport
from generator.model import RawReport

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHUNK = 64 * 1024
_TAIL = 4096
_MOST = 16 * 1024 * 1024  # bytes of a post without its comments
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(
    r"&(?:#0*(?:[0-8]|1[124-9]|2\d|3[01])|#[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F])"
    r"|(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]\w{1,31}));"
)
_LONGEST_REFERENCE = 40
_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HEAD = ("title", "link", "language", "base_site_url")
_CLEARED = ("comment", "postmeta", "category", "tag", "term")
_KEPT_META = ("_wpml_language", "_wpml_import_language_code")


def elements(raw: RawReport) -> Iterator[_Element]:
    """Authors, items, and what the channel says of the site, each once it is whole.

    Comments are gone by then; an element is emptied as soon as the next one is asked for.

    Raises:
        UnreadableReport: the file is cut or damaged, and where; all that comes before was given.
    """
    from lxml import etree

    tags = tuple(f"{{*}}{name}" for name in (*_HEAD, *_CLEARED, "author", "item"))
    parser = etree.XMLPullParser(
        ("end",),
        tag=tags,
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    waiting = 0
    broken: etree.XMLSyntaxError | None = None
    for chunk in _cleaned(raw):
        try:
            parser.feed(chunk)
        except etree.XMLSyntaxError as error:
            broken = error
        waiting += len(chunk)
        for _, element in parser.read_events():
            yield from _told(element)
            if not len(element) and not element.text:
                waiting = 0
        if broken or waiting > _MOST:
            break
    if waiting > _MOST:
        reason = f"holds a post of more than {_MOST // 2**20} MB: what stands before was read"
        raise UnreadableReport(reason)
    try:
        if broken:
            raise broken
        parser.close()
    except etree.XMLSyntaxError as error:
        if not str(error.msg).startswith("Extra content at the end"):  # of the page that sent it
            raise UnreadableReport(_where(raw, error)) from error


def name_of(element: _Element) -> str:
    """The name of an element without its namespace, which changes with each version of WXR."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_of(element: _Element, name: str) -> str:
    """The text of the first child that is called so; an empty text where there is none."""
    return next(("".join(child.itertext()) for child in element if name_of(child) == name), "")


def _told(element: _Element) -> Iterator[_Element]:
    name, above = name_of(element), element.getparent()
    place = name_of(above) if above is not None else ""
    if name == "item" or (place == "channel" and name in (*_HEAD, "author")):
        yield element
    is_term = name in ("category", "tag", "term") and place == "channel"
    is_noise = name == "comment" or (
        name == "postmeta" and text_of(element, "meta_key") not in _KEPT_META
    )
    if name == "item" or is_term or is_noise:
        element.clear()
        _remove_like(element)


def _remove_like(element: _Element) -> None:
    """Take out the emptied elements right before this one; it goes itself with the next."""
    above = element.getparent()
    before = element.getprevious()
    while above is not None and before is not None and before.tag == element.tag:
        if len(before) or before.text:
            return
        above.remove(before)
        before = element.getprevious()


def _cleaned(raw: RawReport) -> Iterator[bytes]:
    """The file as UTF-8 that an XML parser takes."""
    decoder = codecs.getincrementaldecoder(_charset_of(raw.head))(errors="replace")
    rest, is_first = "", True
    with raw.open() as file:
        while True:
            chunk = file.read(_CHUNK)
            text = rest + decoder.decode(chunk, final=not chunk)
            if is_first:
                text, is_first = _from_declaration(text), False
            cut = text.rfind("&", -_LONGEST_REFERENCE) if chunk else -1
            text, rest = (text[:cut], text[cut:]) if cut >= 0 else (text, "")
            text = _REFERENCE.sub(_resolved, _INVALID.sub("", text))
            yield text.encode("utf-8", "replace")
            if not chunk:
                return


def _from_declaration(text: str) -> str:
    """The first chunk without what a server printed before the export."""
    begins = text.find("<?xml")
    if _DOCTYPE.search(text[: text.find("<rss")]):
        raise UnreadableReport(
            "declares a document type, which no export of WordPress does: it was not read"
        )
    return text[begins:] if begins > 0 else text.lstrip("\ufeff \t\r\n")


def _charset_of(head: bytes) -> str:
    declared = _DECLARED.search(head[:1000])
    try:
        return codecs.lookup(declared[1].decode("ascii") if declared else "utf-8").name
    except LookupError:
        return "utf-8"


def _resolved(match: re.Match[str]) -> str:
    """A reference that HTML knows as its character; one that nothing knows stays as it is.

    Inside CDATA, where it is markup of the post, that says the same.
    """
    if not match[1]:
        return ""
    found = html5.get(f"{match[1]};", match[0])
    return match[0] if found in "<>&\"'" else found


def _where(raw: RawReport, error: SyntaxError) -> str:
    if not _is_whole(raw):
        return (
            f"ends in the middle, in line {error.lineno}: what stands before was read; export it"
            f" again, in parts if the server stops each time"
        )
    reason = str(error.msg).rpartition(", line ")[0] or str(error.msg)
    return f"is damaged in line {error.lineno}: {reason}: what stands before was read"


def _is_whole(raw: RawReport) -> bool:
    """Whether the file has the end of an export."""
    with raw.open() as file:
        file.seek(max(0, raw.size - _TAIL))
        return b"</rss>" in file.read(_TAIL)
