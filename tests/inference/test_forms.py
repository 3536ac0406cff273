"""Texts and pages in the forms of very many sites: what is known to come out right stays right.

``tests/samples/forms/`` was written by people who did not know the rules, after the forms of real pages
and about countries that do not exist. What comes out wrong is listed as ``misses`` in the labels.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from .labelled import SAMPLES, inferred_from

FORMS = sorted(f for f in (SAMPLES / "forms").iterdir() if f.suffix in (".txt", ".html"))
FIELDS = ("title", "publisher", "source", "authors", "date", "language")


def faults(raw: Path, truth: dict[str, object]) -> dict[str, str]:
    """Each field of the label that came out other than it should, with what was found."""
    findings = inferred_from(raw.read_bytes(), raw.name).findings
    wrong: dict[str, str] = {}
    for field in (name for name in FIELDS if name in truth):
        finding = findings.get(field)
        value = finding.value if finding else None
        is_sentence = finding is not None and finding.evidence.startswith("first sentence")
        if field == "title" and truth[field] is None and is_sentence:
            continue
        if (value or None) != (truth[field] or None):
            wrong[field] = f"{value!r}, not {truth[field]!r}"
    return wrong


@pytest.mark.parametrize("raw", FORMS, ids=lambda raw: raw.stem)
def test_fields_are_as_known(raw: Path) -> None:
    truth = yaml.safe_load(raw.with_suffix(".yml").read_text("utf-8"))
    wrong = faults(raw, truth)
    known = set(truth.get("misses", ()))
    new = {field: found for field, found in wrong.items() if field not in known}
    assert not new
    assert not known - wrong.keys(), "no longer missed: strike it from misses"


def test_there_are_many_in_both_languages() -> None:
    assert sum("-ar" in raw.stem for raw in FORMS) >= 90
    assert sum("-en" in raw.stem for raw in FORMS) >= 90
