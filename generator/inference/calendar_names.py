"""Names of months and weekdays in English, French and Arabic, as news writes them.

Arabic has three families of month names: Western (أكتوبر), Levantine (تشرين الأول) and Maghrebi
(غشت, جانفي), and news often writes two of them side by side.
"""

from __future__ import annotations

import re

from generator.orthography import fold

_MONTHS = {
    1: "january jan janvier janv يناير جانفي|كانون الثاني",
    2: "february feb février févr fév fevrier فبراير فيفري شباط",
    3: "march mar mars مارس آذار",
    4: "april apr avril avr أبريل إبريل أفريل نيسان",
    5: "may mai مايو ماي أيار",
    6: "june jun juin يونيو يونيه جوان حزيران",
    7: "july jul juillet juil يوليو يوليوز يوليه جويلية تموز",
    8: "august aug août aout أغسطس غشت أوت آب",
    9: "september sept sep septembre سبتمبر شتنبر أيلول",
    10: "october oct octobre أكتوبر|تشرين الأول|تشرين أول",
    11: "november nov novembre نوفمبر نونبر|تشرين الثاني|تشرين ثاني|تشرين ثان",
    12: "december dec décembre déc decembre ديسمبر دجنبر|كانون الأول|كانون أول",
}
_HIJRI = (
    "محرم صفر شعبان رمضان شوال رجب|ربيع الأول|ربيع الثاني|ربيع الآخر|جمادى الأولى|جمادى الآخرة"
    "|جمادى الثانية|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة"
)
_WEEKDAYS = {
    0: "monday mon lundi الاثنين الإثنين الأثنين",
    1: "tuesday tue tues mardi الثلاثاء الثلثاء",
    2: "wednesday wed mercredi الأربعاء",
    3: "thursday thu thur thurs jeudi الخميس",
    4: "friday fri vendredi الجمعة",
    5: "saturday sat samedi السبت",
    6: "sunday sun dimanche الأحد",
}


def _names(listed: str) -> list[str]:
    """Names apart: by spaces, and by ``|`` where a name has a space itself."""
    head, *rest = listed.split("|")
    return [*head.split(), *rest]


def _spelled(name: str) -> str:
    """A pattern for all spellings of a name that news uses: hamza, taa marbuta, any space."""
    pattern = re.escape(name).replace(r"\ ", r"\s+")
    for letters in ("أإآا", "ىي", "هة"):
        pattern = re.sub(f"[{letters}]", f"[{letters}]", pattern)
    return pattern


def _alternatives(names: list[str]) -> str:
    return "|".join(_spelled(name) for name in sorted(names, key=len, reverse=True))


def _folded(name: str) -> str:
    return " ".join(fold(word) for word in name.rstrip(".").split())


_BY_MONTH = {_folded(name): month for month, listed in _MONTHS.items() for name in _names(listed)}
_BY_WEEKDAY = {_folded(name): day for day, listed in _WEEKDAYS.items() for name in _names(listed)}

ANY_MONTH = _alternatives([name for listed in _MONTHS.values() for name in _names(listed)])
"""A pattern that matches a month's name in any of the languages."""

ANY_WEEKDAY = _alternatives([name for listed in _WEEKDAYS.values() for name in _names(listed)])
"""A pattern that matches a weekday's name in any of the languages."""

ANY_HIJRI_MONTH = _alternatives(_names(_HIJRI))
"""A pattern that matches a month of the Islamic calendar."""


def month_number(name: str) -> int:
    """The number of a month, 1 to 12.

    Raises:
        KeyError: no month is called so.
    """
    return _BY_MONTH[_folded(name)]


def weekday_number(name: str) -> int:
    """The number of a weekday, Monday 0 to Sunday 6.

    Raises:
        KeyError: no weekday is called so.
    """
    return _BY_WEEKDAY[_folded(name)]
