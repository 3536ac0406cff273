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
_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_MOSTLY = 5  # characters beyond ASCII that are right, for one that is not: a damaged UTF-8 file
_LAST_RESORT = "windows-1252"
_ANY_WESTERN = ("windows-1252", "iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
_AS_BROWSERS_DO = {  # WHATWG Encoding Standard: what pages mean who name these
    **dict.fromkeys(_ANY_WESTERN, "windows-1252"),
    "iso-8859-9": "windows-1254",
    "x-sjis": "shift_jis",
    "gb2312": "gbk",
}
_MANY_HIGH = 0.2  # share of bytes beyond ASCII that no Western text has
_TAGS = re.compile(rb"<[^>]{0,2000}>")


def decode(content: bytes, declared: str = "") -> tuple[str, str]:
    """The text of a file and the charset it was in.

    UTF-8 is tried first, since no text in another charset happens to be valid UTF-8; what is not is
    in the charset that it declares, or recognised by its bytes.

    Args:
        content: the bytes.
        declared: the charset that the file names itself, if it does.

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
        charset = _charset_of(content, declared.strip().lower())
    try:
        return _cleaned(content.decode(charset, "replace")), charset.lower()
    except LookupError:
        return _cleaned(content.decode(_LAST_RESORT, "replace")), _LAST_RESORT


def _charset_of(content: bytes, declared: str) -> str:
    """The declared charset if the bytes can be in it, else the one that they look like.

    Pages of all scripts name a Western charset, because their editor did.
    """
    charset = _AS_BROWSERS_DO.get(declared, declared)
    words = _TAGS.sub(b" ", content)
    high = sum(byte > 0x7F for byte in words) / max(len(words), 1)
    if charset and charset != "utf-8" and not (charset == _LAST_RESORT and high > _MANY_HIGH):
        try:
            content.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass
        else:
            return charset
    return cchardet.detect(words)["encoding"] or _LAST_RESORT


def _cleaned(text: str) -> str:
    if _UNCLEAN.search(text) is None:
        return text
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
