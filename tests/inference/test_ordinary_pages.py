"""What ordinary pages have above and below a report, as a batch of unseen texts showed it."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, STORY, TITLE, UNDATED_LEAD
from .labelled import fields


@pytest.mark.parametrize(
    "title",
    [
        "غرق 47 قارباً في الميناء في كانون الثاني 2025 بينها 9 عبارات و6 سفن",
        "غرق 125 قارباً وتضرر 340 في 12 عاصفة ضربت الساحل عام 2016",
        "At least 214 boats lost in March 2014, among them 12 ferries and 39 trawlers",
    ],
)
def test_a_headline_that_counts_by_month(title: str) -> None:
    story = ARABIC_LEAD if title[0] > "z" else UNDATED_LEAD
    assert fields(f"{title}\n\nمن تقرير المرصد\n\n{story}\n\n{story}")["title"] == title


@pytest.mark.parametrize(
    "calendar",
    [
        "الأحد 12 ربيع الأول 1436 هـ - 4 يناير 2015م العدد 13187",
        "السنة الخامسة العدد 4120 الجمعة 3 أيار 2013 الموافق 23 جمادى الآخرة 1434",
        "Friday 3 May 2013 - 23 Jumada 1434 - Issue No 12345",
    ],
)
def test_a_calendar_is_no_headline(calendar: str) -> None:
    assert fields(f"{calendar}\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD}")["title"] == ARABIC_TITLE


def test_a_column_that_begins_with_its_author() -> None:
    title = "Mira Holt: The mole that nobody wants to light"
    blog = (
        "Harbour Notebook\nA blog about the harbour, its ferries and the rest of us\n\nHome | About"
    )
    found = fields(f"{blog}\n\n{title}\n\nBy Mira Holt\nThe Harbour Post\n\n{STORY}")
    assert (found["title"], found["authors"]) == (title, ["Mira Holt"])
    alone = title.replace("Mira", "Samir")
    assert fields(f"{blog}\n\n{alone}\n\nSamir Holt\n\n{STORY}")["title"] == alone


def test_who_is_quoted_above_another_authors_name_is_no_columnist() -> None:
    text = f"{TITLE}\n\nMira Holt: nobody lights the mole\n\nBy Samir Nadal\n\n{STORY}"
    assert fields(text)["title"] == TITLE


def test_section_day_and_clock_below_the_headline() -> None:
    stamp = "Ports & Shipping March 14, 2016, 20:47 UTC+3"
    assert fields(f"{TITLE}\n\n{stamp}\n\n{STORY}")["date"] == "2016-03-14"
    event = "Gala Dinner & Dance March 14, 2016, 20:47 UTC+3"
    assert "date" not in fields(f"{TITLE}\n\nWhat is on\n\n{event}\n\n{STORY}")


def test_the_name_above_what_an_agency_asks_to_follow() -> None:
    tail = "تابعوا أخبار نانا على تلغرام https://telegram.example/nana\nتابعوا صفحتنا على موقع (VK)"
    text = f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}\n\nسامر مرزوق\n\n{tail}"
    assert fields(text)["authors"] == ["سامر مرزوق"]


def test_an_organisation_above_what_it_is_for() -> None:
    title = "Un photographe et son guide portés disparus à Tellin"
    head = "REPORTERS SANS FRONTIERES\nPour la liberté de l'information\n\nMorvanie"
    text = f"{head}\n\n{title}\n\nPublié le jeudi 22 août 2013.\n\n{STORY}"
    assert fields(text)["title"] == title


def test_what_a_headline_is_for() -> None:
    title = "For want of lamps the harbour sleeps"
    assert fields(f"{title}\n\n{STORY}")["title"] == title
    assert fields(f"Harbour Post\n\n{title}\n\n{STORY}")["title"] == title


def test_both_names_of_the_month_and_greenwichs_clock_in_words() -> None:
    day = "آخر تحديث: الأحد، ٢٢ يونيو/ حزيران ٢٠١٤ (٠١:٠٠ - بتوقيت غرينتش)"
    assert fields(f"{ARABIC_TITLE}\n\n{day}\n\n{ARABIC_LEAD}")["date"] == "2014-06-22"
    other = day.replace("الأحد", "الاثنين")
    assert "date" not in fields(f"{ARABIC_TITLE}\n\n{other}\n\n{ARABIC_LEAD}")


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("The Monitor (Kerra), 12 February 2006", {"source": "The Monitor", "date": "2006-02-12"}),
        ("The Monitor (Kerra), February 12, 2006", {"source": "The Monitor", "date": "2006-02-12"}),
        ("21/08/2008 | Mise à jour : 14:37", {"title": TITLE, "date": "2008-08-21"}),
        ("By Samir Holt — View Original", {"authors": ["Samir Holt"]}),
    ],
)
def test_lines_of_several_parts_below_the_headline(line: str, known: dict[str, object]) -> None:
    found = fields(f"{TITLE}\n\n{line}\n\n{STORY}")
    assert {key: found.get(key) for key in known} == known


def test_a_link_to_the_original_is_no_author() -> None:
    assert "authors" not in fields(f"{TITLE}\n\nBy View Original\n\n{STORY}")
