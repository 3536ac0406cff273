"""The front matter of a new article: what the editor said, what the format states, what was inferred."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from generator.errors import UnreadableReport
from generator.inference import Inferred
from generator.model import Candidate, Draft, FrontMatter, Problem
from generator.vocabulary import Vocabulary

_SUFFIXES = {"text/plain": ".txt", "text/markdown": ".md.txt", "text/html": ".html.txt"}
"""Formats whose original may stand beside the article, under a name that no browser runs."""

_PART = "part of a file with others"  # these reasons have words in the catalogue
_HOLDS_MORE = "its format may hold more than the report"


def compose(
    draft: Draft, inferred: Inferred, chosen: Mapping[str, object], vocabulary: Vocabulary
) -> tuple[dict[str, object], list[Problem]]:
    """The fields but for ``original``, and what a person should look at.

    Args:
        draft: what was read.
        inferred: what was inferred from it.
        chosen: fields that the editor set; they overrule all others, but tags are added.
        vocabulary: the archive's terms.

    Raises:
        UnreadableReport: there is neither a title nor a text.
    """
    problems = list(draft.problems)
    stated = {**draft.stated, **{k: v for k, v in chosen.items() if k != "tags"}}
    fields: dict[str, object] = {"date": "XXXX", **stated}
    evidence = {
        name: text
        for name, text in _mapping_of_texts(fields.get("inferred")).items()
        if name not in chosen or name == "tags"
    }
    for name, finding in inferred.findings.items():
        if name not in stated:
            if finding.value is not None:
                fields[name] = finding.value
                evidence[name] = finding.evidence
            if finding.note:
                found = _as_text(finding.value)
                problems.append(_look(draft.raw.name, name, found, finding.note))
    tags, unknown = _known_tags(fields.get("tags"), chosen.get("tags"), vocabulary)
    fields["tags"] = tags
    problems += [
        _look(draft.raw.name, "tags", tag, "is no term of the vocabulary, it was left out")
        for tag in unknown
    ]
    if not fields.get("title"):
        raise UnreadableReport("has neither a title nor a text: nothing to import")
    fields["title"] = " ".join(str(fields["title"]).split())
    fields["inferred"] = {name: text for name, text in evidence.items() if fields.get(name)}
    return {name: value for name, value in fields.items() if value not in ([], {}, None)}, problems


def add_tags(fields: dict[str, object], added: Mapping[str, Candidate]) -> None:
    """Add terms that this import brings to the fields of an article, with their evidence."""
    if not added:
        return
    fields["tags"] = list(dict.fromkeys((*_texts(fields.get("tags")), *added)))
    evidence = _mapping_of_texts(fields.get("inferred"))
    said = (f"{term_id}: {tag.place} '{tag.value}'" for term_id, tag in added.items())
    evidence["tags"] = "; ".join(filter(None, (evidence.get("tags", ""), *said)))
    fields["inferred"] = evidence


def suffix_beside(draft: Draft, front: FrontMatter) -> str:
    """The suffix of the original's file beside the article; empty where it may not be public."""
    if _why_withheld(draft, front):
        return ""
    return _SUFFIXES[draft.media_type]


def original_of(draft: Draft, front: FrontMatter, file: str) -> dict[str, object]:
    """The record of the original; ``file`` is its name beside the article, if it stands there."""
    raw = draft.raw
    record: dict[str, object] = {"file": file} if file else {}
    if raw.inside and raw.inside.lasts:
        record["part"] = raw.inside.part
    record["sha256"] = raw.sha256
    if raw.inside and raw.inside.lasts:
        record["container"] = raw.inside.container
    record |= {"media_type": draft.media_type, "retrieved": raw.retrieved.isoformat()}
    if not file:
        record["withheld"] = _why_withheld(draft, front)
    return record


def earliest_year(front: FrontMatter) -> int | None:
    """The first year that the date may mean; None where it has no beginning, as in ``/2016``."""
    earliest = front.date.earliest
    return earliest.year if earliest is not None and earliest.year > date.min.year else None


def _why_withheld(draft: Draft, front: FrontMatter) -> str:
    """Why the original is not public; empty where it may be."""
    if front.display != "full":
        return f"display is {front.display}"
    if front.status != "published":
        return f"status is {front.status}"
    if draft.withheld:
        return draft.withheld
    if draft.raw.inside and draft.raw.inside.lasts:
        return _PART
    return "" if draft.media_type in _SUFFIXES else _HOLDS_MORE


def _as_text(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)


def _known_tags(
    found: object, stated: object, vocabulary: Vocabulary
) -> tuple[list[str], list[str]]:
    """Ids of the vocabulary, the editor's first; and what is none."""
    known: list[str] = []
    unknown: list[str] = []
    for tag in (*_texts(stated), *_texts(found)):
        term = tag if tag in vocabulary else vocabulary.id_of(tag)
        (known if term else unknown).append(term or tag)
    return list(dict.fromkeys(known)), unknown


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else ()


def _mapping_of_texts(value: object) -> dict[str, str]:
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, Mapping) else {}


def _look(file: str, field: str, found: str, message: str) -> Problem:
    return Problem(file, 0, field, found, message, "look at it in the article")
