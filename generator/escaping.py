"""Plain text as Markdown that shows it to the letter, also with the common extensions."""

from __future__ import annotations

import re

_INLINE = re.compile(r"([\\`*{}])|(?<![^\W_])(_)|(_)(?![^\W_])")
_BRACKETS = re.compile(r"\](?=[(\[])|\[(?=\^|TOC\])")  # a link, a footnote, a marker
_ANGLE = re.compile(r"<(?=[^\s\d=])")
_ENTITY = re.compile(r"&(?=#|\w+(?:;|$))")
_BLOCK_START = re.compile(r"^(?:[#>=:!?+-]|\d+(?=[.)])|\[(?=[^\[\]]*\]:))")
_EXTENDED = re.compile(r"==|\+\+|[~^]")  # marks of extensions, which no backslash escapes
_PICTURE = re.compile(r"!(?=\[)")
_ANY = re.compile(r"[\\`*{}_\[\]<&=+~^!]")


def as_markdown(paragraph: str) -> str:
    """One line of plain text as a Markdown paragraph: rendered, it reads exactly as it did.

    Backslashes go only where Markdown (with its common extensions) would see markup.
    """
    return escaped_start(_escaped(" ".join(paragraph.split())))


def escaped_run(text: str) -> str:
    """A run of text between markup, such as links and emphasis, on the same line."""
    return _PICTURE.sub("&#33;", _escaped(text)) if "!" in text else _escaped(text)


def escaped_start(text: str) -> str:
    """A line that is escaped already, but for what its first characters would begin."""
    return _BLOCK_START.sub(_escaped_mark, text)


def _escaped(text: str) -> str:
    if _ANY.search(text) is None:
        return text
    text = _ENTITY.sub("&amp;", text)
    text = _INLINE.sub(lambda match: "\\" + match[0], text)
    text = _BRACKETS.sub(lambda match: "\\" + match[0], text)
    text = _ANGLE.sub("&lt;", text)
    return _EXTENDED.sub(lambda match: "".join(map(_entity, match[0])), text)


def _escaped_mark(match: re.Match[str]) -> str:
    start = match[0]
    if start.isdigit():
        return start + "\\"
    return _entity(start) if start in "=:?" else "\\" + start


def _entity(char: str) -> str:
    return f"&#{ord(char)};"
