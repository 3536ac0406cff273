"""Copies are found, series are not; what is measured is what the manual says."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.similarity import DEFAULT, SHORT, Wording, similarity
from tests.docs.manual import EDITORS
from tests.similarity.__main__ import rows
from tests.similarity.made_up import TWICE_CHANGED, body, copies, originals, series

_TEXTS = st.text(st.sampled_from("ab قلم 12.\n|-*#[](<>)"), max_size=400)


def alike(one: str, other: str) -> float:
    return similarity(Wording.of(one), Wording.of(other))


@pytest.mark.parametrize("done", [name for name in copies() if name != TWICE_CHANGED])
def test_a_copy_is_found(done: str) -> None:
    found = [alike(one, other) for one, other in copies()[done]]
    assert sum(share >= DEFAULT for share in found) >= 0.9 * len(found)


@pytest.mark.parametrize("form", series())
def test_reports_of_one_form_are_no_copies(form: str) -> None:
    for one, other in combinations(series()[form], 2):
        assert alike(one, other) < DEFAULT


def test_reports_that_share_nothing_but_their_subject_are_no_copies() -> None:
    for (_, one), (_, other) in combinations(originals(), 2):
        assert alike(body(one), body(other)) < 0.1


def test_arabic_spelling_and_vowels_make_no_difference() -> None:
    text = next(body(sentences) for language, sentences in originals() if language == "ar")
    plain = text.replace("أ", "ا").replace("إ", "ا").replace("ة", "ه").replace("ى", "ي")
    assert plain != text
    assert alike(text, plain) == 1.0


def test_targets_of_links_and_tags_are_no_words() -> None:
    text = body(originals()[0][1])
    linked = text.replace("the ", "[the](https://tellin.example/a_(b)/very/long/path 'title') ", 9)
    assert alike(text, f"<div class='a b c'>{linked}</div>") > 0.99


def test_short_texts_are_copies_only_if_nearly_equal() -> None:
    brief = " ".join(body(originals()[0][1]).split()[: SHORT - 5])
    assert alike(brief, brief) == 1.0
    assert alike(brief, brief.replace(" ", " indeed ", 1)) == 0.0
    assert alike(brief, body(originals()[0][1])) == 0.0


def test_a_brief_is_no_copy_of_the_whole() -> None:
    sentences = next(s for language, s in originals() if language == "en")
    long = body((*sentences, *originals()[1][1]))
    assert alike(body(sentences[:7]), long) < DEFAULT
    assert alike(body(sentences), long) > alike(body(sentences[:7]), long)


def test_tables_are_copies_only_with_the_same_figures() -> None:
    one, other = series()["table of statistics"][:2]
    assert alike(one, one) == 1.0
    assert alike(one, other) == 0.0
    figure = re.findall(r"\d+", one)[7]
    assert alike(one, one.replace(f" {figure} ", " 9999 ", 1)) == 0.0


@given(_TEXTS, _TEXTS)
def test_similarity_is_a_share_and_symmetric(one: str, other: str) -> None:
    share = alike(one, other)
    assert 0 <= share <= 1
    assert share == alike(other, one)


@given(_TEXTS)
def test_a_text_with_words_is_like_itself(text: str) -> None:
    wording = Wording.of(text)
    assert similarity(wording, wording) == (1.0 if wording.folded else 0.0)


def test_the_manual_tells_what_is_measured() -> None:
    told = (EDITORS / "copies.md").read_text("utf-8")
    for name, count, low, high in rows():
        assert f"| {name} | {count} | {low:.2f} | {high:.2f} |" in told, (
            "python -m tests.similarity"
        )
