"""Days: of the Islamic calendar, of "today", before a stamp; and what is the number of something else."""

from __future__ import annotations

from datetime import date

import pytest

from generator.inference.hijri import hijri_dates_in
from generator.inference.mentions import dates_in

from .labelled import inferred_from

LATEST = date(2025, 3, 1)
ENGLISH = (
    "Officials in the harbour city said that the bridge to the island would stay closed until"
    " engineers have looked at each of its pillars, which the flood had damaged in the night."
)
FRENCH = (
    "Les autorités de la ville portuaire ont indiqué que le pont de l'île resterait fermé jusqu'à ce"
    " que les ingénieurs aient examiné chacun de ses piliers, endommagés par la crue pendant la nuit."
)
ARABIC = (
    "قال المسؤولون في المدينة الساحلية إن الجسر المؤدي إلى الجزيرة سيبقى مغلقاً حتى يفحص المهندسون"
    " كل دعامة من دعائمه التي تضررت في الفيضان خلال الليل."
)
TEXTS = {
    "en": ("Bridge closes", ENGLISH),
    "fr": ("Le pont ferme", FRENCH),
    "ar": ("إغلاق الجسر", ARABIC),
}


def _date(language: str, line: str) -> object:
    title, story = TEXTS[language]
    found = inferred_from(f"{title}\n{line}\n\n{story}").findings.get("date")
    return found.value if found else None


@pytest.mark.parametrize(
    "text",
    [
        "27 محرم 1438 هـ",
        "٢٧ محرم ١٤٣٨هـ",
        "27/1/1438 هـ",
        "1438-01-27هـ",
        "27 Muharram 1438 AH",
        "Muharram 27, 1438",
        "27 mouharram 1438 de l'hégire",
    ],
)
def test_islamic_dates(text: str) -> None:
    from generator.orthography import western_digits

    (found,) = hijri_dates_in(western_digits(text))
    assert found.days == (date(2016, 10, 27), date(2016, 10, 28), date(2016, 10, 29))


@pytest.mark.parametrize(
    "text", ["7/8/1395", "1438", "27 محرم", "رمضان 1437", "31 محرم 1438 هـ", "1 محرم 1320 هـ"]
)
def test_no_islamic_dates(text: str) -> None:
    assert list(hijri_dates_in(text)) == []


def test_a_month_of_thirty_days_where_the_table_has_fewer() -> None:
    (found,) = hijri_dates_in("30 صفر 1438 هـ")
    assert found.days[1] == date(2016, 11, 30)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("27 محرم 1438 هـ", "[2016-10-27,2016-10-28,2016-10-29]"),
        ("الجمعة 27 محرم 1438 هـ", "2016-10-28"),
        ("الثلاثاء 27 محرم 1438 هـ", None),
        ("27 محرم 1438 هـ الموافق 28 أكتوبر 2016", "2016-10-28"),
        ("28 محرم 1438 هـ\n29 أكتوبر 2016", "2016-10-29"),
        ("رمضان 1437", None),
    ],
)
def test_islamic_date_of_a_report(line: str, value: str | None) -> None:
    assert _date("ar", line) == value


def test_a_converted_date_says_so() -> None:
    found = inferred_from(f"إغلاق الجسر\n27 محرم 1438 هـ\n\n{ARABIC}").findings["date"]
    assert "converted from the Islamic calendar" in found.evidence
    assert "may be a day off" in found.note


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Law 107 of 2013"),
        ("en", "Decree No. 3/11/2014"),
        ("en", "Phone: +963 11 2015-10-12"),
        ("en", "2016/17"),
        ("en", "3 May 2031"),
        ("en", "3 May 1899"),
        ("en", "Photo taken 14 May 2017"),
        ("en", "Deadline: 14 May 2017"),
        ("en", "Updated 14 May 2017"),
        ("fr", "Loi n° 107 de 2013"),
        ("fr", "Décret n° 03/11/2014"),
        ("fr", "Tél. : 01.05.2016"),
        ("fr", "Saison 2016/17"),
        ("fr", "3 mai 2031"),
        ("fr", "3 mai 1899"),
        ("fr", "Photo prise le 14 mai 2017"),
        ("fr", "Mis à jour le 14 mai 2017"),
        ("ar", "القانون رقم 107 لسنة 2013"),
        ("ar", "قرار رقم 3/11/2014"),
        ("ar", "هاتف: 01-05-2016"),
        ("ar", "موسم 2016/17"),
        ("ar", "3 أيار 2031"),
        ("ar", "3 مايو 1899"),
        ("ar", "آخر تحديث 14 مايو 2017"),
    ],
)
def test_no_day_of_a_report(language: str, line: str) -> None:
    assert _date(language, line) is None


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 12/05/2015",
        "case no. 12-05-2015",
        "tél. 01.05.2016",
        "المرسوم 3/11/2014",
        "n° 03/11/2014",
    ],
)
def test_numbers_are_no_dates(text: str) -> None:
    assert list(dates_in(text, LATEST)) == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("13 جانفي 2017", "2017-01-13"),
        ("4 فيفري 2017", "2017-02-04"),
        ("3 أفريل 2017", "2017-04-03"),
        ("3 جوان 2017", "2017-06-03"),
        ("3 جويلية 2016", "2016-07-03"),
        ("نشر في 3 أوت 2016 على الساعة 14:20", "2016-08-03"),
        ("11 غشت 2017", "2017-08-11"),
        ("14 شتنبر 2017", "2017-09-14"),
        ("3 نونبر 2016", "2016-11-03"),
        ("٢ دجنبر ٢٠١٦", "2016-12-02"),
        ("17 كانون الثاني 2017", "2017-01-17"),
        ("17 كانون ثاني 2017", "2017-01-17"),
        ("2 شباط 2017", "2017-02-02"),
        ("2 آذار 2017", "2017-03-02"),
        ("2 نيسان 2017", "2017-04-02"),
        ("2 أيار 2017", "2017-05-02"),
        ("2 حزيران 2017", "2017-06-02"),
        ("2 تموز 2017", "2017-07-02"),
        ("2 آب 2017", "2017-08-02"),
        ("2 أيلول 2017", "2017-09-02"),
        ("28 تشرين الأول/ أكتوبر 2016", "2016-10-28"),
        ("٢٨ تشرين الثاني ٢٠١٦", "2016-11-28"),
        ("2 كانون الأول 2016", "2016-12-02"),
    ],
)
def test_arabic_months(line: str, day: str) -> None:
    assert _date("ar", line) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Le 28/10/2016 à 14h05", "2016-10-28"),
        ("ven. 28 oct. 2016", "2016-10-28"),
        ("Publié le 1er août 2016", "2016-08-01"),
        ("vendredi 28 octobre 2016", "2016-10-28"),
    ],
)
def test_french_dates(line: str, day: str) -> None:
    assert _date("fr", line) == day


@pytest.mark.parametrize(
    ("language", "words", "day"),
    [
        ("en", "The ministry confirmed it today, May 14, 2017.", "2017-05-14"),
        ("en", "The ministry confirmed it yesterday (13 May 2017).", "2017-05-14"),
        ("en", "“Today, 14 May 2017, we ate the last horse,” he wrote.", None),
        ("en", "A hearing will be held today, 14 May 2017.", None),
        ("en", "It was closed on Sunday, 14 May 2017.", None),
        ("fr", "Le préfet l'a confirmé aujourd'hui, 28 octobre 2016.", "2016-10-28"),
        ("fr", "Une réunion se tiendra ce vendredi 28 octobre 2016.", None),
        ("ar", "وأكد الوزير ذلك اليوم الأحد 14 أيار/مايو 2017.", None),  # ذلك اليوم: that day
        ("ar", "وأكد الوزير الخبر اليوم الأحد 14 أيار/مايو 2017.", "2017-05-14"),
        ("ar", "وأكد الوزير الخبر أمس السبت 13 أيار 2017.", "2017-05-14"),
        ("ar", "وأكد الوزير الخبر أمس الأول السبت 13 أيار 2017.", None),
        ("ar", "نقلت تلين اليوم 14 مايو 2017 عن شهود.", None),  # a paper's name
        ("ar", "وأكد الوزير الخبر اليوم السبت 14 أيار 2017.", None),  # it was a Sunday
    ],
)
def test_days_called_today(language: str, words: str, day: str | None) -> None:
    title, story = TEXTS[language]
    found = inferred_from(f"{title}\n\n{story} {words}").findings.get("date")
    assert (found.value if found else None) == day


PAGE = (
    """<!DOCTYPE html><html lang="en"><head><title>Grain terminal burns | Tellin Today</title>
<meta property="og:site_name" content="Tellin Today">
<meta property="article:modified_time" content="{changed}"></head>
<body><article><h1>Grain terminal burns</h1><p>MARSA TELLIN, {day} (Reuters) - {lead} """
    + ENGLISH
    + """</p>
<p>"""
    + ENGLISH
    + """</p></article></body></html>"""
)


@pytest.mark.parametrize(
    ("changed", "day", "lead", "value"),
    [
        ("2016-10-29T08:11:00Z", "Oct 28", "A fire broke out on Friday.", "2016-10-28"),
        ("2016-10-29T08:11:00Z", "Oct 28", "A fire broke out.", "2016-10-28?"),
        ("2017-01-02T08:11:00Z", "Dec 30", "A fire broke out on Friday.", "2016-12-30"),
        ("2016-10-29T08:11:00Z", "Oct 28", "A fire broke out on Tuesday.", None),
        ("2017-06-01T08:11:00Z", "Oct 28", "A fire broke out on Friday.", None),
        ("2016-10-27T08:11:00Z", "Oct 28", "A fire broke out on Friday.", None),
    ],
)
def test_dateline_before_the_day_of_change(
    changed: str, day: str, lead: str, value: str | None
) -> None:
    page = PAGE.format(changed=changed, day=day, lead=lead)
    found = inferred_from(page, "page.html").findings.get("date")
    assert (found.value if found else None) == value
