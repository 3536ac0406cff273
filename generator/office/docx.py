"""DOCX (ECMA-376) as HTML, through mammoth: without comments, deletions, heads and feet."""

from __future__ import annotations

import io
import re
import zipfile
from functools import partial
from typing import Any

from generator.errors import UnreadableReport
from generator.model import mark_of
from generator.office.hidden import hidden_in_docx
from generator.office.package import Package
from generator.office.properties import Document, Properties, property_in

_DOCUMENT = "word/document.xml"
_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/(?:document|styles|numbering|footnotes|endnotes)\.xml"
    r"|word/_rels/(?:document|footnotes|endnotes)\.xml\.rels"
)
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
"""
_BACK = re.compile(r"""\s*<a href="#(?:foot|end)note-ref-[^"]*">[^<]*</a>""")
_NOTES = re.compile(r"""<ol><li id="(?:foot|end)note-""")
_MEDIA = re.compile(
    r"\.(?:png|jpe?g|jpe|jfif|gif|webp|bmp|tiff?|svg|[ew]mf|heic|avif)\Z", re.IGNORECASE
)


def docx_as_html(content: bytes) -> Document:
    """The document as HTML, and its properties.

    Raises:
        UnreadableReport: it is damaged, locked, or too big, see Package.
    """
    package = Package(content)
    if _DOCUMENT not in package.names:
        raise UnreadableReport(f"is damaged: it has no {_DOCUMENT}")
    import mammoth

    pictures: list[str] = []
    with _lean_copy(package) as file:
        try:
            found = mammoth.convert_to_html(
                file,
                style_map=_STYLES,
                convert_image=partial(_picture, pictures),
                include_embedded_style_map=False,
            )
        except RecursionError as error:
            raise UnreadableReport("is nested too deeply: save its text") from error
        except (KeyError, ValueError, AttributeError, TypeError, IndexError, LookupError) as error:
            raise UnreadableReport("is damaged: open it in its program and save it anew") from error
    markup = _BACK.sub("", found.value)
    notes = _NOTES.search(markup)
    end = notes.start() if notes else len(markup)
    hidden = hidden_in_docx(package, pictures) if pictures else {}
    return Document(markup[:end], markup[end:], _properties(package), tuple(pictures), hidden)


def _picture(found: list[str], image: Any) -> list[object]:
    """A picture by its number; one that is elsewhere is none, and is never fetched."""
    from mammoth import html

    try:
        with image.open() as stub:
            found.append(stub.read().decode())
    except (ValueError, KeyError):
        return []
    words = {"alt": image.alt_text} if image.alt_text else {}
    return [html.element("img", {**words, "src": mark_of(len(found) - 1)})]


def _lean_copy(package: Package) -> io.BytesIO:
    """The document with the parts that hold text, all of them checked; in pictures stands their name."""
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as lean:
        for name in sorted(package.names):
            if _NEEDED.fullmatch(name):
                lean.writestr(name, package.xml(name))
            elif _MEDIA.search(name):
                lean.writestr(name, name)
    copy.seek(0)
    return copy


def _properties(package: Package) -> Properties:
    if "docProps/core.xml" not in package.names:
        return Properties()
    text = package.xml("docProps/core.xml").decode("utf-8", "replace")
    return Properties(
        *(property_in(text, name) for name in ("title", "creator", "created")),
    )
