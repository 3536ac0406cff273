"""Markdown with front matter, of this archive or of another tool (Jekyll, Hugo, Pelican …)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from generator import frontmatter
from generator.decoding import decode
from generator.errors import FrontMatterError, UnreadableReport
from generator.importers import Claim
from generator.model import FIELD_ORDER, TEXT, Draft, Problem, RawReport, sift

NAME = "Markdown"

_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\+\+\+|---)[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*"
    rb"(?:---|[\w\"'-][^\n:=]*[:=](?:\s|[\"'\[{]))"
)
_SYNONYMS = {
    "author": "authors",
    "by": "authors",
    "canonical": "url",
    "canonical_url": "url",
    "categories": "tags",
    "category": "tags",
    "copyright": "rights",
    "description": "summary",
    "excerpt": "summary",
    "keywords": "tags",
    "lang": "language",
    "license": "rights",
    "link": "url",
    "pubdate": "date",
    "site": "publisher",
}
_LISTS = ("authors", "tags", "redirect_from")
_NOT_TAKEN = ("original",)
_VISIBILITY = {  # how other tools say that a page is not public: the field, and what it says if it is
    "draft": ("false", "no"),
    "private": ("false", "no"),
    "published": ("true", "yes"),
    "visibility": ("public",),
    "post_status": ("publish", "published"),
}
_STATUSES = ("published", "draft", "embargoed", "withdrawn")
_PUBLIC_STATUSES = ("publish", "public", "final")
_LATER = ("publishdate", "publish_date", "date")
_TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d")


def claims(raw: RawReport) -> Claim:
    """A strong claim on what begins with a front matter block, or is named as Markdown."""
    if _OPENING.match(raw.head):
        return Claim.STRONG
    is_named = raw.name.lower().endswith((".md", ".markdown"))
    return Claim.STRONG if is_named and b"\x00" not in raw.head else Claim.NONE


def read(raw: RawReport) -> Iterator[Draft]:
    """The one report in the file, with what its front matter states.

    Raises:
        UnreadableReport: the front matter cannot be read, or nothing stands in the file.
    """
    text, _ = decode(raw.read_whole(TEXT))
    if re.match(r"\+\+\+\s*\n", text):
        raise UnreadableReport(
            "has front matter in TOML (+++): write it in YAML, between '---' lines"
        )
    if not frontmatter.has_front_matter(text):
        if text.startswith("---"):
            raise UnreadableReport("line 1: the front matter has no end: close it with '---'")
        if not re.search(r"\w", text):
            raise UnreadableReport("is empty: there is no word in it")
        yield Draft(raw, "text/markdown", text.strip("\n"), is_markdown=True)
        return
    try:
        parsed = frontmatter.parse(text)
    except FrontMatterError as error:
        raise UnreadableReport(f"line {error.line}: {error}: {error.remedy}") from error
    fields, hidden_by = _with_status(parsed.fields, raw.retrieved)
    stated, problems = _stated(fields, parsed.lines, raw.name)
    if hidden_by:
        problems.insert(
            0,
            Problem(
                raw.name,
                parsed.lines.get(hidden_by, 0),
                "status",
                f"{hidden_by}: {parsed.fields[hidden_by]}",
                "is not public where it comes from, so it was imported as a draft",
                "set 'status: published' when it may be seen",
            ),
        )
    yield Draft(raw, "text/markdown", parsed.body, True, stated, tuple(problems))


def _with_status(fields: Mapping[str, object], today: date) -> tuple[dict[str, object], str]:
    """The fields with a status of the archive, and the field that made it a draft, if one did.

    Whatever does not clearly say that a page is public keeps it a draft: nothing leaks by accident.
    """
    rest: dict[str, object] = {}
    status, hidden_by = "", ""
    for name, value in fields.items():
        key, said = name.lower(), str(value).strip().lower()
        if key in _VISIBILITY and not (key == "published" and said[:1].isdigit()):
            hidden_by = hidden_by or ("" if said in _VISIBILITY[key] else name)
        elif key == "status":
            status = said if said in _STATUSES else ""
            is_public = said in (*_STATUSES, *_PUBLIC_STATUSES)
            hidden_by = hidden_by or ("" if is_public else name)
        else:
            rest["date" if key == "published" else name] = value
            if key in _LATER and said[:10] > today.isoformat() and said[:1] == "2":
                hidden_by = hidden_by or name
    if hidden_by and status not in ("embargoed", "withdrawn"):
        status = "draft"
    return {**rest, **({"status": status} if status else {})}, hidden_by


def _stated(
    fields: Mapping[str, object], lines: Mapping[str, int], file: str
) -> tuple[dict[str, object], list[Problem]]:
    """The fields that the archive knows and that are valid; a problem for each of the others."""
    known: dict[str, object] = {}
    problems: list[Problem] = []
    for name, value in fields.items():
        field = _SYNONYMS.get(name.lower(), name.lower())
        if field in FIELD_ORDER and field not in _NOT_TAKEN and field not in known:
            if value not in ("", [], {}):
                known[field] = _adapted(field, value)
        else:
            problems.append(
                Problem(
                    file,
                    lines.get(name, 0),
                    name,
                    str(value),
                    "the archive has no such field, it was left out",
                    "the original keeps it; move what matters into another field",
                )
            )
    valid, mistakes = sift(known)
    problems += [
        Problem(
            file,
            lines.get(mistake.field, 0),
            mistake.field,
            mistake.found,
            f"{mistake.message}; it was left out",
            "correct it in the article",
        )
        for mistake in mistakes
        if mistake.found or mistake.field != "title"
    ]
    return valid, problems


def _adapted(field: str, value: object) -> object:
    """The value in the shape that the archive writes."""
    if field in _LISTS and isinstance(value, str):
        return [part.strip() for part in re.split(r"[,;]", value) if part.strip()]
    if field in _LISTS and isinstance(value, list):
        return [item for item in value if isinstance(item, str) and item]
    if field == "date" and isinstance(value, str) and (stamp := _TIMESTAMP.match(value)):
        return stamp[1]
    return value
