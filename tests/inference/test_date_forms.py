"""Lines of dates as pages have them: each stands below a title and above a story without a date."""

from __future__ import annotations

import pytest

from generator.dates import parse_edtf

from .labelled import inferred_from
from .test_bylines import _ARABIC, _ENGLISH, _FRENCH


def _date(line: str, around: tuple[str, str]) -> str:
    title, story = around
    findings = inferred_from(f"{title}\n{line}\n\n{story}\n\n{story[:60]}.\n").findings
    assert findings["title"].value == title
    found = str(findings["date"].value or "") if "date" in findings else ""
    return "set" if found and parse_edtf(found).is_known and found.startswith("[") else found


_IN_ENGLISH: list[tuple[str, str]] = [
    ("October 28, 2016", "2016-10-28"),
    ("Oct 28th, 2016", "2016-10-28"),
    ("28-Oct-2016", "2016-10-28"),
    ("28/Oct/2016", "2016-10-28"),
    ("28.10.2016", "2016-10-28"),
    ("2016/10/28", "2016-10-28"),
    ("Friday, October 28, 2016 3:14 PM ET", "2016-10-28"),
    ("Fri., Oct. 28, 2016", "2016-10-28"),
    ("3:14 p.m. EDT, October 28, 2016", "2016-10-28"),
    ("Published 3:14 PM ET, Fri October 28, 2016", "2016-10-28"),
    ("Published October 28, 2016 at 3:14 PM GMT+3", "2016-10-28"),
    ("Published: 28 Oct 2016 15:14 GMT Updated: 29 Oct 2016 10:00 GMT", "2016-10-28"),
    ("Published: October 28, 2016 | Last Updated: October 29, 2016", "2016-10-28"),
    ("PUBLISHED: 15:14 GMT, 28 October 2016 | UPDATED: 10:00 GMT, 29 October 2016", "2016-10-28"),
    ("Updated October 29, 2016, 10:00 am Published October 28, 2016, 3:14 pm", "2016-10-28"),
    ("Updated 3:14 PM ET, Fri October 28, 2016", ""),
    ("Last modified on Fri 28 Oct 2016 18.14 BST", ""),
    ("Posted on October 28, 2016 by admin", "2016-10-28"),
    ("Posted by News Desk on October 28, 2016", "2016-10-28"),
    ("By Staff Writer | October 28, 2016", "2016-10-28"),
    ("TEL SARWAN, October 28, 2016", "2016-10-28"),
    ("Marsa Tellin - October 28, 2016", "2016-10-28"),
    ("October 28, 2016 - Marsa Tellin", "2016-10-28"),
    ("Date: 28/10/2016", "2016-10-28"),
    ("Date: 10/28/2016", "2016-10-28"),
    ("Date: 05/04/2016", "set"),
    ("Tuesday 05/04/2016", "2016-04-05"),
    ("04.05.2016 14:30", "2016-05-04"),
    ("Oct 28, 2016, 15:14 IST", "2016-10-28"),
    ("First Published: Oct 28, 2016 15:14 IST", "2016-10-28"),
    ("October 28, 2016 / 6:41 PM / 5 years ago", "2016-10-28"),
    ("28 October 2016 | 15:14 | Tel Sarwan", "2016-10-28"),
    ("World October 28, 2016", "2016-10-28"),
    ("News · 28 Oct 2016 · 3 min read", "2016-10-28"),
    ("28 October 2016, 00:00 UTC", "2016-10-28"),
    ("Issued: October 28th 2016", "2016-10-28"),
    ("For immediate release: 28 October 2016", "2016-10-28"),
    ("Filed 28 October 2016", "2016-10-28"),
    ("October 2016", "2016-10"),
    ("Copyright 2016", ""),
    ("Photo taken on 28 October 2016", ""),
    ("Event date: 28 October 2016", ""),
    ("Friday, October 28", ""),
    ("Retrieved 28 October 2016", ""),
    ("Accessed on 28 October 2016", ""),
    ("28 OCTOBER, 2016", "2016-10-28"),
    ("Sat, 2016-10-29 08:12", "2016-10-29"),
    ("1:24 pm Oct. 28, 2016", "2016-10-28"),
    ("28-10-2016 | 15:14", "2016-10-28"),
]
_IN_ARABIC: list[tuple[str, str]] = [
    ("الجمعة 28 تشرين الأول 2016", "2016-10-28"),
    ("الجمعة، 28 أكتوبر 2016 03:14 م", "2016-10-28"),
    ("28 أكتوبر/ تشرين الأول 2016", "2016-10-28"),
    ("آخر تحديث: الجمعة 28 أكتوبر 2016", ""),
    ("نشر في 28 أكتوبر 2016 الساعة 12 و 30 دقيقة", "2016-10-28"),
    ("نُشر: 28 أكتوبر ,2016: 12:30 م GST آخر تحديث: 29 أكتوبر ,2016: 01:30 ص GST", "2016-10-28"),
    ("تاريخ النشر: 28.10.2016 | 15:14 GMT |", "2016-10-28"),
    ("تاريخ النشر: 28 أكتوبر 2016 - 15:14", "2016-10-28"),
    ("الجمعة ٢٨ أكتوبر ٢٠١٦ - ٠٣:١٤", "2016-10-28"),
    ("الجمعة 27 محرم 1438هـ - 28 أكتوبر 2016م", "2016-10-28"),
    ("الجمعة 28 غشت 2015 - 12:00", "2015-08-28"),
    ("نشر بتاريخ: 28/10/2016 ( آخر تحديث: 28/10/2016 الساعة: 15:14 )", "2016-10-28"),
    ("منذ 5 سنوات 28 أكتوبر 2016", "2016-10-28"),
    ("كتب في 28 أكتوبر 2016", "2016-10-28"),
    ("أضيف في 28 أكتوبر 2016 الساعة 15:14", "2016-10-28"),
    ("الخبر بتاريخ 28 أكتوبر 2016", "2016-10-28"),
]
_IN_FRENCH: list[tuple[str, str]] = [
    ("Publié le 28 octobre 2016 à 15h14", "2016-10-28"),
    ("Publié le 28/10/2016 à 15:14 Mis à jour le 29/10/2016 à 10:00", "2016-10-28"),
    ("Publié le : 28/10/2016 - 15:14", "2016-10-28"),
    ("Par la rédaction avec AFP Publié le 28/10/2016 à 15h14", "2016-10-28"),
    ("Le vendredi 28 octobre 2016", "2016-10-28"),
    ("Vendredi 28 octobre 2016 à 15h14", "2016-10-28"),
    ("Le 28.10.2016 à 15h14 | Mis à jour le 29.10.2016 à 10h00", "2016-10-28"),
    ("Dernière mise à jour : 28/10/2016", ""),
    ("28 oct. 2016", "2016-10-28"),
    ("Le Monde.fr avec AFP | 28.10.2016 à 15h14", "2016-10-28"),
    ("1er novembre 2016", "2016-11-01"),
]


@pytest.mark.parametrize(("line", "date"), _IN_ENGLISH)
def test_english_dates(line: str, date: str) -> None:
    assert _date(line, _ENGLISH) == date


@pytest.mark.parametrize(("line", "date"), _IN_ARABIC)
def test_arabic_dates(line: str, date: str) -> None:
    assert _date(line, _ARABIC) == date


@pytest.mark.parametrize(("line", "date"), _IN_FRENCH)
def test_french_dates(line: str, date: str) -> None:
    assert _date(line, _FRENCH) == date
