"""Whole texts that somebody wrote who knew the rules, so that they would take something for what it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from .labelled import inferred_from

_TEXTS = yaml.safe_load(Path(__file__).with_name("look_alikes.yml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "never"), [(entry["text"], entry["never"]) for entry in _TEXTS], ids=range(len(_TEXTS))
)
def test_what_a_look_alike_is_not_taken_for(text: str, never: dict[str, str]) -> None:
    findings = inferred_from(text).findings
    for field, wrong in never.items():
        value = findings[field].value if field in findings else None
        found = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        assert found != wrong, findings[field].evidence


@pytest.mark.parametrize(
    ("text", "title"),
    [(entry["text"], entry["title"]) for entry in _TEXTS if "title" in entry],
)
def test_a_headline_that_looks_like_something_else_stays_one(text: str, title: str) -> None:
    finding = inferred_from(text).findings["title"]
    assert str(finding.value).strip('"') == title, finding.evidence
