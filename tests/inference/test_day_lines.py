"""Lines that tell the day of a report in a form of their own, and what only looks like one."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE
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


@pytest.mark.parametrize(
    ("line", "dateline", "date"),
    [
        ("terça-feira, 8 de março de 2011", "TELLIN, Qalvara, March 8 (QNN) -- ", "2011-03-08"),
        ("martes, 8 de marzo de 2011", "TELLIN, Qalvara, March 7 (QNN) -- ", "2011-03-08"),
        ("Domingo 6 de agosto del 2017", "", "2017-08-06"),
        ("8 de março de 2011", "", "2011-03-08"),
        ("terça-feira, 9 de março de 2011", "", None),  # it was a Wednesday
        ("terça-feira, 8 de março de 2011", "TELLIN, Qalvara, Feb 2 (QNN) -- ", None),
        ("Arquivo: 8 de março de 2011", "", None),
        ("Plaza 8 de Marzo de 1917", "", None),
        ("Santo Domingo, 6 August 2018", "", "2018-08-06"),
        ("County Mayo 6, Galway 2011", "", None),
    ],
)
def test_blogs_in_spanish_and_portuguese(line: str, dateline: str, date: str | None) -> None:
    assert fields(f"{line}\n\n{TITLE}\n\n{dateline}{LEAD}").get("date") == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(
            f"{ARABIC_TITLE}\n\n17.03.21\n\n{ARABIC_LEAD}", "2021-03-17", id="below the headline"
        ),
        pytest.param(
            f"14.10.24\nDéclarations\n\n{FRENCH_TITLE}\n\n{FRENCH}",
            "2024-10-14",
            id="above a label and the headline",
        ),
        pytest.param(f"{TITLE}\n\n17.03.21\n\n{LEAD}", "2021-03-17", id="in English"),
        pytest.param(f"{TITLE}\n\n10.03.21\n\n{LEAD}", None, id="in English in either order"),
        pytest.param(f"{TITLE}\n\n17.13.21\n\n{LEAD}", None, id="no day"),
        pytest.param(f"{TITLE}\n\n17.03.61\n\n{LEAD}", None, id="a day to come"),
        pytest.param(f"{TITLE}\n\nv17.03.21\n\n{LEAD}", None, id="a version"),
        pytest.param(f"{TITLE}\n\n17.03.21\n18.03.21\n\n{LEAD}", None, id="one of two"),
        pytest.param(
            f"{TITLE}\n\nThe strike after the storm of 3 May 2020\n\n17.03.21\n\n{LEAD}",
            None,
            id="beside a sub-heading with another day",
        ),
        pytest.param(f"{TITLE}\n\n{LEAD}\n\n17.03.21", None, id="below the story"),
    ],
)
def test_two_figures_of_the_year_between_dots(text: str, date: str | None) -> None:
    assert fields(text).get("date") == date


@pytest.mark.parametrize(
    ("title", "lead", "date"),
    [
        ("Tellin Office weekly press briefing: 3 March 2020", LEAD, "2020-03-03"),
        ("Point de presse du 3 mars 2020", FRENCH, "2020-03-03"),
        ("Media advisory: press briefing, 3 March 2020", LEAD, None),
        (
            "Tellin Office weekly press briefing: 3 March 2020",
            f"The Office will hold it. {LEAD}",
            None,
        ),
        (
            "Ministry denies what it told at the briefing: 3 March 2020 was calm, it says",
            LEAD,
            None,
        ),
        ("What remains of the ferry that sank on 3 March 2020", LEAD, None),
    ],
)
def test_the_headline_of_a_briefing(title: str, lead: str, date: str | None) -> None:
    assert fields(f"{title}\n\n{lead}\n\n{_MORE}").get("date") == date


@pytest.mark.parametrize(
    ("line", "day", "date"),
    [
        ("Updated 08 November 2021", "Sunday", "2021-11-08"),
        ("Updated 08 November 2021", "Monday", "2021-11-08"),
        ("Updated 08 November 2021", "Saturday", None),
        ("Updated 08 November 2021", "Sunday after a vote on Friday", None),
        ("Last Updated 08 November 2021, 21:40", "Sunday", None),
        ("Updated 08 November 2021", "last Sunday", None),
    ],
)
def test_a_page_that_tells_nothing_but_its_update(line: str, day: str, date: str | None) -> None:
    lead = LEAD.replace("on Wednesday", f"on {day}")
    picture = "The northern mole without its lamps on October 30, 2021. (AFP/File)"
    text = (
        f"{TITLE}\n\n{picture}\nShort Url\n{line}\nFollow\n\n{TITLE}\n\n  • Lamps are out\n\n{lead}"
    )
    assert fields(text).get("date") == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: 22 Oct 2019 04:51 PM BdST Updated: 23 Oct 2019 05:20 PM BdST", "2019-10-22"),
        ("22 October 2019 10:12 WAT", "2019-10-22"),
        ("22/10/2019 10h:12 CET", "2019-10-22"),
        ("22 October 2019, cat and mouse", None),
        ("22 October 2019 10:12 PET bottles", None),
        ("Ekleme: 14.02.2022 11:07:33 / Güncelleme: 15.02.2022 12:40:12 / Arapça", "2022-02-14"),
        ("Güncelleme: 15.02.2022 12:40:12", None),
    ],
)
def test_zones_and_labels_of_other_countries(line: str, date: str | None) -> None:
    assert fields(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{_MORE}").get("date") == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("تلين، بتاريخ 03 دجمبر 2013", "2013-12-03"),
        ("تلين، منذ 03 دجمبر 2013 والمصابيح مطفأة", None),
    ],
)
def test_place_and_day_above_those_who_sign(line: str, date: str | None) -> None:
    signed = "التوقيع:\n- نقابة المرشدين\n- اتحاد البحارة"
    text = f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n{ARABIC_LEAD}\n\n{line}\n{signed}"
    assert fields(text).get("date") == date
