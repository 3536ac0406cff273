"""What stands where a headline could: a reporter and a city, a body above its statement, a site's motto."""

from __future__ import annotations

import pytest

from .harbour import LEAD, TITLE
from .labelled import fields

_COURT = (
    "A court in Tellin has freed two ferry pilots who had refused to work at night while the lamps on the"
    " northern mole were dark, and ordered the port authority to pay them what it had kept back since spring."
)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Ikenwa Holtade, Tellin", _COURT.rstrip(".")),
        ("Ferry Pilots, Tellin", "Ferry Pilots, Tellin"),  # of whom the story tells
        ("Ikenwa Holtade, Poet", "Ikenwa Holtade, Poet"),
        ("Bread, salt and a lamp", "Bread, salt and a lamp"),
    ],
)
def test_reporter_and_city_are_no_headline(line: str, title: str) -> None:
    found = str(fields(f"{line}\n\n{_COURT}\n\n{_COURT}")["title"])
    assert found.rstrip(" …") and title.startswith(found.rstrip(" …"))


_STATEMENT = (
    "تابعت هيئات التنسيقية باستغراب شديد ما جرى في ميناء تلين ليلة الأحد، حيث بقيت المصابيح مطفأة على الرصيف"
    " الشمالي وانتظرت السفن خارج الحاجز، وتدعو التنسيقية إلى إصلاحها قبل الشتاء."
)


@pytest.mark.parametrize(
    ("above", "line", "title", "source"),
    [
        (
            "تنسيقية هيئات البحارة",
            "بيان مشترك حول مصابيح الميناء",
            "بيان مشترك حول مصابيح الميناء",
            "تنسيقية هيئات البحارة",
        ),
        (
            "تنسيقية البحارة تدعو إلى الإضراب",
            "بيان حول مصابيح الميناء",
            "تنسيقية البحارة تدعو إلى الإضراب",
            None,
        ),
        ("تنسيقية هيئات البحارة", "مصابيح الميناء", "تنسيقية هيئات البحارة", None),
    ],
)
def test_body_above_its_statement(above: str, line: str, title: str, source: str | None) -> None:
    text = f"{above}\n{line}\n\n{_STATEMENT}\n\n{_STATEMENT}"
    found = fields(text)
    assert (found["title"], found.get("source")) == (title, source)


@pytest.mark.parametrize(
    ("above", "twice", "title"),
    [
        ("Global perspective Harbour stories", TITLE, TITLE),
        (
            TITLE,
            "Seventeen ships at anchor before the bar",
            TITLE,
        ),  # a picture's words below a headline
    ],
)
def test_headline_that_stands_twice_below_a_motto(above: str, twice: str, title: str) -> None:
    text = f"{above}\n\n{twice}\n\n{twice}\n\n{LEAD}\n\n{LEAD}"
    assert fields(text).get("title") == title


def test_arrow_before_a_section_is_no_headline() -> None:
    assert fields(f"» News\n{TITLE}\n\n{LEAD}").get("title") == TITLE
    arabic = "مرشدو الميناء يرفضون العمل ليلا"
    assert fields(f"» أخبار\n{arabic}\n\n{_STATEMENT}").get("title") == arabic
