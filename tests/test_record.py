"""The record of a report: its form, what changes its hash, and what does not."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import frontmatter
from generator.model import FrontMatter, PublicReport, Report
from generator.publication import publish
from generator.record import record_of, without_own_targets
from generator.settings import validate_settings
from generator.vocabulary import Vocabulary
from tests.test_frontmatter import AWKWARD, BODIES, TEXTS

SETTINGS = validate_settings({"organisation": "Harbour Watch"})
FULL: dict[str, Any] = {
    "title": 'A "title"',
    "date": "2016-10?",
    "source": "Northern Wire",
    "publisher": "Else",
    "authors": ["Mira Holt", "سامي نادر"],
    "language": "en",
    "url": "https://else.example/a",
    "corrections": [{"date": "2017-01-02", "note": "Two, not three."}],
    "original": {"file": "a.txt", "sha256": "0" * 64, "media_type": "text/plain"},
}


def no_original(path: str, file: str) -> bytes:
    raise AssertionError(f"{path}: a record does not read {file}")


def public(body: str = "A text.", **fields: Any) -> PublicReport:
    report = Report("2016/a", FrontMatter.model_validate({"title": "T", **fields}), body)
    return publish([report], SETTINGS, Vocabulary({}), no_original).reports[0]


def test_the_form_to_the_byte() -> None:
    """This text is a promise: hashes that were cited rest on it. Never adjust it to the code."""
    assert record_of(public("One.\n\nTwo.", **FULL), "Harbour Watch") == (
        "---\n"
        'title: "A \\"title\\""\n'
        'date: "2016-10?"\n'
        'source: "Northern Wire"\n'
        'publisher: "Else"\n'
        'authors: ["Mira Holt","سامي نادر"]\n'
        'language: "en"\n'
        'display: "full"\n'
        'url: "https://else.example/a"\n'
        'corrections: [{"date":"2017-01-02","note":"Two, not three."}]\n'
        f'original: {{"sha256":"{"0" * 64}","media_type":"text/plain"}}\n'
        "---\n\nOne.\n\nTwo.\n"
    )


def test_the_hash_is_that_of_the_record() -> None:
    report = public(**FULL)
    record = record_of(report, "Harbour Watch")
    assert report.sha256 == hashlib.sha256(record.encode()).hexdigest()


def test_every_reader_of_front_matter_reads_it() -> None:
    parsed = frontmatter.parse(record_of(public("One.", **FULL), "Harbour Watch"))
    original = {"sha256": "0" * 64, "media_type": "text/plain"}
    assert parsed.fields == {**FULL, "display": "full", "original": original}
    assert parsed.body == "One."


@given(title=TEXTS | st.sampled_from(AWKWARD), body=BODIES)
def test_any_title_and_body_come_back(title: str, body: str) -> None:
    report = replace(public(), title=title, body=body)
    parsed = frontmatter.parse(record_of(report, ""))
    assert (parsed.fields["title"], parsed.body) == (title, without_own_targets(body))


def test_what_is_not_of_the_record_does_not_change_its_hash() -> None:
    plain = public(**FULL).sha256
    assert public(**FULL, redirect_from=["old/"]).sha256 == plain
    assert public(**FULL, inferred={"date": "a dateline"}).sha256 == plain
    assert public(publisher="Harbour Watch").sha256 == public().sha256


def test_what_is_of_the_record_does() -> None:
    changes: list[dict[str, object]] = [{"title": "Else"}, {"date": "2016"}, {"corrections": []}]
    hashes = {public(**{**FULL, **change}).sha256 for change in changes}
    assert len({*hashes, public(**FULL).sha256, public("Else.", **FULL).sha256}) == 5


def test_the_record_has_no_more_of_a_body_than_the_page() -> None:
    body = "The first.\n\nThe second."
    assert "second" not in record_of(public(body, display="excerpt"), "")
    assert "first" not in record_of(public(body, display="link"), "")


@pytest.mark.parametrize(
    ("body", "recorded"),
    [
        ("[a](../2016/x.md) b", "[a]() b"),
        ('[a](<../x y.md> "t")', '[a]( "t")'),
        ("[a](x(1).md)", "[a]()"),
        ("[a](/reports/2016/x/#top)", "[a]()"),
        ("[a][1]\n\n[1]: ../x.md 't'", "[a][1]\n\n[1]: <> 't'"),
        ("[a](https://else.example/x.md)", "[a](https://else.example/x.md)"),
        ("[a](mailto:a@b.example) [b](#c)", "[a](mailto:a@b.example) [b](#c)"),
        ("No link (../x.md) at all.", "No link (../x.md) at all."),
    ],
)
def test_links_within_the_archive_keep_their_words_only(body: str, recorded: str) -> None:
    assert without_own_targets(body) == recorded
