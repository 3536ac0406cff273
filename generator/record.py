"""The record of a report: what the public has of it as one text, and the hash that is cited.

The form is fixed and knows nothing of themes, tools or neighbours, so that the same record has the
same SHA-256 in years to come. It is a Markdown file with front matter: a line ``---``; a line
``name: value`` for each field that is set, in the order of ``_FIELDS``, the value in JSON (RFC
8259) without spaces and with letters of every script as they are; a line ``---``; an empty line; the
text as far as the rights allow to show it; one line end. JSON is YAML, so every reader of front
matter reads it. Encoded in UTF-8, lines end with a single line feed.

Left out is what can change without the record changing: where it stands and stood, which reports
are its kin, which fields a person has confirmed, and the publisher where it is the organisation. A
link to another place of the archive keeps its words and loses its target: ``[words]()``. Targets
move, and one may be the title of a report that nobody may see yet.
"""

from __future__ import annotations

import hashlib
import json
import re

from generator.model import PublicReport

RECORD_FILE = "report.md"
"""Name of the file beside each report's page."""

_FIELDS = ("title", "date", "source", "publisher", "authors", "tags", "language", "rights")
_FURTHER = ("display", "url", "archived_url", "warning", "summary")
_ELSEWHERE = r"(?![a-zA-Z][a-zA-Z0-9+.-]*:|//|#)"
_OWN_TARGET = (
    rf"\s*(?:<{_ELSEWHERE}[^<>\n]*>|{_ELSEWHERE}(?!<)[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)"
)
_OWN_LINK = re.compile(rf"(?P<lead>\]\(){_OWN_TARGET}")
_OWN_REFERENCE = re.compile(rf"(?P<lead>^ {{0,3}}\[[^\]\n]+\]:){_OWN_TARGET}", re.MULTILINE)
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""What YAML would take for a line end, or refuse, inside quotes."""


def record_of(report: PublicReport, organisation: str) -> str:
    """The record of a report in its fixed form; ``organisation`` is the publisher by default."""
    values: dict[str, object] = {name: getattr(report, name) for name in (*_FIELDS, *_FURTHER)}
    values["date"] = report.date.text
    if report.publisher == organisation:
        del values["publisher"]
    values["corrections"] = [
        {"date": correction.date.isoformat(), "note": correction.note}
        for correction in report.corrections
    ]
    if report.original is not None:
        original = report.original
        values["original"] = {
            "sha256": original.sha256,
            **({"media_type": original.media_type} if original.media_type else {}),
            **({"retrieved": original.retrieved.isoformat()} if original.retrieved else {}),
        }
    values["pictures"] = [
        {"sha256": picture.sha256, "media_type": picture.media_type} for picture in report.pictures
    ]
    lines = [f"{name}: {_json(value)}" for name, value in values.items() if value]
    return "\n".join(("---", *lines, "---", "", without_own_targets(report.body), ""))


def without_own_targets(body: str) -> str:
    """A Markdown body whose links within the archive, inline and by reference, lead nowhere."""
    if "](" not in body and "]:" not in body:
        return body
    return _OWN_REFERENCE.sub(r"\g<lead> <>", _OWN_LINK.sub(r"\g<lead>", body))


def sha256_of_record(record: str) -> str:
    """SHA-256 of a record, in hexadecimal digits."""
    return hashlib.sha256(record.encode()).hexdigest()


def _json(value: object) -> str:
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", _JSON(value))
