"""ODT (OpenDocument 1.3) as HTML: paragraphs, headings, lists, tables, notes, links, emphasis.

Comments, tracked deletions, heads, feet and fields of the program are left out. What stands in a
frame follows the paragraph that it is tied to, as in DOCX.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.errors import UnreadableReport
from generator.model import mark_of
from generator.office.hidden import hidden_in_odt, tree
from generator.office.package import Package
from generator.office.properties import Document, Properties, property_in

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAGS = {
    "list-item": "li",
    "list-header": "li",
    "table": "table",
    "table-row": "tr",
    "table-cell": "td",
}
_LEFT_OUT = frozenset(
    (
        *("tracked-changes", "annotation", "annotation-end", "sequence-decls", "variable-decls"),
        *(
            "user-field-decls",
            "forms",
            "table-of-content",
            "alphabetical-index",
            "note-citation",
        ),
        *("covered-table-cell", "page-number", "page-count", "bookmark-ref", "object", "script"),
        *("custom-shape", "line", "rect", "title", "desc", "hidden-text", "hidden-paragraph"),
    )
)
_BOLD = re.compile(r"bold|[6-9]00")
_MOST_SPACES = 20


def odt_as_html(content: bytes) -> Document:
    """The document as HTML, and its properties.

    Raises:
        UnreadableReport: it is damaged, locked, or too big, see Package.
    """
    package = Package(content)
    if "META-INF/manifest.xml" in package.names and b"encryption-data" in package.xml(
        "META-INF/manifest.xml"
    ):
        raise UnreadableReport("is locked by a password: save it without one")
    root = tree(package.xml("content.xml"))
    bodies = [element for element in root.iter("{*}text") if _name(element.getparent()) == "body"]
    if not bodies:
        raise UnreadableReport("is damaged: there is no text in it")
    writer = _Writer(root)
    body = "".join((*writer.contents(bodies[0]), *writer.boxes()))
    notes = "".join(f"<li>{note}</li>" for note in writer.notes)
    notes = f"<ol>{notes}</ol>" if notes else ""
    hidden = hidden_in_odt(root, writer.pictures)
    return Document(body, notes, _properties(package), tuple(writer.pictures), hidden)


def _properties(package: Package) -> Properties:
    if "meta.xml" not in package.names:
        return Properties()
    text = package.xml("meta.xml").decode("utf-8", "replace")
    names = ("title", "initial-creator", "creation-date")
    return Properties(*(property_in(text, name) for name in names))


class _Writer:
    """HTML of a tree, and the notes and pictures met on the way."""

    def __init__(self, root: _Element) -> None:
        self.notes: list[str] = []
        self.pictures: list[str] = []
        self._boxes: list[str] = []
        self._marks = dict(_marks_of_styles(root))
        self._parents = {name: m[0] for name, m in self._marks.items() if m and m[0][:1].isupper()}
        self._ordered = frozenset(_ordered_levels(root))
        self._lists: list[str] = []

    def contents(self, element: _Element) -> Iterator[str]:
        yield html.escape(element.text or "")
        for child in element:
            yield from self.element(child)
            yield html.escape(child.tail or "")

    def element(self, element: _Element) -> Iterator[str]:
        name = _name(element)
        inner = self.contents(element)
        if name in _LEFT_OUT:
            return
        if name in ("s", "tab", "line-break"):
            yield _space(element, name)
        elif name in ("note", "frame"):
            yield self.note(element) if name == "note" else self.frame(element)
        elif name == "h":
            level = _attribute(element, "outline-level") or "2"
            level = level if level in "123456" else "6"
            yield from (f"<h{level}>", *inner, f"</h{level}>", *self.boxes())
        elif name == "p":
            tag = {"Title": "h1", "Quotations": "blockquote"}.get(self.style_of(element), "p")
            yield from (f"<{tag}>", *inner, f"</{tag}>", *self.boxes())
        elif name == "list":
            yield from self.listing(element)
        elif name == "a":
            yield from (f'<a href="{html.escape(_attribute(element, "href"))}">', *inner, "</a>")
        elif name == "span":
            marks = self._marks.get(_attribute(element, "style-name"), ())
            yield from (*(f"<{m}>" for m in marks), *inner, *(f"</{m}>" for m in reversed(marks)))
        elif name in _TAGS:
            yield from (f"<{_TAGS[name]}>", *inner, f"</{_TAGS[name]}>")
        else:
            yield from inner

    def listing(self, element: _Element) -> Iterator[str]:
        """A list; one in another has its style, unless it says otherwise (OpenDocument 1.3, 5.3.1)."""
        style = _attribute(element, "style-name") or (self._lists[-1] if self._lists else "")
        self._lists.append(style)
        tag = "ol" if (style, len(self._lists)) in self._ordered else "ul"
        yield from (f"<{tag}>", *self.contents(element), f"</{tag}>")
        self._lists.pop()

    def frame(self, element: _Element) -> str:
        """A picture where it stands; a box with text is kept for the end of the paragraph."""
        box = element.find("{*}text-box")
        if box is not None:
            text = "".join(self.contents(box))  # paragraphs in it end the list of boxes so far
            self._boxes.append(text)
            return ""
        image = element.find("{*}image")
        name = _attribute(image, "href").removeprefix("./") if image is not None else ""
        if not name or "://" in name or name.startswith("../"):
            return ""
        self.pictures.append(name)
        words = html.escape(_words_of(element))
        return f'<img alt="{words}" src="{mark_of(len(self.pictures) - 1)}">'

    def boxes(self) -> list[str]:
        """The text boxes met since the last paragraph ended."""
        found, self._boxes = self._boxes, []
        return found

    def style_of(self, element: _Element) -> str:
        """The named style of a paragraph, also of one that was changed by hand."""
        name = _attribute(element, "style-name")
        return self._parents.get(name, name)

    def note(self, element: _Element) -> str:
        body = element.find("{*}note-body")
        self.notes.append("".join(self.contents(body)) if body is not None else "")
        return f"[{len(self.notes)}]"


def _marks_of_styles(root: _Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For a style of words its emphasis; for one of paragraphs the named style that it changes."""
    for style in root.iter("{*}style"):
        name, family = _attribute(style, "name"), _attribute(style, "family")
        if family == "paragraph":
            yield name, (_attribute(style, "parent-style-name"),)
        elif family == "text":
            said = {key.rpartition("}")[2]: str(v) for e in style for key, v in e.attrib.items()}
            bold = ("strong",) if _BOLD.match(said.get("font-weight", "")) else ()
            yield name, (*bold, *(("em",) if said.get("font-style") == "italic" else ()))


def _words_of(frame: _Element) -> str:
    """What a picture shows, as its author described it."""
    said = (frame.findtext(f"{{*}}{name}") or "" for name in ("desc", "title"))
    return next((" ".join(words.split()) for words in said if words.strip()), "")


def _ordered_levels(root: _Element) -> Iterator[tuple[str, int]]:
    """Which levels of which styles count their items; programs name a style for ten levels at once."""
    for style in root.iter("{*}list-style"):
        for level in style.iter("{*}list-level-style-number"):
            number = _attribute(level, "level")
            if number.isdigit() and _attribute(level, "num-format"):
                yield _attribute(style, "name"), int(number)


def _space(element: _Element, name: str) -> str:
    if name == "line-break":
        return "<br>"
    count = _attribute(element, "c")
    return " " * (min(int(count), _MOST_SPACES) if count.isdigit() else 1)


def _name(element: _Element | None) -> str:
    if element is None or not isinstance(element.tag, str):
        return ""
    return element.tag.rpartition("}")[2]


def _key(element: _Element, name: str) -> str:
    return next((str(key) for key in element.attrib if str(key).rpartition("}")[2] == name), name)


def _attribute(element: _Element, name: str) -> str:
    return str(element.get(_key(element, name), ""))
