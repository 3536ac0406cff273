"""Agencies in heads of pages that were run together: behind a byline, twice behind it."""

from __future__ import annotations

import pytest

from .harbour import LEAD, TITLE
from .labelled import fields


@pytest.mark.parametrize(
    ("begins", "source"),
    [
        ("By Mira Holt and Jon Abara TELLIN (Reuters) - ", "Reuters"),
        ("By Mira Holt, Jon Abara and Lena Quist SAN TELLIN (AFP) - ", "AFP"),
        ("By Mira Holt TELLIN (Harbour Bay) - ", None),
        ("By Monday, the pilots of TELLIN (Reuters) were told that ", None),
    ],
)
def test_dateline_behind_a_byline(begins: str, source: str | None) -> None:
    assert fields(f"{TITLE}\n\n{begins}{LEAD} {LEAD}\n\n{LEAD}").get("source") == source


@pytest.mark.parametrize(
    ("begins", "source"),
    [
        ("By — Associated Press Associated Press Leave a comment Share Copy URL", "AP"),
        ("By — Mira Holt Mira Holt Leave a comment Share Copy URL", None),
        ("By — Associated Press and others, the pilots were seen", None),
    ],
)
def test_byline_that_stands_twice(begins: str, source: str | None) -> None:
    assert fields(f"{begins} {TITLE} {LEAD}\n\n{LEAD}").get("source") == source
