"""The paper whose front page a text is."""

from __future__ import annotations

import pytest

from .harbour import LEAD, TITLE
from .labelled import fields

_STORY = f"{TITLE}\n\nBy Mira Holt and Jon Abara\n\nTARN: {LEAD}"


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("NO: 8214\n\nTHE TELLIN LAMP\n\nwww.tellinlamp.example\n\n36 PAGES", "THE TELLIN LAMP"),
        ("THE TELLIN LAMP\n\nwww.tellinlamp.example", None),
        ("36 PAGES\n\nTHE TELLIN LAMP\n\nwww.harbour.example", None),
        ("36 PAGES\n\nTHE TELLIN LAMP", None),
    ],
)
def test_front_page_of_a_paper(head: str, source: str | None) -> None:
    assert fields(f"{head}\n\n{_STORY}").get("source") == source


def test_front_page_with_an_agencys_report() -> None:
    head = "NO: 8214\n\nTHE TELLIN LAMP\n\nwww.tellinlamp.example\n\n36 PAGES"
    text = f"{head}\n\n{TITLE}\n\nBy Mira Holt\n\nTARN (Reuters) - {LEAD}"
    assert fields(text).get("source") == "Reuters"
