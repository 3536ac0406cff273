"""What newsrooms and papers stamp on a report: sign-offs, issues, clocks; and what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest

from generator.inference.mentions import dates_in
from tests.inference.harbour import ARABIC_LEAD, ARABIC_TITLE
from tests.inference.labelled import inferred_from

_STORY = (
    "Polling stations in Dalvaria closed after a vote that the opposition had called upon its people to stay"
    " away from, and the commission said that thirty-eight of a hundred voters had come by three."
)
_IN_FRENCH = (
    "Les bureaux de vote ont fermé dans toute la Dalvarie après un scrutin que l'opposition avait appelé à"
    " boycotter, et la commission a annoncé que trente-huit pour cent des inscrits étaient venus voter."
)


def date_of(text: str, name: str = "report.txt") -> object:
    finding = inferred_from(text.encode(), name).findings.get("date")
    return finding.value if finding else None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("dpa hm/rk 281530 GMT Oct 16", "2016-10-28"),
        ("141652 GMT Nov 12", "2012-11-14"),
        ("afp 061815 GMT avr 05", "2005-04-06"),
        ("311530 GMT Nov 12", None),  # no such day
        ("281530 GMT Oct 99", "1999-10-28"),
        ("982530 GMT Oct 16", None),
        ("Call 281530 GMT Oct 16 or later", None),
        ("Last updated 141652 GMT Nov 12", None),
        ("afp 121652 GMT Nov 30", None),  # neither of 2030 nor of 1930
    ],
)
def test_agencies_sign_off_with_day_hour_and_minute(line: str, date: str | None) -> None:
    assert date_of(f"Dalvaria votes amid boycott\n\n{_STORY}\n\n{line}\n") == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Le Phare du Sel, mardi 17 octobre 2006, p. 11", "2006-10-17"),
        ("The Tellin Courier, 5 June 1998, Page A4", "1998-06-05"),
        ("The Tellin Courier, 5 June 1998, 6 June 1998, p. 4", None),
        ("Thursday, February 13, 2003 | Vol. 29 No. 38 | Tellin: snow", "2003-02-13"),
        ("Le Phare du Sel, mardi 18 octobre 2006, p. 11", None),  # it was a Wednesday
        ("Weekly bulletin, Vol. 2 No. 12, 6 – 12 September 2014", None),
        ('"Nobody came." Report of the Commission, 16 August 2012, p. 14', None),
        ("Le quotidien du Sel — Édition du 22 novembre 2006 > Est", "2006-11-22"),
    ],
)
def test_the_issue_of_a_paper(line: str, date: str | None) -> None:
    assert date_of(f"{line}\n\nDalvaria votes amid boycott\n\n{_STORY}\n") == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("le 09.07.17 | 10h00", "2017-07-09"),
        ("07/11/15 à 16:22", "2015-11-07"),
        ("le 09.07.98 | 10h00", "1998-07-09"),
        ("le 09.07.17", None),  # without a clock it may be anything
        ("le 31.02.17 | 10h00", None),
        ("Par Rédaction 14/03/2018 : 10h30", None),  # of no other year
        ("Mis à jour le 09/07/17 à 10h00", None),
        ("Rassemblement samedi 13/05/17 à 15h00 place de la Mairie", None),
        ("10/05/16 03:30 PM", None),  # as a forum set to American English has it
        ("16-10-05 14:30", None),
        ("le 09.07.17 | 10h00 - le 10.07.17 | 11h00", None),
    ],
)
def test_a_year_of_two_figures_counts_before_a_clock(line: str, date: str | None) -> None:
    text = f"La Dalvarie vote sans l'opposition\n\n{line}\n\n{_IN_FRENCH}\n"
    assert date_of(text) == date


def test_a_dateline_is_better_than_a_page_number() -> None:
    text = (
        "The Tellin Courier, 5 June 1998, p. 4\n\nDalvaria votes amid boycott\n\n"
        f"TELLIN, October 3, 2014 (AFP) - {_STORY}\n"
    )
    assert date_of(text) == "2014-10-03"


@pytest.mark.parametrize(
    "line",
    [
        "Date of arrest: 3 May 2013\nDate of release: 12 March 2015",
        "Wanted: Samir Dalal\nDate of issue: 4 April 2011",
    ],
)
def test_days_of_a_life_are_not_the_reports(line: str) -> None:
    assert date_of(f"The case of Samir Dalal\n{line}\n\n{_STORY}\n") is None


def test_sub_headings_of_a_chronicle_are_not_its_date() -> None:
    story = "أعلنت السلطات أن الطريق بين المدينتين مقطوع وأن فرق الإنقاذ تعمل منذ الصباح على فتحه أمام السكان."
    parts = "\n\n".join(f"بتاريخ {day} ماي 2013\n\n{story}" for day in (3, 9, 14, 20))
    assert date_of(f"أحداث الشهر في دلفاريا\n\n{parts}\n") is None


def test_in_english_nobody_knows_the_order() -> None:
    assert date_of(f"Dalvaria votes amid boycott\n\n09/07/17 | 10:00\n\n{_STORY}\n") is None


def page(date_line: str, heading: str = "<h1>Dalvaria votes amid boycott</h1>") -> str:
    return (
        "<html><head><title>The Tellin Insight</title></head><body>"
        f"{heading}{date_line}<p>{_STORY}</p><p>{_STORY}</p></body></html>"
    )


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ('<span class="date">24 Aug 17</span>', "2017-08-24"),
        ('<span class="date">24 Aug 17:30</span>', None),
        (
            '<span class="date-head">June 25th 2017</span><b class="fecha">March 7th 2015</b>',
            "2015-03-07",
        ),
    ],
)
def test_what_a_page_marks_as_its_date(line: str, date: str | None) -> None:
    assert date_of(page(line), "page.html") == date


def test_what_readers_see_beats_a_date_that_nobody_explains() -> None:
    seen = page("<p>Mis en ligne le dimanche 12 octobre 2003</p>")
    text = seen.replace("<head>", '<head><meta name="date" content="2002-01-15">')
    assert date_of(text, "page.html") == "2003-10-12"
    assert date_of(text.replace("Mis en ligne", "Vu"), "page.html") == "2002-01-15"


def test_a_year_before_its_weekday_and_day() -> None:
    story = "توقفت المحاكم عن النظر في القضايا. " * 9
    text = f"GMT 9:15:00 2004 الأحد 11 يوليو\n\nمحامو دلفاريا يقاطعون المحاكم\n\n{story}\n"
    assert date_of(text) == "2004-07-11"
    for words in ("Annual Report 2015 Friday 4 March 2016", "© 2015 Friday 4 March 2016"):
        assert [m.days for m in dates_in(words, date(2025, 1, 1)) if m.day] == [(date(2016, 3, 4),)]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("تلين 04 ربيع الأول 1433 ه الموافق 27 يناير 2012 م واس", "2012-01-27"),
        ("تل الرمان 5 ربيع الأول 1433هـ الموافق 27 يناير 2012م (واس)", "2012-01-27"),
        ("تلين 04 ربيع الأول 1433 ه الموافق 3 مارس 2012 م واس", None),  # not the same day
        ("تلين 04 ربيع الأول 1433 ه الموافق 27 يناير 2012 م عطلة", None),
        ("عقد المرشدون اجتماعهم 04 ربيع الأول 1433 ه الموافق 27 يناير 2012 م في تلين", None),
    ],
)
def test_one_day_in_both_calendars_before_an_agency(line: str, date: str | None) -> None:
    text = f"{ARABIC_TITLE}\n{line}\n{ARABIC_LEAD}\n{ARABIC_LEAD}"
    assert date_of(text) == date


@pytest.mark.parametrize(
    ("path", "line", "date"),
    [
        ("الرئيسية > أخبار المرفأ", "26/04/2018 17:25 أخبار المرفأ", "2018-04-26"),
        ("الرئيسية > أخبار المرفأ", "26/04/2018 17:25 وصول السفينة", None),
        ("الرئيسية > سفن", "26/04/2018 17:25 أخبار المرفأ", None),
    ],
)
def test_day_clock_and_section_below_a_path(path: str, line: str, date: str | None) -> None:
    others = "موضوعات أخرى\n\n12/06/2023 22:10\n\nفريق تلين يصعد إلى القسم الثاني"
    story = f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}"
    text = f"{path} > {ARABIC_TITLE}\n{line}\n\n{story}\n\n{others}"
    assert date_of(text) == date
