"""Lines of a form that one house alone prints, and what they say."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, STORY, TITLE
from .labelled import fields, inferred_from


@pytest.mark.parametrize(
    ("line", "known"),
    [
        (
            "MIRA HOLT ENVOYÉE SPÉCIALE À TELLIN 3 JANVIER 2013 À 19:06",
            {"authors": ["MIRA HOLT"], "date": "2013-01-03"},
        ),
        ("AA / Tellin / Inès Ben Kalb", {"authors": ["Inès Ben Kalb"], "source": "Anadolu Agency"}),
        (
            "هسبريس من تلينالثلاثاء 10 دجنبر 2024 - 20:51",
            {"source": "هسبريس", "date": "2024-12-10"},
        ),
        (
            "هسبريس - محمود السيوفيالأحد 8 دجنبر 2024 - 20:51",
            {"authors": ["محمود السيوفي"], "source": "هسبريس", "date": "2024-12-08"},
        ),
        (
            "Publié par : Inès Kalb Le : mardi, 21 novembre 2023 à 15h:15",
            {"authors": ["Inès Kalb"], "date": "2023-11-21"},
        ),
        ("Le Phare (avec AFP), le 10/06/2018 à 14:22", {"source": "AFP", "date": "2018-06-10"}),
        ("Le Phare (avec REUTERS), le 10/06/2018", {"source": "Reuters", "date": "2018-06-10"}),
        (
            "عقيل حسّون|الإثنين02/01/2017شارك المقال :",
            {"authors": ["عقيل حسّون"], "date": "2017-01-02"},
        ),
        (
            "عقيل حسّون|الأحد16/07/2017شارك المقال :0",
            {"authors": ["عقيل حسّون"], "date": "2017-07-16"},
        ),
        (
            "الاثنين 11-08-2014 19:22 | كتب: محمود السيوفي |",
            {"authors": ["محمود السيوفي"], "date": "2014-08-11"},
        ),
        (
            "هذا المقال نُشر في جريدة السفير بتاريخ 2011-11-08 على الصفحة رقم 9 – عربي ودولي",
            {"source": "السفير", "date": "2011-11-08"},
        ),
        (
            "نشر الخميس 19/05/2011 (آخر تحديث) 20/05/2011 الساعة 10:15",
            {"date": "2011-05-19"},
        ),
        ("هذا المحتوى تم نشره يوم 19 أغسطس 2023 - 21:30 يوليو,", {"date": "2023-08-19"}),
        (
            "تلين - ميادة الخطيب، العربية.نت",
            {"authors": ["ميادة الخطيب"], "source": "العربية.نت"},
        ),
        ("لندن، غوران – باسل الحموي؛ «الحياة»، أ ف ب، رويترز", {"authors": ["باسل الحموي"]}),
        ("by Naharnet Newsdesk 14 July 2012, 11:48", {"source": "Naharnet", "date": "2012-07-14"}),
        ("CBS/AP/ November 9, 2013, 7:02 AM", {"source": "AP", "date": "2013-11-09"}),
        ("CBS NEWS/ November 9, 2013, 7:02 AM", {"date": "2013-11-09"}),
        ("11 October,2015 TOHR in media", {"date": "2015-10-11"}),
        ("BY MIRA HOLT ON 3/12/16 AT 10:12 AM", {"authors": ["MIRA HOLT"]}),
        ("By Mira Holt For Mailonline", {"authors": ["Mira Holt"]}),
    ],
)
def test_what_a_line_says(line: str, known: dict[str, object]) -> None:
    is_arabic = any("\u0600" <= letter <= "\u06ff" for letter in line)
    title, story = (ARABIC_TITLE, ARABIC_LEAD) if is_arabic else (TITLE, STORY)
    inferred = inferred_from(f"{title}\n\n{line}\n\n{story}\n\n{story}")
    found = {name: finding.value for name, finding in inferred.findings.items()}
    assert {name: found.get(name) for name in known} == known
    assert found["title"] == title
    assert line not in inferred.body


@pytest.mark.parametrize(
    "line",
    [
        "Three pilots were heard in media last week (آخر تحديث)",
        "CBS showed the mole in the autumn",
        "LE PORT ENVOYÉ SPÉCIAL",
    ],
)
def test_a_line_that_only_has_such_a_sign(line: str) -> None:
    assert "date" not in fields(f"{TITLE}\n\n{line}\n\n{STORY}")


_RECORD = """Format
    Situation Report
Source
    OCHA
Posted
    21 Jul 2020
{}Origin
    View original"""


def test_the_record_beside_a_text_on_reliefweb() -> None:
    original = _RECORD.format("Originally published\n    20 Jul 2020\n")
    found = fields(f"{TITLE}\n\n{original}\n\n{STORY}")
    assert (found["source"], found["date"]) == ("OCHA", "2020-07-20")
    posted = _RECORD.format("Theme\n    Shelter\n")
    assert fields(f"{TITLE}\n\n{posted}\n\n{STORY}")["date"] == "2020-07-21"


def test_a_record_whose_figures_can_be_read_in_either_order_tells_no_day() -> None:
    record = _RECORD.format("").replace("21 Jul 2020", "05/06/2020")
    assert fields(f"{TITLE}\n\n{record}\n\n{STORY}").get("date") in (
        None,
        "[2020-05-06,2020-06-05]",
    )


def test_a_record_may_name_several_sources() -> None:
    several = _RECORD.format("").replace("Source", "Sources", 1)
    assert fields(f"{TITLE}\n\n{several}\n\n{STORY}")["source"] == "OCHA"


def test_whom_such_a_line_names_need_not_be_people() -> None:
    line = "تلين - وكالات، العربية.نت"
    text = f"{ARABIC_TITLE}\n\n{line}\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}"
    assert "authors" not in fields(text)


def test_two_labels_are_no_record() -> None:
    text = f"{TITLE}\n\nPosted\n\nFormat\n\n{STORY}"
    assert "date" not in fields(text)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 9/05/2013 04:12 PM | Updated: 10/05/2013 09:30 AM", "2013-05-09"),
        ("Published: 9/05/2013 04:12 PM | Updated: 9/06/2013 09:30 AM", "2013-09-05"),
        ("Published: 9/05/2013 04:12 PM | Updated: 14/05/2013 09:30 AM", "2013-05-09"),
        ("Published: 9/05/2013 04:12 PM | Updated: 1/01/2020", "[2013-05-09,2013-09-05]"),
        ("Published: 9/05/2013 04:12 PM EDT | Updated: 10/05/2013 09:30 AM EDT", "2013-09-05"),
        ("Published: 9/05/2013 04:12 PM | Updated: 8/05/2013", "[2013-05-09,2013-09-05]"),
    ],
)
def test_an_update_soon_after_tells_how_figures_are_read(line: str, day: str) -> None:
    assert fields(f"{TITLE}\n\n{line}\n\n{STORY}")["date"] == day


def test_who_took_a_picture_holds_no_rights_in_the_report() -> None:
    stamp = "18:52 23.06.2018(updated 19:10 23.06.2018) Get short URL"
    found = fields(f"{TITLE}\n\n© AFP 2018 / GEORGE OURFALI\n\nHARBOURS\n{stamp}\n\n{STORY}")
    assert ("rights" in found, found.get("source"), found["date"]) == (False, None, "2018-06-23")


def test_where_an_organisation_has_its_office_is_no_headline() -> None:
    for address in (
        "330 Seventh Avenue, 11th Fl., New York, NY 10001 USA",
        "1 Easton Street, London WC1X 0DW",
    ):
        text = f"Committee to Protect Journalists\n{address}\n\nAlerts   |   Tarvania\n\n{TITLE}\n\n{STORY}"
        assert fields(text)["title"] == TITLE
    street = "Forty years on Harbour Street: a photographer and his 12345 plates"
    assert fields(f"{street}\n\n{STORY}")["title"] == street


def test_an_issuer_that_signs_below_has_not_headed_its_statement_with_its_name() -> None:
    name = "المركز التارفاني للدفاع عن حرية الرأي والتعبير"
    title = "إدانة الحكم على المدافعة عن حقوق الإنسان سلمى الدرويش"
    story = (
        "أصدرت محكمة الجنايات الثانية في تلين أمس حكماً بالسجن مدة سنتين ونصف على الزميلة سلمى الدرويش، عضو مجلس"
        " إدارة المركز، بعد إدانتها بجناية نشر أنباء كاذبة.\n\n"
        "إن المركز التارفاني إذ يدين الحكم على الزميلة سلمى"
        " الدرويش المدافعة عن حقوق الإنسان يطالب بالإفراج الفوري عنها وعن جميع المعتقلين في السجون."
    )
    found = fields(
        f"{name}\n\nبيان\n\n{title}\n\n{story}\n\nتلين 8/3/2010\n\n{name}\nهاتف: 00999112"
    )
    assert (found["title"], found["source"]) == (title, name)
    assert fields(f"{name}\n\nبيان\n\n{title}\n\n{story}")["title"] != title


def test_a_headline_that_begins_as_a_bodys_name_and_stands_again_is_one() -> None:
    title = "لجنة الميناء تعلن إضراباً عاماً"
    again = fields(f"{title}\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}\n\n{title}\nطباعة")
    assert again["title"] == title
    related = "\n".join(f"مرشدو الميناء في العدد {number}" for number in "١٢٣٤٥٦٧٨")
    story = f"تعلن لجنة الميناء اليوم إضراباً عاماً. {ARABIC_LEAD}\n\n{ARABIC_LEAD}"
    text = f"{title}\n\nإضراب حتى إصلاح المصابيح\n\n{story}\n\n{title}\n{related}"
    assert fields(text)["title"] == title


def test_a_line_of_a_menu_behind_stars_is_no_headline() -> None:
    menu = "NOW\n\n   * News\n   * Commentary & Analysis\n   * Reports & Features\n   * Blogs"
    byline = "Alex Merriton\nPublished: 9/05/2013 04:12 PM"
    below = "In the poorest quarter, men queue to leave\n\nMen rest in a school. (AFP/Karim Dahl)"
    text = f"{menu}\n\nREPORTS\n\n{byline}\n\nThe men of Bab al-Hadra\n\n{below}\n\nKERRA – {STORY}"
    assert fields(text)["title"] != "* Reports & Features"


def test_a_section_of_a_broadcaster_that_is_called_as_a_paper_is() -> None:
    text = f"BBC عربي - الشرق الأوسط\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}"
    assert fields(text)["publisher"] == "BBC عربي"


def test_a_line_below_the_story_that_names_the_day_in_print() -> None:
    printed = "A version of this article appeared in the print edition of The Star on May 09, 2013, on page 3."
    assert fields(f"{TITLE}\n\n{STORY}\n\n{printed}")["date"] == "2013-05-09"


def test_such_a_line_below_the_story_is_of_another_report() -> None:
    teaser = "Lamps on the mole\n\nby Naharnet Newsdesk 14 July 2012, 11:48"
    found = fields(f"{TITLE}\n\n{STORY}\n\n{teaser}")
    assert "source" not in found
