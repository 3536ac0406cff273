"""Lines that tell the day of a report in a form of their own, and what only looks like one."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, LEAD, TITLE
from .labelled import fields

_MORE = (
    "The port authority promised new lamps before the winter, but captains say that they have heard such"
    " promises after every storm of the past ten years, and that two boats were lost in the meantime."
)
_CAPTION = "The northern mole without its lamps in Tellin, Qalvara, March 17, 2021. / AP"
_ARABIC_HEADLINE = "مرشدو الميناء يرفضون العمل ليلا"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(
            f"{TITLE}\n\n16:22 | 11/ 10/ 2008\n\nTELLIN, October 11 (QNN) - {LEAD}",
            "2008-10-11",
            id="blanks behind slashes, and the dateline tells the order",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nمنبر تلين-العدد: 2613 - 2009 / 4 / 11 - 09:38\n\n{ARABIC_LEAD}",
            "2009-04-11",
            id="blanks around slashes, beside the number of an issue",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nدور المجلس-العدد: 2613 - 2009 / 2010 - 09:38\n\n{ARABIC_LEAD}",
            None,
            id="two years",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nالسبت 12 مارس-آذار 2011 الساعة 08 مساءً / تلين برس- خاص\nعدد القراءات 1874"
            f"\n\n{ARABIC_LEAD}",
            "2011-03-12",
            id="both names of a month, an hour without minutes",
        ),
        pytest.param(
            f"{TITLE}\nTellin, Dec 3 (AFP) Dec 03, 2013\n{LEAD}",
            "2013-12-03",
            id="a dateline before its day with the year",
        ),
        pytest.param(
            f"{TITLE}\nTellin, Nov 3 (AFP) Dec 03, 2013\n{LEAD}",
            None,
            id="a dateline of another month",
        ),
        pytest.param(
            f"{TITLE}\nMira Holt (left) Dec 03, 2013\n{LEAD}", None, id="who is in a picture"
        ),
        pytest.param(
            f"{TITLE}\n\nSource\nTellin Post - February 9, 2011\n\n{LEAD}",
            "2011-02-09",
            id="outlet and day below a label",
        ),
        pytest.param(
            f"{TITLE}\n\nSource\nTellin Post, lamps of 2011, page 3\n\n{LEAD}",
            None,
            id="outlet and no day",
        ),
        pytest.param(
            f"{TITLE}\n\nThe Newspaper's Staff Reporter Published March 19, 2015 Updated March 20, 2015"
            f" 06:12am\n\n{LEAD}",
            "2015-03-19",
            id="who, and when it was published and updated",
        ),
        pytest.param(
            f"{TITLE}\n\n{_MORE}\n{_CAPTION}\nMarch 18, 2021\n\n{LEAD}\n\n{LEAD}",
            "2021-03-18",
            id="below a picture of the day before",
        ),
        pytest.param(
            f"{TITLE}\n\n{_MORE}\n{_CAPTION}\nLamps of the world\n\n{LEAD}\n\n{LEAD}",
            None,
            id="a picture alone",
        ),
    ],
)
def test_above_the_story(text: str, date: str | None) -> None:
    assert fields(text).get("date") == date


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Today in Tellin\nNov 27, 2017-Monday", None),
        ("Today\nNovember 27, 2017", None),
        ("Tellin Today\nNovember 27, 2017", "2017-11-27"),
        ("November 27, 2017\n\nports Updated: Jun 17, 2008 00:52 IST", None),
        ("June 18, 2008\n\nports Updated: Jun 17, 2008 23:52 IST", "2008-06-18"),
        ("June 16, 2008\n\nUpdated: Jun 20, 2008", "2008-06-16"),
    ],
)
def test_a_day_of_the_page_is_not_the_reports(head: str, date: str | None) -> None:
    assert fields(f"{head}\n\n{TITLE}\n\n{LEAD}\n\n{_MORE}").get("date") == date
    assert fields(f"{TITLE}\n\n{head}\n\n{LEAD}\n\n{_MORE}").get("date") == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(
            f"{ARABIC_LEAD}\n\nمحليات\n{_ARABIC_HEADLINE}\n17-09-2014",
            "2014-09-17",
            id="a headline that stands below the story",
        ),
        pytest.param(
            f"{ARABIC_LEAD}\n\nاقرأ أيضا\n{_ARABIC_HEADLINE}\n17-09-2014",
            None,
            id="that of a related report",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\nمحليات\nنقابة المرشدين تطلب مصابيح للميناء\n17-09-2014",
            None,
            id="below a story that has its headline",
        ),
        pytest.param(
            f"{ARABIC_LEAD}\n\nمحليات\nوزارة الزراعة تفتتح سوقا للخضار\n17-09-2014",
            None,
            id="about something else",
        ),
        pytest.param(
            f"بسم الله الرحمن الرحيم\nحزب الفنار - المكتب السياسي\nبيان هام\n\n{ARABIC_LEAD}\n\n"
            "والضوء لمينائنا\n\nالمكتب السياسي - حزب الفنار\nتلين، 7 يونيو 2014م",
            "2014-06-07",
            id="below who signs a statement, in another order of words",
        ),
        pytest.param(
            f"بسم الله الرحمن الرحيم\nحزب الفنار - المكتب السياسي\nبيان هام\n\n{ARABIC_LEAD}\n\n"
            "والضوء لمينائنا\n\nذكرى غرق السفينة\nتلين، 7 يونيو 2014م",
            None,
            id="below another line",
        ),
    ],
)
def test_below_the_story(text: str, date: str | None) -> None:
    assert fields(text).get("date") == date
