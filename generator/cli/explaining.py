"""`archive import --explain`: each field with its evidence, what was passed over, what was left out."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.model import Candidate
from generator.pipeline.importing import ImportResult

_NOT_TOLD = ("inferred", "original")
_LONGEST = 160


def explained(result: ImportResult) -> Iterator[str]:
    """Lines for a person: how each field came about, and which lines of the page were dropped."""
    evidence = result.fields.get("inferred")
    reasons = evidence if isinstance(evidence, dict) else {}
    passed_over = list(result.passed_over)
    for name, value in result.fields.items():
        if name in _NOT_TOLD:
            continue
        why = reasons.get(name)
        is_unknown = name == "date" and value == "XXXX"
        yield f"    {name}: {'open' if is_unknown else _short(_as_text(value))}"
        yield from (
            f"        {_short(line)}" for line in [_because(why, is_open=is_unknown)] if line
        )
        yield from _candidates(passed_over, name)
    for name in dict.fromkeys(candidate.field for candidate in passed_over):
        if name not in result.fields:
            yield f"    {name}: open"
            yield from _candidates(passed_over, name)
    for line in result.dropped:
        yield f"    left out: {_short(line)}"


def as_record(result: ImportResult) -> dict[str, object]:
    """The same for a program: lists of what was passed over and of the lines that were left out."""
    passed_over = [
        {"field": found.field, "value": found.value, "place": found.place, "role": found.role}
        for found in result.passed_over
    ]
    return {"passed_over": passed_over, "dropped": list(result.dropped)}


def _because(why: object, *, is_open: bool) -> str:
    if why:
        return f"because of {why}"
    return "" if is_open else "stated by the file or by you"


def _candidates(passed_over: list[Candidate], name: str) -> Iterator[str]:
    for found in passed_over:
        if found.field == name:
            role = f" ({found.role})" if found.role else ""
            yield f"        passed over: {_short(found.value)}, {found.place}{role}"


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
