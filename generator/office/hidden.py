"""Pictures of which a document shows a part: cut to size, or with shapes drawn over them.

The file holds them whole, a face below a black bar too. So such a picture is withheld until a person
has compared the two. A shape with words in it is a text box, a line covers nothing.
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

CUT = "is shown in part in its document: compare the two, and take this line away"
COVERED = "is in a document with shapes that may cover parts of it: compare the two, and take this line away"

_DOCX_PARTS = ("document", "footnotes", "endnotes")
_DOCX_SHAPES = ("wsp", "rect", "roundrect", "oval", "shape")
_ODT_SHAPES = ("custom-shape", "rect", "circle", "ellipse", "polygon", "path")
_NO_COVER = ("txbx", "txbxContent", "textbox", "textpath", "imagedata")
_LINES = ("line", "straightConnector1")
_SOMETHING = re.compile(r"[1-9]")


def hidden_in_docx(package: Package, pictures: Iterable[str]) -> Mapping[str, str]:
    """Why some pictures of a DOCX are withheld, by the name of their part (ECMA-376-1, 20.1.8.55)."""
    roots = {
        part: tree(package.xml(f"word/{part}.xml"))
        for part in _DOCX_PARTS
        if f"word/{part}.xml" in package.names
    }
    cut = {name for part, root in roots.items() for name in _cut_in_part(package, part, root)}
    return _reasons(pictures, cut, any(map(_covers_in_docx, roots.values())))


def hidden_in_odt(root: _Element, pictures: Iterable[str]) -> Mapping[str, str]:
    """The same of an ODT, from its content (OpenDocument 1.3, 20.179)."""
    styles = {
        _said(style, "name")
        for style in root.iter("{*}style")
        for drawn in style.iter("{*}graphic-properties")
        if _SOMETHING.search(_said(drawn, "clip"))
    }
    frames = (frame for frame in root.iter("{*}frame") if _said(frame, "style-name") in styles)
    cut = {
        _said(image, "href").removeprefix("./")
        for frame in frames
        for image in frame.iter("{*}image")
    }
    shapes = (shape for name in _ODT_SHAPES for shape in root.iter(f"{{*}}{name}"))
    covers = any(not "".join(map(str, shape.itertext())).strip() for shape in shapes)
    return _reasons(pictures, cut, covers)


def _reasons(pictures: Iterable[str], cut: set[str], covers: bool) -> Mapping[str, str]:
    whole = COVERED if covers else ""
    found = {name: CUT if name in cut else whole for name in pictures}
    return {name: reason for name, reason in found.items() if reason}


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
        blip, shown = fill.find("{*}blip"), fill.find("{*}srcRect")
        if blip is not None and shown is not None and _is_part(shown, "l", "t", "r", "b"):
            yield targets.get(_said(blip, "embed"), "").lstrip("/")
    sides = ("cropleft", "croptop", "cropright", "cropbottom")
    for image in root.iter("{*}imagedata"):
        if _is_part(image, *sides):
            yield targets.get(_said(image, "id"), "").lstrip("/")


def _is_part(element: _Element, *sides: str) -> bool:
    """Whether something is left out at a side; less than nothing is a margin."""
    said = (_said(element, side) for side in sides)
    return any(_SOMETHING.search(value) and not value.startswith("-") for value in said)


def _covers_in_docx(root: _Element) -> bool:
    return any(
        not any(True for name in _NO_COVER for _ in shape.iter(f"{{*}}{name}"))
        and not any(_said(form, "prst") in _LINES for form in shape.iter("{*}prstGeom"))
        for kind in _DOCX_SHAPES
        for shape in root.iter(f"{{*}}{kind}")
    )


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


def _said(element: _Element, name: str) -> str:
    """An attribute in any namespace."""
    return next(
        (str(v) for key, v in element.attrib.items() if str(key).rpartition("}")[2] == name), ""
    )
