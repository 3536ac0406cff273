"""The pieces of a page as lines in reading order.

A page draws its pieces in any order, and pypdf gives each piece of Arabic in logical order, but neither
the pieces among themselves nor the points and brackets at their left end. Marks over letters (shadda,
tanwin) are drawn as pieces of their own, a little higher.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.pdf.extracting import Piece

_ARABIC = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_STRONG = re.compile(r"[^\W_]")
_EDGES = re.compile(r"^([^\w]*)(.*?)([^\w]*)$", re.DOTALL)
_TURNED_BRACKETS = re.compile(r"\)([^()]{1,120})\(")
_TOLERANCE = 0.45  # of the type's size: so far up or down a piece may be and be in the same line


@dataclass(frozen=True)
class Line:
    """A line of a page.

    Attributes:
        text: its words, in reading order.
        x: where it begins at the left, in points; y: how high its base stands above the page's foot.
        size: the size of its type in points.
    """

    text: str
    x: float
    y: float
    size: float


def lines_of(pieces: Sequence[Piece]) -> Iterator[Line]:
    """The lines of a page, in the order in which it draws them: one column after the other."""
    group: list[Piece] = []
    for piece in _split(pieces):
        if group and not _is_beside(group[0], piece):
            yield from _line(group)
            group = []
        group.append(piece)
    yield from _line(group)


def _split(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces without line ends in them."""
    for piece in pieces:
        for text in piece.text.split("\n"):
            if text:
                yield Piece(text, piece.x, piece.y, piece.size)


def _is_beside(first: Piece, other: Piece) -> bool:
    return abs(first.y - other.y) <= _TOLERANCE * max(first.size, other.size, 4)


def _line(group: list[Piece]) -> Iterator[Line]:
    text = "".join(piece.text for piece in group)
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    if arabic > latin:
        text = _right_to_left(group)
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text) if arabic else text).strip()
    if text:
        inked = [piece for piece in group if piece.text.strip()]
        size = max(inked, key=lambda piece: len(piece.text)).size
        yield Line(text, min(piece.x for piece in inked), group[0].y, size)


def _right_to_left(group: list[Piece]) -> str:
    """Pieces from the right; those that one operation drew stand at one place, the leftmost first."""
    placed = sorted(enumerate(group), key=lambda item: (-item[1].x, -item[0]))
    text = "".join(_turned(piece.text) for _, piece in placed)
    if text.count("(") == text.count(")") and 0 <= text.find(")") < text.find("("):
        text = _TURNED_BRACKETS.sub(r"(\1)", text)
    return text


def _turned(text: str) -> str:
    """A piece of figures or Latin letters, whose edges pypdf has from left to right."""
    if _ARABIC.search(text):
        return text
    if _STRONG.search(text) is None:
        return text[::-1]
    match = _EDGES.match(text)
    assert match is not None, "the pattern fits any text"
    return match[3][::-1] + match[2] + match[1][::-1]
