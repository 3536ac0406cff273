"""A formatted citation: pieces of text, so that each value keeps its own direction on a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Piece(NamedTuple):
    """A part of a citation.

    Attributes:
        text: plain text.
        is_value: whether it is a value of the record, which may run in another direction.
        is_italic: whether the style sets it in italics.
    """

    text: str
    is_value: bool = False
    is_italic: bool = False


@dataclass(frozen=True)
class Citation:
    """A citation in one style."""

    pieces: tuple[Piece, ...]

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def value(text: str, *, italic: bool = False) -> Piece:
    """A value of the record."""
    return Piece(text, is_value=True, is_italic=italic)


def sentence(*pieces: Piece | str) -> list[Piece]:
    """Pieces with a full stop behind them, where none of the marks that end a sentence is there."""
    made = [Piece(piece) if isinstance(piece, str) else piece for piece in pieces]
    whole = "".join(piece.text for piece in made)
    return made if whole.endswith((".", "?", "!", "؟", "…")) else [*made, Piece(".")]


def listed(texts: Iterable[str], joint: str, last_joint: str) -> list[Piece]:
    """Names in a row."""
    names = list(texts)
    pieces: list[Piece] = []
    for place, name in enumerate(names):
        if place:
            pieces.append(Piece(last_joint if place == len(names) - 1 else joint))
        pieces.append(value(name))
    return pieces


def joined(sentences: Iterable[list[Piece]]) -> Citation:
    """Sentences with a space between them; empty ones are left out."""
    pieces: list[Piece] = []
    for part in sentences:
        if part:
            pieces += [Piece(" "), *part] if pieces else part
    return Citation(tuple(pieces))
