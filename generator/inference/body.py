"""The body: what remains of the lines, as Markdown that shows the text to the letter."""

from __future__ import annotations

import re

from generator.inference.reading import Reading

_INLINE = re.compile(r"([\\`*{}])|(?<![^\W_])(_)|(_)(?![^\W_])")
_BRACKETS = re.compile(r"\](?=[(\[])|\[(?=\^|TOC\])")  # a link, a footnote, a marker
_ANGLE = re.compile(r"<(?=[^\s\d=])")
_ENTITY = re.compile(r"&(?=#|\w+(?:;|$))")
_BLOCK_START = re.compile(r"^(?:[#>=:!?+-]|\d+(?=[.)])|\[(?=[^\[\]]*\]:))")
_EXTENDED = re.compile(r"==|\+\+|[~^]")  # marks of extensions, which no backslash escapes


def body_of(reading: Reading) -> str:
    """The open lines as Markdown paragraphs; a Markdown draft keeps its own."""
    if reading.draft.is_markdown:
        dropped = reading.consumed
        kept = [line for number, line in enumerate(reading.lines) if number not in dropped]
        return "\n".join(kept).strip("\n")
    return "\n\n".join(as_markdown(reading.lines[number]) for number in reading.open)


def as_markdown(paragraph: str) -> str:
    """One line of plain text as a Markdown paragraph: rendered, it reads exactly as it did.

    Backslashes go only where Markdown (with its common extensions) would see markup.
    """
    text = _ENTITY.sub("&amp;", re.sub(r"\s+", " ", paragraph).strip())
    text = _INLINE.sub(lambda match: "\\" + match[0], text)
    text = _BRACKETS.sub(lambda match: "\\" + match[0], text)
    text = _ANGLE.sub("&lt;", text)
    text = _EXTENDED.sub(lambda match: "".join(map(_entity, match[0])), text)
    return _BLOCK_START.sub(_escaped_start, text)


def _escaped_start(match: re.Match[str]) -> str:
    start = match[0]
    if start.isdigit():
        return start + "\\"
    return _entity(start) if start in "=:?" else "\\" + start


def _entity(char: str) -> str:
    return f"&#{ord(char)};"
