"""The pictures of a page that came with it: beside it, or in the page itself."""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote, urljoin, urlsplit

from generator.errors import UnusablePicture
from generator.html.tree import embedded_files
from generator.model import Beside, PictureInside, RawReport, mark_of
from generator.pictures import cleaned

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SOURCES = ("data-src", "data-lazy-src", "data-original", "src")  # pages that load lazily first
_EMBEDDED = re.compile(r"data:,(\d+)")
_MOST = 200
_LONGEST_CAPTION = 1000


def path_beside(page: str, target: str) -> str:
    """The path of what a page refers to, in the folder that both came in.

    Args:
        page: path of the page in that folder.
        target: as the page refers to it.

    Returns:
        A path that does not lead out of the folder; empty where the target is an address, or leads out.
    """
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    written = unquote(parts.path)
    if parts.scheme or parts.netloc or not written or written.startswith("/") or "\0" in written:
        return ""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), written))
    return "" if path.startswith("../") or path in (".", "..") else path


def tells_more(content: bytes) -> bool:
    """Whether a page has a picture in itself that carries more than it shows, or may do so."""
    if b"data:image/" not in content:
        return False
    pictures = (file for kind, file in embedded_files(content) if kind.startswith("image/"))
    return not all(map(_is_clean, pictures))


def _is_clean(picture: bytes) -> bool:
    if not picture or b"<svg" in picture[:1000].lower():
        return True
    try:
        return cleaned(picture).content == picture
    except UnusablePicture:
        return False


def marked_pictures(root: HtmlElement, base: str, raw: RawReport) -> tuple[PictureInside, ...]:
    """Those of a page, each marked in its tree by its number."""
    return tuple(_marked(root, base, raw))


def _marked(root: HtmlElement, base: str, raw: RawReport) -> Iterator[PictureInside]:
    number = 0
    for element in root.iter("img"):
        found = _picture(element, base, raw)
        if found is not None and number < _MOST:
            for name in [name for name in element.attrib if str(name).startswith("data-")]:
                del element.attrib[name]
            element.set("src", mark_of(number))
            _take_caption(element)
            yield found
            number += 1


def _take_caption(element: HtmlElement) -> None:
    """The caption below a picture becomes its own title: extraction knows no captions."""
    figure = next((place for place in element.iterancestors("figure", "div")), None)
    if figure is None or len(list(figure.iter("img"))) != 1:
        return
    captions = figure.xpath(".//figcaption | .//*[contains(@class, 'caption-text')]")
    words = " ".join(" ".join(map(str, caption.itertext())) for caption in captions).split()
    if words and len(caption := " ".join(words)) <= _LONGEST_CAPTION:
        element.set("title", caption)
        for place in captions:
            if place.getparent() is not None:
                place.drop_tree()
    elif element.get("title"):
        del element.attrib["title"]


def _picture(element: HtmlElement, base: str, raw: RawReport) -> PictureInside | None:
    targets = [target for source in _SOURCES if (target := element.get(source, "").strip())]
    if raw.beside is not None:
        named = (raw.beside.name_of(target, base) for target in targets)
        if names := tuple(dict.fromkeys(filter(None, named))):
            address = next(filter(None, (_absolute(base, target) for target in targets)), "")
            read = partial(_first_of, raw.beside, names)
            return PictureInside(names[0], read, address, is_beside=True)
    embedded = next(filter(None, map(_EMBEDDED.fullmatch, targets)), None)
    return _embedded(int(embedded[1]), raw.open) if embedded else None


def _first_of(beside: Beside, names: tuple[str, ...]) -> bytes:
    """The first picture that is there: pages name one that is to come later, and one for now."""
    for name in names:
        try:
            return beside.read(name)
        except LookupError:
            continue
    raise LookupError(names)


def _embedded(number: int, opened: Callable[[], BinaryIO]) -> PictureInside:
    return PictureInside("a picture in the page itself", partial(_embedded_file, opened, number))


def _embedded_file(opened: Callable[[], BinaryIO], number: int) -> bytes:
    with opened() as file:
        found = embedded_files(file.read())
        _, content = next(itertools.islice(found, number, None), ("", b""))
    if not content:
        raise LookupError(number)
    return content


def _absolute(base: str, target: str) -> str:
    try:
        address = urljoin(base, target)
    except ValueError:
        return ""
    return address if re.match(r"https?://[^\s/]", address) else ""
