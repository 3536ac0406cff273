"""Headlines that stand elsewhere than above the story, and lines there that are none."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, LEAD, TITLE
from .labelled import STORY, fields, inferred_from

_CAPITALS = "FERRY PILOTS REFUSE NIGHT SHIFTS"
_SAID = "The following is a 12 June 2012 Harbour Lamp Watch press release:"
_HOME = "الصفحة الرئيسية - البحر, والريح - سامر قندليف - مصابيح من ورق"
_MENU = "News Country Politics Business Sport Health Letters Archive Weather Science Travel Jobs Education"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            f"{LEAD}\n\n{STORY}\n\n{TITLE}\n\n12-06-2012 04:12 PM", TITLE, id="below the story"
        ),
        pytest.param(
            f"{ARABIC_LEAD}\n\n{ARABIC_LEAD}\n\nدوليات\n{ARABIC_TITLE}\n12-06-2012",
            ARABIC_TITLE,
            id="below the story and a section",
        ),
        pytest.param(
            f"(HLW) – {_SAID} {_CAPITALS} {LEAD} […]\n(HLW/WIRE) – {_SAID}\n{_CAPITALS}\n\n{LEAD}\n\n{LEAD}",
            _CAPITALS,
            id="below the announcement of a release",
        ),
        pytest.param(
            f"{_HOME}\n\nمصابيح من ورق\n\nسامر قندليف\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}",
            "مصابيح من ورق",
            id="at the end of a path and alone",
        ),
        pytest.param(f"{_MENU}\n\n{TITLE}\n\n{LEAD}\n\n{STORY}", TITLE, id="below a menu of words"),
    ],
)
def test_a_headline_told_by_its_place(text: str, title: str) -> None:
    assert fields(text)["title"] == title


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"{LEAD}\n\n{STORY}\n\nRelated\n{TITLE}\n12-06-2012 04:12",
            id="a label of other reports",
        ),
        pytest.param(
            f"{LEAD}\n\n{STORY}\n\nMinistry says oil ran out\n11-06-2012 09:10\n{TITLE}\n12-06-2012 04:12",
            id="a list of other reports",
        ),
        pytest.param(
            f"{LEAD}\n\n{STORY}\n\nMinistry opens a new fish market\n\n12-06-2012 04:12",
            id="a headline of which the story tells nothing",
        ),
        pytest.param(
            f"{LEAD} The Tellin Center for Ferry Pilots says so.\n\n{STORY}\n\nTellin Center for Ferry Pilots"
            "\n\n12-06-2012 04:12",
            id="whose statement it is",
        ),
        pytest.param(
            f"{LEAD}\n\n{STORY}\n\nFamilies of ferry pilots in the harbour\n\n12-06-2012",
            id="who signs a statement",
        ),
        pytest.param(f"{LEAD}\n\n{STORY}\n\n{TITLE}.\n\n12-06-2012 04:12", id="a sentence"),
        pytest.param(
            f"{LEAD}\n\n{_SAID}\n\nFerry pilots refuse night shifts\n\n{STORY}", id="no capitals"
        ),
    ],
)
def test_a_line_of_another_report_is_no_headline(text: str) -> None:
    assert inferred_from(text).findings["title"].evidence.startswith("first sentence")


def test_a_long_headline_that_names_sections_is_no_menu() -> None:
    title = "News of politics, business and sport in letters to the weather science archive"
    assert fields(f"{title}\n\n{LEAD}\n\n{STORY}")["title"] == title
    assert _MENU in inferred_from(f"{_MENU}\n\n{TITLE}\n\n{LEAD}\n\n{STORY}").dropped
