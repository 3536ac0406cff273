"""Days and headlines that look like a report's and are of something else: an event, a passport, a countdown."""

from __future__ import annotations

import pytest

from generator.inference.layout import lines_of

from .harbour import ARABIC_LEAD, LEAD, TITLE
from .labelled import fields, inferred_from

_MORE = (
    "The port authority promised new lamps before the winter, but captains say that they have heard such"
    " promises after every storm of the past ten years, and that two boats were lost in the meantime."
)
_STORY = f"{LEAD}\n\n{_MORE}"
_ISSUE = "This article appears in the issue of May 18, 2024."
_POEM = """\
The lamps are dark tonight,
and nobody can say
who stole away the light
of every ship today.
The bar is white with foam.
and we who wait below
have seen the lamps go home
so many nights ago.
The pilots sleep, and deep,
but in the night we hear
the water captains keep
so close and ever near."""


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(
            f"Urgent appeal\n\nPilot detained\n\nPassport no.: T123\n\nDate of issue: 9 April 2014\n\n{_STORY}",
            None,
            id="a passport's",
        ),
        pytest.param(
            f"{TITLE}\n\n2 May 2024\n\n{_STORY}\n\n{_ISSUE}", "2024-05-02", id="printed later"
        ),
        pytest.param(
            f"{TITLE}\n\n{_STORY}\n\nWells run dry in the north\n\n{_ISSUE}",
            None,
            id="a related report's",
        ),
        pytest.param(
            f"Fact check: the press briefing of 3 March 2020\n\n{_STORY}", None, id="checked"
        ),
        pytest.param(
            f"Union complains about press briefing of 3 March 2020\n\n{_STORY}",
            None,
            id="complained of",
        ),
        pytest.param(
            f"Ce que cache le point de presse du 3 mars 2020\n\n{_STORY}", None, id="what one hides"
        ),
        pytest.param(
            f"{TITLE}\n\n{_STORY}\n\nThe last ship came in. [see log of 17/04/2009 13:20]",
            None,
            id="a reference in brackets",
        ),
    ],
)
def test_days_of_something_else(text: str, date: str | None) -> None:
    assert fields(text).get("date") == date


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            f"Home - News - Harbour - The Tellin Post\n\n{TITLE}\n\nThe Tellin Post\n\n{_STORY}",
            TITLE,
            id="a path that ends with the site",
        ),
        pytest.param(
            f"{TITLE}\n\nWells run dry in the north\n\nWells run dry in the north - World - The Tellin Post"
            f"\n\n{_STORY}",
            TITLE,
            id="a link to another report",
        ),
        pytest.param(
            f"{TITLE}\n\nThread starter pilot77\n\nSenior Member of the Club\n\nMarch 3, 2020\n\n{_STORY}",
            TITLE,
            id="a poster's rank",
        ),
        pytest.param(
            f"نفط مقابل نفط: من باع نفط تلين ومن سرق نفط الشمال\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}",
            "نفط مقابل نفط: من باع نفط تلين ومن سرق نفط الشمال",
            id="a headline that says one word often",
        ),
    ],
)
def test_headlines_of_something_else(text: str, title: str) -> None:
    assert fields(text).get("title") == title


@pytest.mark.parametrize("line", ["بيان إلى الرأي العام", "إلى السيد وزير الموانئ المحترم"])
def test_to_whom_a_statement_speaks_is_no_headline(line: str) -> None:
    text = f"ما يلي وردنا من اتحاد مرشدي الميناء:\n\n{line}\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}"
    assert fields(text).get("title") != line


@pytest.mark.parametrize(
    "line", ["Festival of lamps on the harbour", "Sign the petition for harbour lamps"]
)
def test_what_is_announced_below_a_story_is_no_headline_of_it(line: str) -> None:
    assert fields(f"{_STORY}\n\n{line}\n\n12 June 2019 20:00").get("title") != line


@pytest.mark.parametrize(
    "element",
    [
        pytest.param("<div class=date data-time=1717171717>in 3 days</div>", id="a countdown"),
        pytest.param(
            "<div class=date data-now-date=1717171717>Friday</div>", id="a reader's clock"
        ),
        pytest.param(
            "<div class='post-footer'>The video was submitted by Mary Holt on 12 May 2009.</div>",
            id="who sent a video in",
        ),
    ],
)
def test_days_of_something_else_on_a_page(element: str) -> None:
    body = f"<main><h1>{TITLE}</h1>{element}<p>{LEAD}</p><p>{_MORE}</p></main>"
    page = f"<html lang=en><head><title>{TITLE}</title></head><body>{body}</body></html>".encode()
    assert "date" not in inferred_from(page, "page.html").findings


def test_the_lines_of_a_poem_stay() -> None:
    assert [line for line in lines_of(f"Song of the mole\n\n{_POEM}") if line][
        1:
    ] == _POEM.splitlines()
