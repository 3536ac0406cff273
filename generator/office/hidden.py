"""Pictures that a document doesn't show as they are: cut to size, changed, or below what lies on them.

The file holds them whole, a face below a black bar too. So such a picture is withheld until a person
has compared the two. What may lie on a picture, nobody can tell for sure without setting the page: any
drawing counts that is no thin line, and no box of words that text flows around.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from generator.errors import UnreadableReport
from generator.office.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

CUT = "is shown in part, or changed, in its document: compare the two, and take this line away"
COVERED = (
    "is in a document with drawings that may lie on it: compare the two, and take this line away"
)

_DOCX_PARTS = ("document", "footnotes", "endnotes")
_DOCX_DRAWINGS = ("wsp", "contentPart")
_VML_DRAWINGS = ("rect", "roundrect", "oval", "line", "polyline", "curve", "arc", "shape")
_LINES = ("line", "straightConnector1")
_WRAPS = ("wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom")
_OF_ODT_PAGES = frozenset(("frame", "image", "a", "g", "text-box", "object", "object-ole"))
_ODT_LINES = ("line", "connector", "measure")
_DRAWN = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
_SOMETHING = re.compile(r"[1-9]")
_LENGTH = re.compile(r"(?<![\w.])(-?)(\d*\.?\d+)(cm|mm|in|pt|pc|px|)")
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72, "pt": 1, "pc": 12, "px": 0.75, "": 1}
_THIN = 3  # points
_EMU = 12_700  # in a point


def hidden_in_docx(package: Package, pictures: Iterable[str]) -> Mapping[str, str]:
    """Why some pictures of a DOCX are withheld, by the name of their part (ECMA-376-1, 20.1.8, 20.4)."""
    roots = {
        part: _without_fallbacks(tree(package.xml(f"word/{part}.xml")))
        for part in _DOCX_PARTS
        if f"word/{part}.xml" in package.names
    }
    cut = {name for part, root in roots.items() for name in _cut_in_part(package, part, root)}
    return _reasons(pictures, cut, any(map(_is_drawn_on, roots.values())))


def hidden_in_odt(root: _Element, pictures: Iterable[str]) -> Mapping[str, str]:
    """The same of an ODT, from its content (OpenDocument 1.3, 10.3, 20.179)."""
    styles = {_said(style, "name"): style for style in root.iter("{*}style")}
    cut = {
        _said(image, "href").removeprefix("./")
        for frame in root.iter("{*}frame")
        if any(map(_is_cut, _lengths(_of_style(styles, frame, "clip"))))
        for image in frame.iter("{*}image")
    }
    drawings = (one for one in root.iter(f"{{{_DRAWN}}}*") if _name(one) not in _OF_ODT_PAGES)
    boxes = (box for box in root.iter("{*}text-box") if box.find(".//{*}image") is None)
    covers = any(not _is_thin_in_odt(styles, one) for one in drawings) or any(
        not _words(box, "p", "h") or _of_style(styles, box.getparent(), "wrap") == "run-through"
        for box in boxes
    )
    return _reasons(pictures, cut, covers)


def _reasons(pictures: Iterable[str], cut: set[str], covers: bool) -> Mapping[str, str]:
    whole = COVERED if covers else ""
    found = {name: CUT if name in cut else whole for name in pictures}
    return {name: reason for name, reason in found.items() if reason}


def _without_fallbacks(root: _Element) -> _Element:
    """The document without what it has for programs that don't know its newer parts."""
    for fallback in [*root.iter("{*}Fallback")]:
        parent = fallback.getparent()
        if parent is not None and parent.find("{*}Choice") is not None:
            parent.remove(fallback)
    return root


def _cut_in_part(package: Package, part: str, root: _Element) -> Iterator[str]:
    relations = f"word/_rels/{part}.xml.rels"
    if relations not in package.names:
        return
    targets = {
        _said(relation, "Id"): posixpath.normpath(
            posixpath.join("/word", _said(relation, "Target"))
        )
        for relation in tree(package.xml(relations)).iter("{*}Relationship")
    }
    for fill in root.iter("{*}blipFill"):
        blip = fill.find("{*}blip")
        if blip is not None and _is_changed(fill, blip):
            yield targets.get(_said(blip, "embed"), "").lstrip("/")
    sides = ("cropleft", "croptop", "cropright", "cropbottom")
    for image in root.iter("{*}imagedata"):
        if _is_part(image, *sides):
            yield from (targets.get(name, "").lstrip("/") for name in _all_said(image, "id"))


def _is_changed(fill: _Element, blip: _Element) -> bool:
    """Whether a picture is cut, stretched over its frame, recoloured, hidden, or in another form."""
    shown, stretched = fill.find("{*}srcRect"), fill.find("{*}stretch/{*}fillRect")
    if shown is not None and _is_part(shown, "l", "t", "r", "b"):
        return True
    if stretched is not None and any("-" in _said(stretched, side) for side in "ltrb"):
        return True
    if any(_name(child) != "extLst" for child in blip):
        return True
    picture = fill.getparent()
    forms = picture.iter("{*}prstGeom", "{*}custGeom") if picture is not None else ()
    if any(_name(form) == "custGeom" or _said(form, "prst") != "rect" for form in forms):
        return True
    frame = next(fill.iterancestors("{*}anchor", "{*}inline"), None)
    about = frame.find("{*}docPr") if frame is not None else None
    return about is not None and _said(about, "hidden") in ("1", "true")


def _is_part(element: _Element, *sides: str) -> bool:
    """Whether something is left out at a side; less than nothing is a margin."""
    said = (_said(element, side) for side in sides)
    return any(_SOMETHING.search(value) and not value.startswith("-") for value in said)


def _is_drawn_on(root: _Element) -> bool:
    """Whether anything in a part of a DOCX may lie on its pictures, another picture too."""
    pictures = [*root.iter("{*}blipFill", "{*}imagedata")]
    in_front = [
        anchor for anchor in root.iter("{*}anchor") if anchor.find("{*}wrapNone") is not None
    ]
    if len(pictures) > 1 and any(anchor.find(".//{*}blipFill") is not None for anchor in in_front):
        return True
    drawings = root.iter(*(f"{{*}}{kind}" for kind in _DOCX_DRAWINGS))
    if any(not _is_harmless(drawing) for drawing in drawings):
        return True
    shapes = root.iter(*(f"{{urn:schemas-microsoft-com:vml}}{kind}" for kind in _VML_DRAWINGS))
    return any(not _is_harmless_vml(shape) for shape in shapes)


def _is_harmless(drawing: _Element) -> bool:
    anchor = next(drawing.iterancestors("{*}anchor"), None)
    wraps = anchor is not None and any(anchor.find(f"{{*}}{kind}") is not None for kind in _WRAPS)
    if wraps and _words(drawing, "t"):
        return True
    is_line = any(_said(form, "prst") in _LINES for form in drawing.iter("{*}prstGeom"))
    widths = [_said(line, "w") for line in drawing.iter("{*}ln")]
    return is_line and all(
        width.isdigit() and int(width) <= _THIN * _EMU for width in widths if width
    )


def _is_harmless_vml(shape: _Element) -> bool:
    if shape.find(".//{*}imagedata") is not None or _said(shape, "hr") in ("t", "true"):
        return True
    wraps = any(_said(wrap, "type") not in ("", "none") for wrap in shape.iter("{*}wrap"))
    if wraps and _words(shape, "t"):
        return True
    return _name(shape) == "line" and all(
        length <= _THIN for length in _lengths(_said(shape, "strokeweight"))
    )


def _is_thin_in_odt(styles: Mapping[str, _Element], drawing: _Element) -> bool:
    widths = _lengths(_of_style(styles, drawing, "stroke-width"))
    return _name(drawing) in _ODT_LINES and all(width <= _THIN for width in widths)


def _is_cut(length: float) -> bool:
    return length > 0


def _of_style(styles: Mapping[str, _Element], element: _Element | None, name: str) -> str:
    """What an element's style, or one that it is made from, says of how it is drawn."""
    style = _said(element, "style-name") if element is not None else ""
    for _ in range(len(styles)):
        if style not in styles:
            break
        for drawn in styles[style].iter("{*}graphic-properties"):
            if said := _said(drawn, name):
                return said
        style = _said(styles[style], "parent-style-name")
    return ""


def _lengths(said: str) -> list[float]:
    """The lengths in a value, in points."""
    found = _LENGTH.findall(said)
    return [float(f"{sign}{number}") * _POINTS[unit] for sign, number, unit in found]


def _words(element: _Element, *kinds: str) -> bool:
    parts = element.iter(*(f"{{*}}{kind}" for kind in kinds))
    return any(re.search(r"\w", "".join(map(str, part.itertext()))) for part in parts)


def tree(content: bytes) -> _Element:
    """XML that ``Package`` has checked, as a tree: nothing is fetched, no entity read.

    Raises:
        UnreadableReport: it is damaged all the same.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableReport(f"is damaged: {error.msg}") from error


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _all_said(element: _Element, name: str) -> Iterator[str]:
    """An attribute in each namespace in which it is given."""
    yield from (str(v) for key, v in element.attrib.items() if str(key).rpartition("}")[2] == name)


def _said(element: _Element, name: str) -> str:
    """An attribute in any namespace."""
    return next(_all_said(element, name), "")
