"""A headline below what a site puts above it, and paragraphs that are none of that."""

from __future__ import annotations

import pytest

from .labelled import STORY, fields, inferred_from

HEADLINE = "Engineers look at each pillar of the closed bridge"
SHORT = (
    "The bridge to the island was closed on Monday.",
    "Engineers came with the morning boat.",
    "Nobody knows for how long.",
)


@pytest.mark.parametrize(
    "above",
    [
        "HarbourNow\nHOME  ABOUT  ARCHIVE",
        "The Harbour Lantern\nTruth by night\nTuesday 3 May 2016  |  Login",
        "Give what you can today and read without advertisements for a year",
        "Section One | Section Two | Section Three | Section Four",
        f"Front page » Harbour » {HEADLINE}",
        "Vol 37 No 22 | HARBOUR",
        "Hide Message",
    ],
)
def test_the_title_is_the_line_that_the_story_tells_of(above: str) -> None:
    assert fields(f"{above}\n\n{HEADLINE}\n\n{STORY}\n\n{STORY}")["title"] == HEADLINE


def test_what_stood_above_is_left_out_and_shown() -> None:
    inferred = inferred_from(
        f"The Harbour Lantern\nTruth by night\n\n{HEADLINE}\n\n{STORY}\n\n{STORY}"
    )
    assert "Lantern" not in inferred.body
    assert {"The Harbour Lantern", "Truth by night"} <= set(inferred.dropped)


def test_short_paragraphs_above_a_sub_heading_stay() -> None:
    paragraphs = "\n\n".join(SHORT)
    inferred = inferred_from(f"{paragraphs}\n\n{HEADLINE}\n\n{STORY}\n\n{STORY}")
    assert all(paragraph in inferred.body for paragraph in SHORT[1:])
    assert inferred.findings["title"].value != HEADLINE


def test_a_headline_of_other_words_stands_above_its_day() -> None:
    text = f"An Ungracious Loser\n\n18 May 2001\n\nThe bridge stays closed until engineers come\n\n{STORY}"
    assert fields(text)["title"] == "An Ungracious Loser"


def test_a_masthead_and_a_day_may_stand_above_a_headline_of_other_words() -> None:
    above = "The Quiet Quarantine\nNotes from the wall\nThursday, November 24, 2011"
    assert (
        fields(f"{above}\n\nCounting the Counters\n\n{STORY}")["title"] == "Counting the Counters"
    )
