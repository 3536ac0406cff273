"""Whole pages as somebody pasted them: menus above the headline, bylines below it, tools beside the story."""

from __future__ import annotations

import pytest

from .labelled import ARABIC, STORY, fields, inferred_from

_TITLE = "Ferry pilots refuse night shifts at the harbour"
_ABOUT = (
    "The ferry pilots of the harbour refuse all shifts at night until the lamps on the northern mole burn,"
    " their union said, and seventeen ships wait at anchor outside the bar for a pilot and for daylight."
)
_ARABIC_TITLE = "مرشدو الميناء يرفضون العمل ليلا حتى إصلاح المصابيح"
_ARABIC_ABOUT = (
    "يرفض مرشدو الميناء العمل ليلا حتى إصلاح المصابيح على الرصيف الشمالي، كما قالت نقابتهم بعد تصويت، فيما"
    " تنتظر سبع عشرة سفينة خارج الحاجز وصول مرشد وضوء النهار منذ يومين كاملين من دون أن يصعد إليها أحد."
)
_MENU = (
    "Skip to main content\nSkip to navigation\nEnglish  Français  العربية  More\n"
    "News  Opinion  Sport  Culture  Travel"
)
_LONG_MENU = "\n".join(f"Section {letter}" for letter in "ABCDEFGHIJ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{_MENU}\n\n{_TITLE}\n\n{_ABOUT}\n\n{STORY}",
            {"title": _TITLE},
            id="ways past the menu",
        ),
        pytest.param(
            "RimWeb\nInforming people everywhere\nHOME   COUNTRIES   TOPICS   JOBS   BLOGS\n\n"
            f"{_TITLE}\n\n{_ABOUT}",
            {"title": _TITLE},
            id="what a site says of itself above its menu",
        ),
        pytest.param(
            f"{_TITLE} - The Tarn Post\n\n{_LONG_MENU}\n\n{_TITLE}\n\n"
            f"By Ilona Varnes and Tomas Kerrigal | Staff Writers\nPublished: Tuesday, 9 April 2019 06:10\n"
            "Updated: Wednesday, 10 April 2019 11:52\n"
            f"Share on Facebook  Tweet  WhatsApp\n[Photo: The mole at dawn.]\n\n{_ABOUT}\n\n{STORY}",
            {"title": _TITLE, "authors": ["Ilona Varnes", "Tomas Kerrigal"], "date": "2019-04-09"},
            id="byline and day right below the headline, ten lines below the page's top",
        ),
        pytest.param(
            "The Tarn Gazette - an independent daily\nSaturday 2 December 2006\n\n"
            f"{_TITLE}\n\n{_ABOUT}\n\n{STORY}",
            {"title": _TITLE},
            id="a paper's name and today's date",
        ),
        pytest.param(
            f"Le Phare du Rim - {_TITLE}\n\nLe Phare du Rim\n\nCORRIGÉ: {_TITLE}\n\n{_ABOUT}\n\n{STORY}",
            {"title": _TITLE},
            id="repeated with a mark",
        ),
        pytest.param(
            f"{_TITLE}\n\nPetra Linholm in Port Issel and agencies\n\n{_ABOUT}\n\n{STORY}",
            {"authors": ["Petra Linholm"], "source": None},
            id="and agencies",
        ),
        pytest.param(
            f"{_TITLE}\n\nPublié par admin le 4 novembre 2015\n\n{_ABOUT}\n\n{STORY}",
            {"date": "2015-11-04", "authors": None},
            id="published by a user",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_ABOUT}\n\n{STORY}\n\n"
            "This article first appeared in The Harrow Times, December 19, 2006. Reproduced with permission.",
            {"source": "The Harrow Times", "date": "2006-12-19"},
            id="where and when it first appeared",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\nنشر في: 14:32-23 فبراير 2018 م ـ 07 جمادى الآخرة 1439 هـ\nتل عبران: «المنارة»\n"
            f"{_ARABIC_ABOUT}\n\n{ARABIC}",
            {"date": "2018-02-23", "source": "المنارة"},
            id="a clock glued to the day, and a paper behind its city",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\nتل عبران 17-6-2013 نانا- {_ARABIC_ABOUT}\n\n{ARABIC}",
            {"date": "2013-06-17", "source": "نانا"},
            id="an agency's letters between day and dash",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\nنوار 21 جمادى الأولى 1436 هـ الموافق 12 مارس 2015 م واس\n\n"
            f"{_ARABIC_ABOUT}\n\n{ARABIC}",
            {"source": "SPA"},
            id="an agency behind two calendars",
        ),
        pytest.param(
            f"{_TITLE}\n\nPublished: 17:48 August 26, 2016\n\n{_ABOUT}\n\n{STORY}",
            {"date": "2016-08-26"},
            id="a clock before the day",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_ABOUT}\n\n{STORY}\n\nApril/23/2014",
            {"date": "2014-04-23"},
            id="a day between slashes with its month in words",
        ),
        pytest.param(
            f"{_TITLE}\n\nÉcrit par Firmin Oualé\nCatégorie : Société\nPublication : mardi 14 avril 2020\n\n"
            f"{_ABOUT}\n\n{STORY}",
            {"date": "2020-04-14", "authors": ["Firmin Oualé"]},
            id="the head of a page of Joomla",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_ABOUT}\n\n{STORY}\n\nView full Report (PDF)",
            {"source": None},
            id="a link to a file is no paper in its city",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\nناخبون أمام مركز اقتراع (رويترز)\n\n{_ARABIC_ABOUT}\n\n{ARABIC}",
            {"source": None},
            id="a caption with its agency is nobody's credit",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\nسيدي مروان – كتب سامح عبد الجليل:\n\n{_ARABIC_ABOUT}\n\n{ARABIC}",
            {"authors": ["سامح عبد الجليل"]},
            id="who wrote in a city",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\n{_ARABIC_ABOUT}\n\nوسام الخرنوبي، مايا شدياق\n\n{ARABIC}",
            {"authors": ["وسام الخرنوبي", "مايا شدياق"]},
            id="names between standfirst and story",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\n{_ARABIC_ABOUT}\n\n{ARABIC}\n\nالمكتب الإعلامي",
            {"authors": None},
            id="a press office is no author",
        ),
        pytest.param(
            f"{_TITLE}\n\nParis / Nuwar, le 3 juin 2014 – {_ABOUT}\n\n{STORY}",
            {"date": "2014-06-03"},
            id="a dateline of two cities",
        ),
        pytest.param(
            f"{_TITLE}\n\nNuwar, 5 June 2012: {_ABOUT}\n\n{STORY}",
            {"date": "2012-06-05"},
            id="a dateline with its year and a colon",
        ),
        pytest.param(
            f"{_TITLE}\n\nMbarou, Dalvarie, 23/09 (PANA) - {_ABOUT}\n\n{STORY}",
            {"source": "PANA"},
            id="day and month in figures before an agency",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_ABOUT}\n\n“Less,” Odran Vesk told NBN's World Today.\n\n“It is late,” Ines Kalb, a"
            f" pilot at the harbour of Marsa for nineteen years, told NBN News.\n\n{STORY}",
            {"source": "NBN News"},
            id="the longer of two names for one outlet",
        ),
    ],
)
def test_around_the_story(text: str, expected: dict[str, object]) -> None:
    found = fields(text)
    assert {name: found.get(name) for name in expected} == expected


def test_what_a_page_offers_is_left_out() -> None:
    tools = "شارك برأيك   أرسل لصديق   طباعة   تكبير الخط"
    inferred = inferred_from(
        f"{_ARABIC_TITLE}\n\n{tools}\n\n{_ARABIC_ABOUT}\n".encode(), "report.txt"
    )
    assert "لصديق" not in inferred.body
    sentence = "English and Arabic are taught at the school on the hill."
    kept = inferred_from(f"{_TITLE}\n\n{_ABOUT}\n\n{sentence}\n".encode(), "report.txt")
    assert sentence in kept.body


def test_a_caption_with_its_year_is_no_story() -> None:
    caption = (
        "A patient's bed with ankle chains at the hospital of Lower Vesk in the hills of Qalvara, where nurses"
        " went on strike in October 2018. © 2018 Teodor Anghel for Rim Watch"
    )
    lead = "(Nuwar) – Staff chain patients to their beds for days at a time, the Rim Rights Watch said today."
    assert (
        fields(f"{_TITLE}\n\n{caption}\n\n{lead} {_ABOUT}\n\n{STORY}")["source"]
        == "Rim Rights Watch"
    )
