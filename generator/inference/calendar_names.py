"""Names of months and weekdays in English, French, Arabic and German, as news writes them; and of blogs.

Arabic has three families of month names: Western (أكتوبر), Levantine (تشرين الأول) and Maghrebi
(غشت, جانفي), and news often writes two of them side by side. Months of the Islamic calendar stand
apart: they are no months of this one.
"""

from __future__ import annotations

import re

from generator.orthography import fold

_MONTHS = {
    1: "january jan januar jänner janvier janv يناير جانفي كانون2|كانون الثاني|كانون ثاني|كانون ثان",
    2: "february feb februar février févr fév fevrier فبراير فيفري شباط",
    3: "march mar märz mars مارس آذار",
    4: "april apr avril avr أبريل إبريل أفريل نيسان",
    5: "may mai مايو ماي أيار مايس",
    6: "june jun juni juin يونيو يونيه جوان حزيران",
    7: "july jul juli juillet juil يوليو يوليوز يوليه جويلية تموز",
    8: "august aug août aout أغسطس غشت أوت آب",
    9: "september sept sep septembre سبتمبر شتنبر أيلول",
    10: "october oct oktober octobre أكتوبر تشرين1|تشرين الأول|تشرين أول",
    11: "november nov novembre نوفمبر نونبر تشرين2|تشرين الثاني|تشرين ثاني|تشرين ثان",
    12: "december dec dezember décembre déc decembre ديسمبر دجنبر دجمبر كانون1|كانون الأول|كانون أول",
}
_HIJRI_MONTHS = {
    1: "محرم المحرم muharram moharram mouharram",
    2: "صفر safar",
    3: "|ربيع الأول|ربيع أول|rabi al-awwal|rabi' al-awwal|rabi al-awal|rabi i|rabi' i|rabia al awal",
    4: "|ربيع الثاني|ربيع الآخر|ربيع ثاني|ربيع ثان|rabi al-thani|rabi' al-thani|rabi al-akhir"
    "|rabi' al-akhir|rabi ii|rabi' ii|rabia al thani",
    5: "|جمادى الأولى|جمادى الأول|جمادى أولى|jumada al-ula|jumada al-awwal|jumada al-oula|jumada i",
    6: "|جمادى الآخرة|جمادى الثانية|جمادى الآخر|جمادى الثاني|jumada al-thani|jumada al-thania"
    "|jumada al-akhira|jumada al-akhirah|jumada ii",
    7: "رجب rajab",
    8: "شعبان sha'ban shaban chaabane",
    9: "رمضان ramadan ramadhan",
    10: "شوال shawwal shawal chawwal",
    11: "|ذو القعدة|ذي القعدة|ذو قعدة|dhu al-qa'dah|dhu al-qadah|dhul qadah|dhul-qadah|dhu al-qi'dah"
    "|dhul qa'dah",
    12: "|ذو الحجة|ذي الحجة|ذو حجة|dhu al-hijjah|dhul hijjah|dhul-hijjah|dhu al-hijja|dhul hijja",
}
_IBERIAN_MONTHS = {
    1: "enero janeiro",
    2: "febrero fevereiro",
    3: "marzo março marco",
    4: "abril",
    5: "mayo maio",
    6: "junio junho",
    7: "julio julho",
    8: "agosto",
    9: "septiembre setiembre setembro",
    10: "octubre outubro",
    11: "noviembre novembro",
    12: "diciembre dezembro",
}
_IBERIAN_WEEKDAYS = {
    0: "lunes segunda-feira",
    1: "martes terça-feira terca-feira",
    2: "miércoles miercoles quarta-feira",
    3: "jueves quinta-feira",
    4: "viernes sexta-feira",
    5: "sábado sabado",
    6: "domingo",
}
_WEEKDAYS = {
    0: "monday mon montag lundi الاثنين الإثنين الأثنين",
    1: "tuesday tue tues dienstag mardi الثلاثاء الثلثاء",
    2: "wednesday wed mittwoch mercredi الأربعاء",
    3: "thursday thu thur thurs donnerstag jeudi الخميس",
    4: "friday fri freitag vendredi الجمعة",
    5: "saturday sat samstag samedi السبت",
    6: "sunday sun sonntag dimanche الأحد",
}


def _names(listed: str) -> list[str]:
    """Names apart: by spaces, and by ``|`` where a name has a space itself."""
    head, *rest = listed.split("|")
    return [*head.split(), *rest]


def _spelled(name: str) -> str:
    """A pattern for all spellings of a name that news uses: hamza, taa marbuta, any space."""
    pattern = re.escape(name).replace(r"\-", " ").replace(r"\ ", " ").replace(" ", r"[\s-]+")
    for letters in ("أإآا", "ىي", "هة", "'’‘`"):
        pattern = re.sub(f"[{letters}]", f"[{letters}]", pattern)
    return pattern


def _alternatives(names: list[str]) -> str:
    return "|".join(_spelled(name) for name in sorted(names, key=len, reverse=True))


def _folded(name: str) -> str:
    bare = re.sub("['’‘`]", "", name.rstrip(".").replace("-", " "))
    return " ".join(fold(word) for word in bare.split())


_BY_MONTH = {
    _folded(name): month
    for months in (_MONTHS, _IBERIAN_MONTHS)
    for month, listed in months.items()
    for name in _names(listed)
}
_BY_HIJRI_MONTH = {
    _folded(name): month for month, listed in _HIJRI_MONTHS.items() for name in _names(listed)
}
_BY_WEEKDAY = {
    _folded(name): day
    for days in (_WEEKDAYS, _IBERIAN_WEEKDAYS)
    for day, listed in days.items()
    for name in _names(listed)
}

ANY_MONTH = _alternatives([name for listed in _MONTHS.values() for name in _names(listed)])
"""A pattern that matches a month's name in any of the languages."""

ANY_WEEKDAY = _alternatives([name for listed in _WEEKDAYS.values() for name in _names(listed)])
"""A pattern that matches a weekday's name in any of the languages."""

ANY_HIJRI_MONTH = _alternatives([n for listed in _HIJRI_MONTHS.values() for n in _names(listed)])
"""A pattern that matches a month of the Islamic calendar."""


IBERIAN_MONTH = _alternatives([n for listed in _IBERIAN_MONTHS.values() for n in _names(listed)])
"""A pattern that matches a month's name in Spanish or Portuguese, which the others do without.

Mayo is a county, Domingo a town: they count in a full date alone, as blogs have them above reports.
"""

IBERIAN_WEEKDAY = _alternatives(
    [n for listed in _IBERIAN_WEEKDAYS.values() for n in _names(listed)]
)
"""A pattern that matches a weekday's name in Spanish or Portuguese."""


def month_number(name: str) -> int:
    """The number of a month, 1 to 12.

    Raises:
        KeyError: no month is called so.
    """
    return _BY_MONTH[_folded(name)]


def hijri_month_number(name: str) -> int:
    """The number of a month of the Islamic calendar, 1 to 12.

    Raises:
        KeyError: no month is called so.
    """
    return _BY_HIJRI_MONTH[_folded(name)]


def weekday_number(name: str) -> int:
    """The number of a weekday, Monday 0 to Sunday 6.

    Raises:
        KeyError: no weekday is called so.
    """
    return _BY_WEEKDAY[_folded(name)]
