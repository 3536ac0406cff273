"""Markdown with front matter: what it states is taken, its body survives to the letter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import UnreadableReport
from generator.importers import Claim, importer_for
from generator.importers.markdown import claims, read
from generator.model import Draft, RawReport


def _read(text: str, name: str = "report.md") -> Draft:
    raw = RawReport.of(name, text.encode(), date(2025, 3, 1))
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


@pytest.mark.parametrize(
    "field",
    [
        "draft: true",
        "published: false",
        "status: Draft",
        "status: private",
        "status: something new",
        "post_status: pending",
        "visibility: private",
        "publishDate: 2999-01-01",
        "date: 2999-01-01T10:00:00Z",
    ],
)
def test_what_is_not_public_elsewhere_is_a_draft_here(field: str) -> None:
    raw = RawReport.of("a.md", f"---\ntitle: x\n{field}\n---\nText.\n".encode(), date(2026, 1, 1))
    (draft,) = read(raw)
    assert draft.stated["status"] == "draft"
    is_said_in_our_words = field == "status: Draft"
    assert is_said_in_our_words or any(p.field == "status" for p in draft.problems)


@pytest.mark.parametrize(
    ("field", "status"),
    [
        ("draft: false", None),
        ("published: true", None),
        ("published: 2016-10-28", None),
        ("status: publish", None),
        ("status: Embargoed", "embargoed"),
        ("status: published", "published"),
    ],
)
def test_what_is_public_elsewhere_is_public_here(field: str, status: str | None) -> None:
    raw = RawReport.of("a.md", f"---\ntitle: x\n{field}\n---\nText.\n".encode(), date(2026, 1, 1))
    (draft,) = read(raw)
    assert draft.stated.get("status") == status
    assert not [problem for problem in draft.problems if problem.field == "status"]


def test_toml_is_named() -> None:
    raw = RawReport.of("a.md", b'+++\ntitle = "x"\n+++\nText.\n', date(2026, 1, 1))
    with pytest.raises(UnreadableReport, match="TOML"):
        list(read(raw))


def test_a_rule_at_the_top_of_a_text_is_no_front_matter() -> None:
    raw = RawReport.of(
        "a.txt", b"---\n\nA headline of a report\n\nIts text.\n---\n", date(2026, 1, 1)
    )
    assert claims(raw) is Claim.NONE
