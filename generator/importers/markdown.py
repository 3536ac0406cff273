"""Markdown with front matter, of this archive or of another tool (Jekyll, Hugo, Pelican …)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator import frontmatter
from generator.decoding import decode
from generator.errors import FrontMatterError, UnreadableReport
from generator.importers import Claim
from generator.model import FIELD_ORDER, Draft, Problem, RawReport, sift

NAME = "Markdown"

_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n")
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
    "published": "date",
    "pubdate": "date",
    "site": "publisher",
}
_LISTS = ("authors", "tags", "redirect_from")
_NOT_TAKEN = ("original",)
_TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d")


def claims(raw: RawReport) -> Claim:
    """A strong claim on what begins with a front matter block, or is named as Markdown."""
    if _OPENING.match(raw.content):
        return Claim.STRONG
    is_named = raw.name.lower().endswith((".md", ".markdown"))
    return Claim.STRONG if is_named and b"\x00" not in raw.content else Claim.NONE


def read(raw: RawReport) -> Iterator[Draft]:
    """The one report in the file, with what its front matter states.

    Raises:
        UnreadableReport: the front matter cannot be read, or nothing stands in the file.
    """
    text, _ = decode(raw.content)
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
    stated, problems = _stated(parsed.fields, parsed.lines, raw.name)
    yield Draft(raw, "text/markdown", parsed.body, True, stated, tuple(problems))


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
    if field == "date" and isinstance(value, str) and (stamp := _TIMESTAMP.match(value)):
        return stamp[1]
    return value
