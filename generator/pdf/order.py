"""The pieces of a page as lines in reading order.

A page draws its pieces in any order, and pypdf gives each piece of Arabic in logical order, but neither
the pieces among themselves nor the points and brackets at their left end. Marks over letters (shadda,
tanwin) are drawn as pieces of their own, a little higher.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.pdf.extracting import Piece

_ARABIC = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LIGATURE = re.compile(r"[\ufb00-\ufb06]")
_STRONG = re.compile(r"[^\W_]")
_EDGES = re.compile(r"^([^\w]*)(.*?)([^\w]*)$", re.DOTALL)
_TURNED_BRACKETS = re.compile(r"\)([^()]{1,120})\(")
_FILLER = re.compile(r"([^\w\s.…،,؛:/()-])\1+|\u0640+")
_LOST_MARKS = re.compile(
    r"(?<![\u0620-\u0652\u0670-\u06d3\ufb50-\ufdff\ufe70-\ufefc])[\u064b-\u0652]+"
)
_PARTED_LIGATURE = re.compile(r"([\u0620-\u064a]) (لى)(?![\u0620-\u064a])")
"""No word begins with these two letters and ends with them."""

_LOOSE = re.compile(r"(?<=[(«\[])\s+|\s+(?=[)»\]](?:\W|$)|[.،؛](?:\s|$))")
"""Blanks beside brackets and points, which are drawn apart."""

_GLUED_MARK = re.compile(r"^([•◦▪●]|\d{1,2}[.)]?)(?=[\u0620-\u064a]{2})")
"""A bullet, or the number of an item or a note, right before its first word."""

_GLUED_MONTHS = re.compile(
    r"(\d{1,2}) ?/ ?(كانون ?الثاني|شباط|[آأ]ذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين ?الأول|تشرين ?الثاني"
    r"|كانون ?الأول)(يناير|فبراير|مارس|[أإا]بريل|مايو|يونيو|يوليو|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر)"
)
"""A month by its two names, whose slash was drawn by itself."""

_BLANK = 0.5  # of the type's size
_WIDEST_LETTER = 0.65  # of the type's size
_INKED = re.compile(r"[^\s\u064b-\u0652]")  # marks over letters stand anywhere
_GAP = 1.0  # of the type's size
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
    text = "".join(_with_gap(before, piece) for before, piece in itertools.pairwise((None, *group)))
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    if arabic > latin:
        text = _right_to_left(group)
    text = unicodedata.normalize("NFKC", text) if arabic else _LIGATURE.sub(_letters, text)
    text = " ".join(text.split())
    if text:
        inked = [piece for piece in group if piece.text.strip()]
        size = max(inked, key=lambda piece: len(piece.text)).size
        yield Line(text, min(piece.x for piece in inked), group[0].y, size)


def _with_gap(before: Piece | None, piece: Piece | None) -> str:
    """A piece, behind a blank where far more room than its letters take parts it from the one before."""
    assert piece is not None, "only the first of a pair may be none"
    if before is None or before.text[-1:].isspace() or piece.text[:1].isspace():
        return piece.text
    end = before.x + _WIDEST_LETTER * before.size * len(before.text)
    return f" {piece.text}" if piece.x - end > _GAP * piece.size else piece.text


def _letters(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])


def _right_to_left(group: list[Piece]) -> str:
    """Pieces from the right; those that one operation drew stand at one place, the leftmost first."""
    placed = sorted(enumerate(group), key=lambda item: (-item[1].x, -item[0]))
    pieces = list(_without_fillers(_blanks_behind([piece for _, piece in placed])))
    drawn = Counter[
        float
    ]()  # letters of each operation, whose pieces all stand at its leftmost place
    for piece in pieces:
        drawn[piece.x] += len(piece.text)
    parts = (
        f"{' ' * _is_apart(right, piece, drawn)}{_turned(piece.text)}"
        for right, piece in itertools.pairwise((pieces[0], *pieces))
    )
    text = "".join(parts)
    text = _LOST_MARKS.sub("", text)
    text = _PARTED_LIGATURE.sub(r"\1\2", text)
    if text.count("(") == text.count(")") and 0 <= text.find(")") < text.find("("):
        text = _TURNED_BRACKETS.sub(r"(\1)", text)
    text = _GLUED_MARK.sub(r"\1 ", text)
    text = _GLUED_MONTHS.sub(r"\1 \2/\3", text)
    return _LOOSE.sub("", re.sub(r"(?<=\w) ?/ ?(?=\w)", "/", text))


def _is_apart(right: Piece, piece: Piece, drawn: Mapping[float, int]) -> bool:
    """Whether far more room than its letters take is between a piece and the one to its right."""
    end = piece.x + _WIDEST_LETTER * piece.size * drawn[piece.x]
    return right.x - end > _GAP * piece.size and _INKED.search(right.text) is not None


def _blanks_behind(pieces: list[Piece]) -> list[Piece]:
    """A blank that is drawn just right of where a word ends at the left stands behind that word."""
    for place in range(len(pieces) - 1):
        blank, word = pieces[place : place + 2]
        is_inside = 0 < blank.x - word.x < _BLANK * word.size
        if is_inside and blank.text.isspace() and not word.text.isspace():
            pieces[place : place + 2] = word, blank
    return pieces


def _without_fillers(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces without what lengthens words to fill a line (kashida): some programs name it by any sign."""
    for number, piece in enumerate(pieces):
        before = pieces[number - 1].text if number else " "
        after = pieces[number + 1].text if number + 1 < len(pieces) else " "
        inside = _ARABIC.match(before[-1]) and _ARABIC.match(after[0])
        if not (inside and _FILLER.fullmatch(piece.text)):
            yield piece


def _turned(text: str) -> str:
    """A piece of figures or Latin letters, whose edges pypdf has from left to right."""
    if _ARABIC.search(text):
        return text
    if _STRONG.search(text) is None:
        return text[::-1]
    match = _EDGES.match(text)
    assert match is not None, "the pattern fits any text"
    return match[3][::-1] + match[2] + match[1][::-1]
