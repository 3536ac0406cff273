"""Report bodies: Markdown to HTML that no script, tracker or foreign picture gets through.

Python-Markdown does the work, with the extensions that mkdocs.yml names. On top of it raw HTML is
shown as text instead of being passed on, links keep only schemes that can't run anything, pictures
from elsewhere become links, and blocks written in the other direction than the page are marked.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote
from xml.etree import ElementTree

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from generator.model import PublicPicture, PublicReport
from generator.rendering.plain_words import PlainParagraphsFirst, PlainWordsFirst
from generator.rendering.prose import KNOWN_EXTENSIONS, as_paragraphs
from generator.rendering.tables import ScrollableTables

Resolve = Callable[[str], str]
"""Turns a link as an editor wrote it into one that works from the page; empty: into none."""

_BLOCKS = frozenset(
    ("p", "li", "blockquote", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6")
)
_SAFE_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED_IN_SCHEMES = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]")
_FOREIGN = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_INLINE_PRIORITY = 20  # what Python-Markdown gives it
_FIRST_PRIORITY = 200  # above all that it, and its extensions, give their kinds of blocks
_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = "\x1d"  # U+001D, group separator: no text has it
_BETWEEN_BLOCKS = re.compile(
    r"</(?:p|li|h[1-6]|figcaption|td|th|blockquote|div|pre|dd|dt)>|<br\s*/?>"
)


@dataclass(frozen=True)
class Pictures:
    """The pictures that a body may show.

    Attributes:
        by_file: each by the name of its file.
        place: what stands before that name: the address of the page, or nothing on the page itself.
        undescribed: what stands for the words of a picture that has none.
    """

    by_file: Mapping[str, PublicPicture] = field(default_factory=dict)
    place: str = ""
    undescribed: str = ""

    @classmethod
    def of(cls, report: PublicReport, undescribed: str, place: str = "") -> Pictures:
        """Those of a report."""
        by_file = {picture.file: picture for picture in report.pictures}
        return cls(by_file, place, undescribed) if by_file else NO_PICTURES


NO_PICTURES = Pictures()


@dataclass(frozen=True)
class RenderedBody:
    """A body as HTML, and its headings as Python-Markdown's toc extension gives them."""

    html: str
    headings: Sequence[Mapping[str, Any]]


class BodyRenderer:
    """Renders bodies; one Markdown instance serves them all, one after the other."""

    def __init__(
        self,
        extensions: Sequence[str | Extension],
        configs: Mapping[str, Mapping[str, Any]],
        *,
        prose_apart: bool = True,
    ) -> None:
        """Use these extensions of Python-Markdown, with their settings.

        With ``prose_apart``, texts without Markdown don't go through it (see ``prose``).
        """
        self._arguments = (tuple(extensions), configs)
        self._prose_apart = prose_apart and KNOWN_EXTENSIONS.issuperset(extensions)
        self._safety = SafeBodyExtension()
        self._markdown = markdown.Markdown(
            extensions=[*extensions, ScrollableTables(), self._safety],
            extension_configs={name: dict(config) for name, config in configs.items()},
        )
        if self._prose_apart:
            inline = PlainWordsFirst(self._markdown)
            self._markdown.treeprocessors.register(inline, "inline", _INLINE_PRIORITY)
            parser = self._markdown.parser
            plain = PlainParagraphsFirst(parser)
            parser.blockprocessors.register(plain, "plain_paragraph", _FIRST_PRIORITY)

    def __reduce__(self) -> tuple[type[BodyRenderer], tuple[object, ...]]:
        """In another process it is made anew, of the same extensions."""
        return type(self), self._arguments

    def render(
        self,
        body: str,
        *,
        rtl: bool,
        resolve: Resolve = str,
        pictures: Pictures = NO_PICTURES,
    ) -> RenderedBody:
        """Render one body.

        Args:
            body: Markdown.
            rtl: whether its page runs right to left.
            resolve: what becomes of links.
            pictures: those that may be shown.
        """
        if self._prose_apart:
            prose = as_paragraphs(body, lambda text: _differs(is_rtl(text), rtl))
            if prose is not None:
                return RenderedBody(prose, [])
        self._safety.prepare(rtl=rtl, resolve=resolve, pictures=pictures)
        return self._by_markdown(body)

    def _by_markdown(self, body: str) -> RenderedBody:
        self._markdown.reset()
        content = self._markdown.convert(body)
        return RenderedBody(content, getattr(self._markdown, "toc_tokens", []))


class SafeBodyExtension(Extension):
    """What turns Python-Markdown into a renderer for bodies that anybody may have written."""

    def __init__(self) -> None:
        super().__init__()
        self._processor = _SafeTree()

    def prepare(self, *, rtl: bool, resolve: Resolve, pictures: Pictures = NO_PICTURES) -> None:
        """Say for which page the next body is; see ``BodyRenderer.render``."""
        self._processor.rtl = rtl
        self._processor.resolve = resolve
        self._processor.pictures = pictures

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Register with a Markdown instance; called after all other extensions."""
        for registry, name in ((md.preprocessors, "html_block"), (md.inlinePatterns, "html")):
            if name in registry:
                registry.deregister(name)
        self._processor.md = md
        md.treeprocessors.register(self._processor, "archive_safe_body", 2)


class _SafeTree(Treeprocessor):
    rtl = False
    resolve: Resolve = staticmethod(str)
    pictures: Pictures = NO_PICTURES

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            for name in [name for name in element.attrib if _is_risky(name)]:
                del element.attrib[name]
            if element.tag == "a" and "href" in element.attrib:
                self._mend_link(element, "href")
            elif element.tag == "img":
                self._mend_picture(element)
            elif element.tag in _BLOCKS and _runs_other_way(element, self.rtl):
                element.set("dir", "auto")
        if self.pictures.by_file:
            self._caption(root)

    def _mend_link(self, element: ElementTree.Element, name: str) -> None:
        target = element.get(name, "")
        resolved = self.resolve(target) if is_safe_link(target) else ""
        if resolved:
            element.set(name, resolved)
        else:
            del element.attrib[name]

    def _mend_picture(self, element: ElementTree.Element) -> None:
        """A picture from elsewhere would tell its host who reads what: it becomes a link.

        One of the archive's own that leads to nothing public leaves the words that describe it.
        """
        source = element.get("src", "")
        picture = self.pictures.by_file.get(unquote(html.unescape(source)))
        if picture is not None:
            self._show(element, picture)
            return
        is_foreign = _FOREIGN.match(html.unescape(source)) is not None
        if not is_foreign and self.resolve(source):
            element.set("src", self.resolve(source))
            return
        text, tail = element.get("alt", ""), element.tail
        element.clear()
        element.tag, element.text, element.tail = "span", text, tail
        if is_foreign:
            element.tag, element.text = "a", text or source
        if is_foreign and is_safe_link(source):
            element.set("href", source)
            element.set("rel", "noreferrer")

    def _show(self, element: ElementTree.Element, picture: PublicPicture) -> None:
        """A picture of the report's own; with its size, so that nothing moves when it comes."""
        element.set("src", f"{self.pictures.place}{quote(picture.file)}")
        element.set("alt", element.get("alt") or self.pictures.undescribed)
        element.set("width", str(picture.width))
        element.set("height", str(picture.height))
        element.set("loading", "lazy")

    def _caption(self, root: ElementTree.Element) -> None:
        """A picture that has a paragraph for itself, and a title, stands above it as its caption."""
        for element in root.iter("p"):
            image = element[0] if len(element) == 1 and element[0].tag == "img" else None
            words = "" if image is None else image.attrib.pop("title", "")
            if image is None or not words or (element.text or image.tail or "").strip():
                continue
            element.tag, element.attrib = "figure", {}
            caption = ElementTree.SubElement(element, "figcaption")
            caption.text = AtomicString(html.unescape(words))
            if _runs_other_way(caption, self.rtl):
                caption.set("dir", "auto")


def is_safe_link(target: str) -> bool:
    """Whether following a link can't run anything: relative, http(s), mailto or tel."""
    if target.startswith(AMP_SUBSTITUTE):  # an e-mail address that Python-Markdown has veiled
        return True
    plain = _IGNORED_IN_SCHEMES.sub("", html.unescape(html.unescape(target)))
    scheme = _SCHEME.match(plain)
    return scheme is None or scheme[1].lower() in _SAFE_SCHEMES


def plain_text(rendered: str) -> str:
    """The words of rendered HTML, for search."""
    text = _TAG.sub("", _BETWEEN_BLOCKS.sub("\n", rendered))
    return " ".join(html.unescape(text).split())


def paragraphs_of(rendered: str) -> str:
    """The words of rendered HTML as plain text: its blocks, parted by an empty line."""
    texts = (" ".join(block.split()) for block in _blocks(rendered))
    return "\n\n".join(text for text in texts if text)


def _blocks(rendered: str) -> list[str]:
    apart = _TAG.sub("", _BETWEEN_BLOCKS.sub(_BLOCK_END, rendered))
    return html.unescape(apart).split(_BLOCK_END)


def is_rtl(text: str) -> bool | None:
    """Whether the first letter with a direction runs right to left; None if no letter has one."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return None


def _is_risky(attribute: str) -> bool:
    return attribute.lower().startswith("on") or attribute.lower() in ("style", "srcset", "srcdoc")


def _runs_other_way(element: ElementTree.Element, rtl: bool) -> bool:
    return _differs(is_rtl("".join(element.itertext())), rtl)


def _differs(direction: bool | None, rtl: bool) -> bool:
    return direction is not None and direction != rtl
