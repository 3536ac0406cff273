"""Publisher and source where a site prints its name: beside its tools, in the rights line, behind a city."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import fields

_DAY = "الأحد 9 يونيو 2024 06:21 مـ"


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (
            f"ACCESSIBILITY A A A Tellin News Centre\n\nHome\n\n{TITLE}\n\n{LEAD}",
            "Tellin News Centre",
        ),
        (f"ACCESSIBILITY A A A World News\n\nHome\n\n{TITLE}\n\n{LEAD}", None),
        (
            f"{TITLE}\n\n{LEAD}\n\nThis page has been published on 09Sep13 by Archivo Nuwar and Rights.",
            "Archivo Nuwar",
        ),
        (
            f"{TITLE}\n\n{LEAD}\n\nThis document was published on Monday by the ministry of ports.",
            None,
        ),
        (
            f"{_DAY}\nتلين وناسها\n\nرئيس التحرير\n\n{ARABIC_TITLE}\n\nتلين وناسها\n\n{ARABIC_LEAD}",
            "تلين وناسها",
        ),
        (f"{_DAY}\nحوادث\n\nرئيس التحرير\n\n{ARABIC_TITLE}\n\nحوادث\n\n{ARABIC_LEAD}", None),
        (f"{_DAY}\nتلين وناسها\n\nرئيس التحرير\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD}", None),
        (
            f"{TITLE}\n\n{LEAD}\n\nCopyright © 2013 The Southern Lamp. All rights reserved.",
            "The Southern Lamp",
        ),
        (f"{TITLE}\n\n{LEAD}\n\n© 2008 The Tarn Sentinel Company", "The Tarn Sentinel"),
        (f"{TITLE}\n\n{LEAD}\n\n© 2013 The Authors. All rights reserved.", None),
        (
            f"{ARABIC_TITLE}\n\nتلين:11 ديسمبر 2024: راديو قنديل\n\n{ARABIC_LEAD}\n\nوقال أحد"
            " البحارة لراديو قنديل إن المصابيح لن تضاء.",
            "راديو قنديل",
        ),
        (f"{ARABIC_TITLE}\n\nتلين:11 ديسمبر 2024: راديو قنديل\n\n{ARABIC_LEAD}", None),
    ],
)
def test_who_puts_it_out(text: str, publisher: str | None) -> None:
    assert fields(f"{text}\n").get("publisher") == publisher


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"TELLIN, JUNE 9, TELLINPRESS. {LEAD}\n\n{LEAD} He told TELLINPRESS so.", "TELLINPRESS"),
        (f"TELLIN, JUNE 9, MIDNIGHT. {LEAD}\n\n{LEAD} He told nobody so.", None),
        (f"{FRENCH_TITLE}\n\nNuwar, 17 avr. 09 [AlterTellin] --- {FRENCH}", "AlterTellin"),
        (f"{FRENCH_TITLE}\n\nNuwar, 17 avr. 09 [AFP] --- {FRENCH}", "AFP"),
        (f"{FRENCH_TITLE}\n\nNuwar, 17 avr. 09 [2] --- {FRENCH}", None),
        (
            f"{TITLE}\n\nTTN Report\n22 March, 2023, 02:10 pm\n\nPhoto: Mira Holt/TTN\n\n{LEAD}",
            "TTN",
        ),
        (f"{TITLE}\n\nUN Report\n22 March, 2023, 02:10 pm\n\nPhoto: Mira Holt\n\n{LEAD}", None),
    ],
)
def test_whose_it_is(text: str, source: str | None) -> None:
    assert fields(f"{text}\n").get("source") == source


def test_what_a_feed_of_an_agency_is_called_and_letters_behind_the_last_sentence() -> None:
    feed = f"{ARABIC_TITLE}\n\nصورة من الميناء\n(afp_tickers)\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}\n"
    assert fields(feed).get("source") == "AFP"
    assert fields(f"{TITLE}\n\n{LEAD}\n\n{LEAD}—NNI\n").get("source") == "NNI"
    assert fields(f"{TITLE}\n\n{LEAD}\n\nThe NNI is a club. {LEAD}\n").get("source") is None


def test_a_label_in_brackets_beside_the_day_and_none_below_a_chart() -> None:
    label = "( Source: Xinhua )"
    head = f"{FRENCH}\n\nFrançais>>Tellin\n\n{FRENCH_TITLE}\n\n{label}\n\n17.02.2015 08h36\n\n{FRENCH}\n"
    assert fields(head).get("source") == "Xinhua"
    told = f"{FRENCH}\n\n{FRENCH}\n\n{FRENCH}"
    chart = f"{FRENCH_TITLE}\n\n{told}\n\nBateaux perdus\n\n{label}\n\n{told}\n"
    assert fields(chart).get("source") is None
