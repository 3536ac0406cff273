"""Who is credited where a story ends, and what stands there and is no credit of it."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, LEAD, TITLE
from .labelled import fields

_SHOWN = (
    "Pilots look through what is left of the signal house after a storm had put out the lamps on the"
    " northern mole of the harbour, before the winter."
)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"{TITLE}\n\n{_SHOWN} (AFP)\n\nTARN/TELLIN: {LEAD}\n\n{LEAD}", None),
        (f"{TITLE}\n\n{LEAD} (AFP)\n\nMore reports from the harbour of the city", "AFP"),
        (f"{TITLE}\n\nTARN/TELLIN: {LEAD}\n\n{LEAD} (AFP)", "AFP"),
    ],
)
def test_caption_above_a_dateline_credits_no_story(text: str, source: str | None) -> None:
    assert fields(text).get("source") == source


@pytest.mark.parametrize(
    ("end", "source"),
    [
        (" - TELLIN (AFP)", "AFP"),
        (" - PORT TELLIN (Reuters)", "Reuters"),
        (" - Tellin (a city in the north)", None),
        (" the letters of TELLIN (AFP)", None),
    ],
)
def test_dateline_where_a_story_ends(end: str, source: str | None) -> None:
    story = LEAD.rstrip(".")
    assert fields(f"{TITLE}\n\n{LEAD}\n\n{story}{end}").get("source") == source


@pytest.mark.parametrize(
    ("label", "end", "source"),
    [
        ("[هذا الفيديو مفرغ آليا] ", " سامي هلال الجزيرة تلين", "الجزيرة"),
        ("[هذا الفيديو مفرغ آليا] ", " سامي هلال الفنار تلين", None),
        ("[هذا الفيديو مفرغ آليا] ", " وبقيت المصابيح مطفأة كل اليوم غدا", None),
        ("", " سامي هلال الجزيرة تلين", None),
    ],
)
def test_transcript_ends_with_the_broadcaster(label: str, end: str, source: str | None) -> None:
    text = f"{ARABIC_TITLE}\n\n{label}{ARABIC_LEAD}\n\n{ARABIC_LEAD.rstrip('.')}{end}"
    assert fields(text).get("source") == source


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("Nuit sans pilotes au port. RFI", "RFI"),
        ("Nuit sans pilotes au port. Reuters", "Reuters"),
        ("Nuit sans pilotes au port. Bilan", None),
        ("Les pilotes quittent RFI", None),
    ],
)
def test_outlet_behind_the_headlines_point(title: str, source: str | None) -> None:
    assert fields(f"{title}\n\n{LEAD}\n\n{LEAD}").get("source") == source


def test_letters_of_an_agency_in_the_last_brackets() -> None:
    text = f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD} (İLKHA)"
    assert fields(text).get("source") == "İLKHA"
