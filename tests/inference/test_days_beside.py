"""Days where what stands beside them tells that they are the report's, or in which order figures are meant."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, MORE, TITLE, page
from .labelled import fields, inferred_from

_STANDFIRST = (
    "Elle a 34 ans, deux barques et une radio. Portrait d'une pilote que tout le port écoute"
    " et que nul ne voit."
)
_UNION = "نقابة مرشدي الميناء"
_STATEMENT = (
    f"{_UNION}\n\nبيان\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\nونطالب بما يأتي:"
    "\n\n1- إصلاح المصابيح.\n2- دفع الأجور."
)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(
            f"{FRENCH_TITLE}\n\n{_STANDFIRST}\n\n22 mars 2010 à 15h17\nPar Mira Holt, envoyée spéciale à Tellin"
            f"\n\n{FRENCH}",
            "2010-03-22",
            id="below a standfirst, above the byline",
        ),
        pytest.param(
            f"{TITLE}\n\n17/02/2019 12:34 PM\nLamps for sale at Tellin – January 2019 (Tellin Post)"
            f"\n\n{LEAD}",
            "2019-02-17",
            id="above a caption with a month",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n17/02/2019 12:34 م\nبسطات في سوق الميناء بمدينة تلين – كانون الثاني 2019 (رويترز)"
            f"\n\nبريد تلين – تلين\n\n{ARABIC_LEAD}",
            "2019-02-17",
            id="above a caption with a month, in Arabic",
        ),
        pytest.param(
            f"{TITLE}\n\nSunday, August 12, 2001; Page A18\n\n{LEAD}",
            "2001-08-12",
            id="before the number of a page",
        ),
        pytest.param(
            f"{_STATEMENT}\n\nتلين 8/3/2010\n\n{_UNION}\nهاتف: 0099911222345\ninfo@union.example",
            "2010-03-08",
            id="place and figures, who signs, and how to reach them",
        ),
        pytest.param(
            f"{_STATEMENT}\n\nتلين – الإثنين 8 آذار/مارس 2010\n\n{_UNION}",
            "2010-03-08",
            id="place and a day in words",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلين 24 أغسطس 2018 ـ {ARABIC_LEAD}",
            "2018-08-24",
            id="before the story, with its year and a dash",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nأحداث 24 أغسطس 2018 ـ {ARABIC_LEAD}",
            None,
            id="what happened that day",
        ),
        pytest.param(
            f"الثلاثاء 20 من محرم 1434 هــ 4 ديسمبر 2012 السنة 137 العدد 46019\n{ARABIC_TITLE}\n{ARABIC_LEAD}",
            "2012-12-04",
            id="a paper's head: both calendars, volume and number",
        ),
        pytest.param(
            f"{_STATEMENT}\n\nتلين 8/3/2010\n\nاجتماع النقابة غداً\nهاتف: 0099911222345",
            None,
            id="somebody else below",
        ),
        pytest.param(
            f"{_STATEMENT}\n\nأورسك 8/3/2010\n\n{_UNION}",
            None,
            id="a place where the story is not",
        ),
    ],
)
def test_days_of_texts(text: str, date: str | None) -> None:
    assert fields(text).get("date") == date


@pytest.mark.parametrize(
    ("told", "date"),
    [
        pytest.param("on Sunday", "2016-02-07", id="that weekday"),
        pytest.param(
            "on Saturday", "[2016-02-07,2016-07-02]", id="one order's day, and the other's eve"
        ),
        pytest.param("on Friday", "2016-07-02", id="the eve of one"),
        pytest.param("on Tuesday", "[2016-02-07,2016-07-02]", id="neither"),
    ],
)
def test_figures_of_a_page_in_the_order_that_the_story_tells(told: str, date: str) -> None:
    lead = LEAD.replace("on Wednesday", told)
    content = page(
        f"<title>{TITLE}</title>",
        f"<h1>{TITLE}</h1><div class='date'>7/2/2016</div><p>{lead}</p><p>{MORE}</p>",
    )
    assert inferred_from(content, "page.html").findings["date"].value == date
