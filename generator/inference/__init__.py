"""Inference: from a draft to the fields of its front matter, each with its evidence.

A rule is a pure function over a Reading that returns a Finding, or None where it has nothing to say.
Each field's rules stand in one tuple (fields.py) and are tried in order; the first Finding wins, also
one whose value is None: nothing can be said, and no later rule may guess. Fields
are inferred in the order of FIELDS, so that a rule may look at what was found for earlier ones.
What the structure of a format says comes before its words; where both say the same, the words' lines
leave the body too.
What the draft states (front matter, or the editor's own options) is never inferred again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from generator.inference.body import body_of
from generator.inference.fields import FIELDS
from generator.inference.reading import Context, Reading, Rule, begin, same
from generator.model import Candidate, Draft, Finding

__all__ = ["FIELDS", "Context", "Inferred", "infer", "infer_all"]

_FROM_STRUCTURE = "structured"


def _is_from_structure(rule: Rule) -> bool:
    return rule.__module__.rpartition(".")[2].startswith(_FROM_STRUCTURE)


_OF_STRUCTURE = frozenset(filter(_is_from_structure, chain.from_iterable(dict(FIELDS).values())))
"""The rules that have nothing to say of a draft whose format states nothing."""


@dataclass(frozen=True)
class Inferred:
    """What was inferred from a draft.

    Attributes:
        findings: by field, in the order of FIELDS; fields nothing was found for are absent.
        body: the body as Markdown, without the lines that became fields.
        dropped: lines of boilerplate, and of the site above the headline, that were left out.
        passed_over: what the structure says of a field, and what did not become its value.
    """

    findings: Mapping[str, Finding]
    body: str
    dropped: tuple[str, ...]
    passed_over: tuple[Candidate, ...] = ()


def infer(draft: Draft, context: Context) -> Inferred:
    """Apply every field's rules to a draft."""
    return infer_all((draft,), context)[0]


def infer_all(drafts: Sequence[Draft], context: Context) -> list[Inferred]:
    """Apply every field's rules to each draft.

    Each rule is applied to all drafts before the next one: what one rule does stays in the caches of
    the processor, which all of them together don't fit in. That saves a fifth of the time.
    """
    readings = [begin(draft, context) for draft in drafts]
    for field, rules in FIELDS:
        found = _found_by(rules, field, readings)
        readings = [
            reading.with_finding(field, found[number]) if number in found else reading
            for number, reading in enumerate(readings)
        ]
    return [_inferred(reading) for reading in readings]


def _inferred(reading: Reading) -> Inferred:
    draft = reading.draft
    dropped = tuple(reading.lines[n] for n in sorted(_left_out(reading)))
    findings = {
        field: finding
        for field, finding in reading.found.items()
        if field != "boilerplate" and field not in draft.stated
    }
    passed_over = tuple(c for c in draft.candidates if not _is_taken(c, findings.get(c.field)))
    return Inferred(findings, body_of(reading), dropped, passed_over)


def _left_out(reading: Reading) -> frozenset[int]:
    """Indices of the lines that are in no field and not in the body."""
    junk, title = reading.found.get("boilerplate"), reading.found.get("title")
    values = [_as_text(finding.value) for finding in reading.found.values() if finding.value]
    above = (
        number
        for number in (title.consumed if title else ())
        if not any(value in same(reading.lines[number]) for value in values)
    )
    return (junk.consumed if junk else frozenset()).union(above)


def _is_taken(candidate: Candidate, finding: Finding | None) -> bool:
    """Whether a field's value is, or rests on, this candidate."""
    if finding is None or finding.value is None:
        return False
    said = _as_text(candidate.value)
    return said == _as_text(finding.value) or candidate.value in finding.evidence


def _found_by(
    rules: tuple[Rule, ...], field: str, readings: Sequence[Reading]
) -> dict[int, Finding]:
    """What a field's rules find in each reading, by its place.

    Behind what the structure says, the next rule that finds something tells whether the words agree.
    """
    found: dict[int, Finding] = {}
    asked: Iterable[int] = range(len(readings))
    for rule in rules:
        go_on = []
        for number in asked:
            finding, first = _asked(rule, readings[number]), found.get(number)
            if finding is None or (first is None and rule in _OF_STRUCTURE):
                go_on.append(number)
            if finding is not None and first is None:
                found[number] = _beside_stated(readings[number].draft, field, finding)
            elif finding is not None and first is not None:
                found[number] = _with_lines_of(finding, first)
        asked = go_on
    return found


def _asked(rule: Rule, reading: Reading) -> Finding | None:
    if rule in _OF_STRUCTURE and not reading.draft.candidates:
        return None
    return rule(reading)


def _with_lines_of(finding: Finding, first: Finding) -> Finding:
    """What was found first; where another finding says the same, its lines leave the body, too."""
    if _as_text(first.value) != _as_text(finding.value):
        return first
    return replace(first, consumed=first.consumed | finding.consumed)


def _beside_stated(draft: Draft, field: str, finding: Finding) -> Finding:
    """What says something else than the draft states is no field, and its lines stay in the body.

    So do all lines of Markdown that has a title in its front matter, but for that as a heading.
    """
    if draft.is_markdown and field != "title" and "title" in draft.stated:
        return replace(finding, consumed=frozenset())
    if field not in draft.stated or _as_text(draft.stated[field]) == _as_text(finding.value):
        return finding
    return replace(finding, consumed=frozenset())


def _as_text(value: object) -> str:
    return same(" ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value))
