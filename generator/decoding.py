"""Bytes to text: the charset found, line ends made one, characters that cannot be shown removed."""

from __future__ import annotations

import codecs
import re

import cchardet

from generator.errors import UnreadableReport

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_MOSTLY = 5  # characters beyond ASCII that are right, for one that is not: a damaged UTF-8 file
_LAST_RESORT = "windows-1252"


def decode(content: bytes) -> tuple[str, str]:
    """The text of a file and the charset it was in.

    UTF-8 is tried first, since no text in another charset happens to be valid UTF-8; what is not is
    recognised by its bytes.

    Raises:
        UnreadableReport: the bytes are no text in any charset.
    """
    for bom, charset in _BOMS:
        if content.startswith(bom):
            return _cleaned(content.decode(charset, "replace")), charset
    if b"\x00" in content:
        raise UnreadableReport("has NUL bytes and is no text: save it as UTF-8 text")
    try:
        return _cleaned(content.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        mended = content.decode("utf-8", "replace")
        lost, kept = mended.count("\ufffd"), sum(char > "\x7f" for char in mended)
        if kept > lost * _MOSTLY:
            return _cleaned(mended), "utf-8"
        charset = cchardet.detect(content)["encoding"] or _LAST_RESORT
    try:
        return _cleaned(content.decode(charset, "replace")), charset.lower()
    except LookupError:
        return _cleaned(content.decode(_LAST_RESORT, "replace")), _LAST_RESORT


def _cleaned(text: str) -> str:
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
