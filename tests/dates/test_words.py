"""Dates in words, as readers see them in English and Arabic."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from generator.catalogue import Catalogue
from generator.dates import parse_edtf
from generator.dates.words import day_in_words

_EXPECTED = """\
2016-10-28
28 October 2016
28 تشرين الأول 2016

2016-10-28?
28 October 2016 (uncertain)
28 تشرين الأول 2016 (غير مؤكد)

2016-10-28~
about 28 October 2016
نحو 28 تشرين الأول 2016

2016-10-28%
about 28 October 2016 (uncertain)
نحو 28 تشرين الأول 2016 (غير مؤكد)

2016?-10-28
28 October 2016 (uncertain)
28 تشرين الأول 2016 (غير مؤكد)

2016-10
October 2016
تشرين الأول 2016

2016-12
December 2016
كانون الأول 2016

9999-11
November 9999
تشرين الثاني 9999

2016
2016
2016

2016~
about 2016
نحو 2016

2016-21
2016
2016

XXXX
undated
بلا تاريخ

XXXX-10
undated
بلا تاريخ

201X
the 2010s
عقد 2010

20XX
between 2000 and 2099
بين 2000 و2099

[2016-10-21,2016-10-28]
21 or 28 October 2016
21 أو 28 تشرين الأول 2016

[2016-10-14,2016-10-21,2016-10-28]
14, 21 or 28 October 2016
14، 21 أو 28 تشرين الأول 2016

[2016-10-28,2016-11-04]
28 October 2016 or 4 November 2016
28 تشرين الأول 2016 أو 4 تشرين الثاني 2016

[2016-10,2017]
October 2016 or 2017
تشرين الأول 2016 أو 2017

[2016-10-07,2016-10-14,2016-10-21,2016-10-28]
a Friday between 7 October 2016 and 28 October 2016
أحد أيام الجمعة بين 7 تشرين الأول 2016 و28 تشرين الأول 2016

[2016-10-07,2016-10-13,2016-10-21,2016-10-28]
between 7 October 2016 and 28 October 2016
بين 7 تشرين الأول 2016 و28 تشرين الأول 2016

[2016-10-21..2016-10-28]
between 21 October 2016 and 28 October 2016
بين 21 تشرين الأول 2016 و28 تشرين الأول 2016

2016-10-21/2016-10-28
between 21 October 2016 and 28 October 2016
بين 21 تشرين الأول 2016 و28 تشرين الأول 2016

2016-10-01/2016-10-31
October 2016
تشرين الأول 2016

2015/2017
between 2015 and 2017
بين 2015 و2017

2015?/2017
between 2015 and 2017 (uncertain)
بين 2015 و2017 (غير مؤكد)

2015/..
since 2015
منذ 2015

../2015
until 2015
حتى 2015

2015-06-03/..
since 3 June 2015
منذ 3 حزيران 2015

[..2016-10-28]
until 28 October 2016
حتى 28 تشرين الأول 2016
"""
EXPECTED = [tuple(entry.splitlines()) for entry in _EXPECTED.split("\n\n")]


@pytest.mark.parametrize(("text", "english", "arabic"), EXPECTED)
def test_dates_in_words(text: str, english: str, arabic: str) -> None:
    value = parse_edtf(text)
    assert Catalogue("en").date(value) == english
    assert Catalogue("ar", "ar-SY").date(value) == arabic


def test_the_locale_chooses_the_family_of_month_names() -> None:
    value = parse_edtf("2016-10-28")
    assert Catalogue("ar").date(value) == "28 أكتوبر 2016"
    assert Catalogue("ar", "ar-MA").date(value) == "28 أكتوبر 2016"
    assert Catalogue("ar", "ar-LB").date(value) == "28 تشرين الأول 2016"
    assert Catalogue("en", "en-US").date(value) == "October 28, 2016"


def test_months_and_days_alone() -> None:
    assert Catalogue("en").month(2016, 10) == "October 2016"
    assert Catalogue("en").month_name(10) == "October"
    assert Catalogue("ar", "ar-SY").month(2016, 2) == "شباط 2016"
    assert Catalogue("ar", "ar-SY").month_name(2) == "شباط"
    assert day_in_words(date(2016, 10, 28), "en") == "28 October 2016"
    assert Catalogue("en").day(date(2016, 10, 28)) == "28 October 2016"


@pytest.mark.parametrize(
    ("first", "then", "month"), [("ar", "ar-SY", "شباط"), ("ar-SY", "ar", "فبراير")]
)
def test_a_country_s_months_are_its_own_whoever_asks_first(
    first: str, then: str, month: str
) -> None:
    """In a process of its own, since Babel keeps what it has read."""
    script = (
        "from generator.dates.words import month_name as name; import sys; "
        "name(2, sys.argv[1]); sys.stdout.buffer.write(name(2, sys.argv[2]).encode())"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, first, then], capture_output=True, check=True
    )
    assert run.stdout.decode() == month
