"""A row of a table, or an object of a JSON file, as a part; and such a part as a draft."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlsplit

from generator.errors import UnreadableReport
from generator.html import fragment_blocks
from generator.importers import Part
from generator.model import Candidate, Draft, LeftOut, RawReport, Role, is_language_tag

_MARKUP = re.compile(
    r"</?(?:p|br|div|a|em|strong|b|i|ul|ol|li|h[1-6]|blockquote|span|img)\b[^<>]*>", re.I
)
_MANY = re.compile(r"\s*[;,،؛|\n]\s*")
_WHOLE_ID = re.compile(
    r"\w[\w+.-]{1,20}:\S+|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{24,64}", re.I
)
_PUBLIC = frozenset(
    """
    publish published public live online visible final publié publie publiée منشور منشورة
    نشر 1 true yes
    """.split()
)
_NOT_HIDDEN = ("", "0", "false", "no", "non", "none", "null", "لا")
_LANGUAGES = {
    **dict.fromkeys(("english", "anglais", "الإنجليزية", "الانجليزية", "إنجليزي"), "en"),
    **dict.fromkeys(("arabic", "arabe", "العربية", "عربي", "عربية"), "ar"),
    **dict.fromkeys(("french", "français", "francais", "الفرنسية", "فرنسي"), "fr"),
}
_COUNTED = ("title", "text", "summary", "date", "authors", "source")
_LONGEST_NAME = 80
_LONGEST_TAG = 200

Values = dict[str, str]


@dataclass
class Table:
    """What is known of a table while its rows pass.

    Attributes:
        media_type: IANA media type of the file.
        scope: what an id of a few characters means something in: a table with these headers.
        given: ids that rows of this file have.
    """

    media_type: str
    scope: str = ""
    given: set[str] = field(default_factory=set)


def part_of(
    raw: RawReport, table: Table, values: Values, columns: Mapping[str, tuple[str, ...]], line: int
) -> Part | None:
    """A row as a part, by its id or address, or else by its own hash; None for an empty row."""
    if not any(values.values()):
        return None
    if reason := _why_left_out(values):
        return LeftOut(values.get("id") or f"line {line}", reason)
    counted = _as_bytes({key: values[key] for key in _COUNTED if values.get(key)})
    name = _identity(values, table, counted)
    if name in table.given:
        name = f"{name} ({hashlib.sha256(counted).hexdigest()[:8]})"
    table.given.add(name)
    said = {key: ", ".join(columns[key]) for key in columns}
    content = {"type": table.media_type, "values": values, "columns": said}
    return raw.part(name, _as_bytes(content), importer="table", counted=counted)


def draft_of(raw: RawReport) -> Draft:
    """One row as a report; one that has an address and no text is shown as a link.

    Raises:
        UnreadableReport: there is no word in it.
    """
    row = json.loads(raw.content)
    values, columns = row["values"], row["columns"]
    text = values.get("text", "")
    url = values.get("url", "")
    blocks = fragment_blocks(text, url) if _MARKUP.search(text) else ()
    shown = text or values.get("summary", "") or values.get("title", "")
    if not re.search(r"\w", shown):
        raise UnreadableReport("is empty: there is no word in it")
    stated = dict(_stated(values))
    if not text and url:
        stated["display"] = "link"
    return Draft(
        raw,
        row["type"],
        "" if blocks else shown,
        stated=stated,
        blocks=blocks,
        candidates=tuple(_candidates(values, columns)),
    )


def text_in(value: object) -> str:
    """A cell's words; lists in lines, and of an object the name or the rendered text that it has."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, list):
        return "\n".join(filter(None, map(text_in, value[:1000])))
    if isinstance(value, dict):
        names = ("rendered", "html", "name", "label", "title", "value", "text")
        return next((text_in(value[name]) for name in names if value.get(name)), "")
    return str(value).strip()


def _why_left_out(values: Values) -> str:
    """Why a row is no public report; whatever its columns do not call public is not."""
    status = values.get("status", "")
    if status and status.lower() not in _PUBLIC:
        return (
            f"has the status '{status[:40]}', which is not known to be public; if it is, or the"
            f" column means something else, say --map status="
        )
    hidden = values.get("hidden", "")
    return (
        ""
        if hidden.lower() in _NOT_HIDDEN
        else f"is marked as a draft or private ('{hidden[:20]}')"
    )


def _identity(values: Values, table: Table, counted: bytes) -> str:
    own = values.get("id", "")
    if own and not _WHOLE_ID.fullmatch(own):
        host = urlsplit(values["url"]).hostname if _is_address(values.get("url", "")) else ""
        return f"{own[:200]} ({host or table.scope})"
    if own or _is_address(values.get("url", "")):
        return (own or values["url"])[:2000]
    return f"row {hashlib.sha256(counted).hexdigest()[:16]}"


def _is_address(text: str) -> bool:
    if not re.match(r"https?://[^\s/]+", text):
        return False
    try:
        return bool(urlsplit(text).hostname)
    except ValueError:
        return False


def _stated(values: Values) -> Iterator[tuple[str, object]]:
    """What only a column can mean: who wrote it, and in which language."""
    source = " ".join(values.get("source", "").split())
    if source and len(source) <= _LONGEST_NAME and "@" not in source and "://" not in source:
        yield "source", html.unescape(source)
    language = values.get("language", "").lower()
    language = _LANGUAGES.get(language, re.split(r"[-_]", language)[0])
    if is_language_tag(language):
        yield "language", language


def _candidates(values: Values, columns: Mapping[str, str]) -> Iterator[Candidate]:
    for key, role in (("date", "published"), ("updated", "updated")):
        if value := values.get(key, ""):
            yield Candidate("date", value, _place(columns, key), cast(Role, role))
    for key, found in _texts(values):
        text = " ".join(html.unescape(found).split())
        if text:
            yield Candidate(key, text, _place(columns, key))


def _texts(values: Values) -> Iterator[tuple[str, str]]:
    """Each value of a field that is text, several where they stand in one cell; no mail addresses."""
    yield from ((key, values.get(key, "")) for key in ("title", "rights", "publisher", "summary"))
    if _is_address(values.get("url", "")):
        yield "url", values["url"]
    names = re.split(r"\s*[;|\n]\s*", values.get("authors", ""))
    yield from (("authors", name) for name in names if "@" not in name)
    yield from (("tags", tag[:_LONGEST_TAG]) for tag in _MANY.split(values.get("tags", "")))


def _place(columns: Mapping[str, str], key: str) -> str:
    return f"column '{columns.get(key, key)[:60]}'"


def _as_bytes(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")
