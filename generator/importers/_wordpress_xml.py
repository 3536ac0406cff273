"""The XML of a WordPress export as a stream of its elements, in flat memory.

What is no XML to the letter is mended on the way; nothing that a document type declares is believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.errors import UnreadableReport
from generator.importers._mended_xml import DOCTYPE, mended
from generator.model import RawReport

if TYPE_CHECKING:
    from lxml.etree import XMLPullParser, _Element

_TAIL = 4096
_MOST = 16 * 1024 * 1024  # bytes of a post without its comments
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

    parser = _parser(raw)
    waiting = 0
    broken: etree.XMLSyntaxError | None = None
    for chunk in mended(raw):
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


def _parser(raw: RawReport) -> XMLPullParser:
    """A parser that yields what is told, and believes nothing that a document type declares."""
    from lxml.etree import XMLPullParser

    if DOCTYPE.search(raw.head.partition(b"<rss")[0]):
        raise UnreadableReport(
            "declares a document type, which no export of WordPress does: it was not read"
        )
    return XMLPullParser(
        ("end",),
        tag=tuple(f"{{*}}{name}" for name in (*_HEAD, *_CLEARED, "author", "item")),
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )


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
