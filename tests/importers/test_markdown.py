"""Markdown with front matter: what it states is taken, its body survives to the letter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import UnreadableReport
from generator.importers import importer_for
from generator.model import Draft, RawReport


def _read(text: str, name: str = "report.md") -> Draft:
    raw = RawReport(name, text.encode(), date(2025, 3, 1))
    (draft,) = importer_for(raw).read(raw)
    return draft


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n")))
def test_any_body_survives(body: str) -> None:
    draft = _read(f"---\ntitle: A title\n---\n\n{body}\n")
    assert draft.stated == {"title": "A title"}
    for separator in ("\u2028", "\u2029"):  # the decoder makes all line ends one
        body = body.replace(separator, "\n")
    assert draft.text == body


def test_other_tools_names_of_fields() -> None:
    draft = _read(
        "---\nauthor: A One, B Two\ndate: 2016-10-28 10:00:00\ncategories: [x]\nlang: en\n---\nText"
    )
    assert draft.stated == {
        "authors": ["A One", "B Two"],
        "date": "2016-10-28",
        "tags": ["x"],
        "language": "en",
    }
    assert not draft.problems


def test_what_the_archive_does_not_know_is_told() -> None:
    (unknown, wrong) = _read("---\nlayout: post\ndate: someday\n---\nText").problems
    assert (unknown.line, unknown.field) == (2, "layout")
    assert (wrong.line, wrong.field) == (3, "date")


@pytest.mark.parametrize("text", ["---\ntitle: x\n", "---\n- a\n---\nText", "---\na: [\n---\nText"])
def test_broken_front_matter_is_told_with_its_line(text: str) -> None:
    with pytest.raises(UnreadableReport, match="line"):
        _read(text)


def test_named_markdown_needs_no_front_matter() -> None:
    assert _read("# Title\n\nText").is_markdown
    with pytest.raises(UnreadableReport, match="no word"):
        _read("***")
