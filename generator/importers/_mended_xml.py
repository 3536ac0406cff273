"""The XML of exports and feeds as parsers take it, in flat memory.

What sites write is often no XML to the letter: control characters out of pasted text, blank lines before
the declaration, ``&nbsp;`` and prefixes that nothing declares, bytes of another charset.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html.entities import html5

from generator.model import RawReport

DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
"""The declaration of a document type, or of an entity in one."""

_CHUNK = 64 * 1024
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_DECLARATION = re.compile(r"\A<\?xml\b[^>]*>\s*")
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(
    r"&(?:#0*(?:[0-8]|1[124-9]|2\d|3[01])|#[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F])"
    r"|(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]\w{1,31}));"
)
_LONGEST_REFERENCE = 40
_BOMS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ROOT = re.compile(r"<(?:rss|feed|rdf:RDF)\b([^>]*?)(?=/?>)", re.IGNORECASE)
_PREFIXES = (
    *("atom", "content", "dc", "dcterms", "excerpt", "wfw", "wp", "sy", "slash", "thr", "media"),
    *("itunes", "googleplay", "podcast", "georss", "geo", "gml", "feedburner", "creativeCommons"),
    *("cc", "admin", "rdf", "taxo", "l", "snf", "webfeeds", "yandex", "turbo", "ag", "rawvoice"),
)


def mended(raw: RawReport) -> Iterator[bytes]:
    """The file in UTF-8, without what no parser takes, in chunks."""
    decoder = codecs.getincrementaldecoder(_charset_of(raw.head))(errors="replace")
    rest, is_first = "", True
    with raw.open() as file:
        while True:
            chunk = file.read(_CHUNK)
            text = rest + decoder.decode(chunk, final=not chunk)
            if is_first:
                text, is_first = _ROOT.sub(_with_prefixes, _from_declaration(text), count=1), False
            cut = text.rfind("&", -_LONGEST_REFERENCE) if chunk else -1
            text, rest = (text[:cut], text[cut:]) if cut >= 0 else (text, "")
            text = _REFERENCE.sub(_resolved, _INVALID.sub("", text))
            yield text.encode("utf-8", "replace")
            if not chunk:
                return


def _from_declaration(text: str) -> str:
    """The first chunk without its declaration, which names another charset now, and what is before it."""
    begins = max(text.find("<?xml"), 0)
    return _DECLARATION.sub("", text[begins:].lstrip("\ufeff \t\r\n"))


def _with_prefixes(root: re.Match[str]) -> str:
    """The root with prefixes that plugins use without declaring them; names count by what follows."""
    missing = (name for name in _PREFIXES if f"xmlns:{name}=" not in root[1])
    return root[0] + "".join(f' xmlns:{name}="urn:undeclared:{name}"' for name in missing)


def _charset_of(head: bytes) -> str:
    marked = next((charset for mark, charset in _BOMS if head.startswith(mark)), "")
    declared = _DECLARED.search(head[:1000])
    name = marked or (declared[1].decode("ascii") if declared else "utf-8")
    try:
        charset = codecs.lookup(name).name
    except LookupError:
        return "utf-8"
    is_wide = charset.startswith(("utf-16", "utf-32"))
    return "utf-8" if is_wide and b"\x00" not in head[:100] else charset


def _resolved(match: re.Match[str]) -> str:
    """A reference that HTML knows as its character; one that nothing knows stays as it is.

    Inside CDATA, where it is markup of the post, that says the same.
    """
    if not match[1]:
        return ""
    found = html5.get(f"{match[1]};", match[0])
    return match[0] if found in "<>&\"'" else found
