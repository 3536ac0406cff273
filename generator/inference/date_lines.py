"""Lines that are nothing but a date: with its weekday, time, label or city, and no other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from generator.inference.calendar_names import ANY_MONTH, ANY_WEEKDAY
from generator.inference.credits import is_known_outlet
from generator.inference.hijri import without_hijri
from generator.inference.language import of_the_body
from generator.inference.mentions import (
    DateMention,
    converted_dates_in,
    dates_in,
    weekdays_in,
)
from generator.inference.reading import Reading, is_story
from generator.inference.sections import is_section
from generator.orthography import western_digits

_LABEL_WORDS = (
    r"publiée?\s+par\s+[\w.@-]+(?=\s+le\s)"
    r"|(?:نشر في .{2,40}? يوم|publié dans .{2,40}? le|published in .{2,40}? on)(?=\s*(?:\d|$))"
    r"|(?:(?:first|originally)\s+)?(?:published|posted|filed)|issued|released"
    r"|communiqué(?: de presse)?\s+du(?=\s+\d)|date(?:\s+(?:of|de) publication|(?!\s+(?:of|de)\s))"
    r"|(?:press|news) release|(?:for )?immediate release|publiée?|posté|mise? en ligne|created|publication date"
    r"|créée?(?=\s+le\s+\d[^|]{4,24}\d[:h]\d\d)|(?:ekleme|eklenme|yayın(?:lan)?ma|yayın)(?: tarihi)?(?=\s?:)"
    r"|(?:première\s+)?publication(?=\s?:)"
    r"|(?:veröffentlicht|erstellt)(?:\s+am)?|publicado(?:\s+(?:el|em))?|datum(?=\s?:)"
    r"|تم (?:النشر|نشره?ا?)"
    r"|(?:كتب|الخبر)(?=\s(?:في|بتاريخ|يوم)\s)|نُ?شر(?:ت)?|تارخ النشر|تاريخ (?:النشر|الخبر|الإضافة)"
    r"|تاريخ|التاريخ"
    r"|أُ?رسلت?(?=\s(?:في|بتاريخ|يوم)\s)|أُ?ضيف(?:ت)?|صدر|بواسطة\s+[\w.@-]+(?=\s+في\s)|(?:posted\s+)?by\s+admin\w*(?=\s+on\s)"
    r"|أخبار\s+[^\W\d]+(?:\s[^\W\d]+)?(?=\s+[\d٠-٩])|submitted\s+by\s+[\w.@-]+(?=\s+on\s)"
)
_UPDATED_WORDS = (
    r"(?:last\s+)?(?:updated|modified|revised|edited)\b|(?:last\s+)?update\s*:|(?:last|latest)\s+update(?=\s*[-–—]\s|\s+\d)"
    r"|(?:dernière\s+)?mise? à jour"
    r"|(?:zuletzt\s+)?aktualisiert|letzte (?:änderung|aktualisierung)|a(?:c|)tualizado"
    r"|modifiée?\s+(?:le|à)\b|actualisée?\s+(?:le|à)\b|dernière modification"
    r"|(?:son )?güncell?eme(?: tarihi)?(?=\s?:)"
    r"|(?:تاريخ )?آخر (?:تحديث|تعديل)|تم التحديث|تحديث|مُ?حدَ?ّ?ث(?=\s*:)|عُ?دّ?ل في"
)
LABEL = re.compile(
    rf"(?<![^\W\d])(?:{_LABEL_WORDS})(?:\s+(?:on the|on|at|le|في|فى|بتاريخ|date|online))*\s*[:：]?\s",
    re.IGNORECASE,
)
"""What stands before the day on which a report was published."""

UPDATED = re.compile(
    rf"(?:this )?(?:(?:page|article|story|post)\s+)?(?:was\s+)?(?:{_UPDATED_WORDS})", re.I
)
"""What stands before the day on which a page was changed, which is not the report's."""

KIND = re.compile(
    r"(?:press|news|media)\s+(?:release|statement|note|briefing)|statement|communiqué"
    r"|exclusive|special report|investigation|feature|interview|explainer|photo essay|opinions?"
    r"|حصري|تحقيق|تقرير خاص|communiqué de presse"
    r"|dispatch(?:es)?|commentary|news brief|open letter"
    r"|for immediate release|pour diffusion immédiate|للنشر الفوري"
    r"|urgent action|public statement|بيان(?:\s+صحفي)?"
    r"|بيان صحافي|تصريح صحفي|عاجل|breaking(?: news)?",
    re.IGNORECASE,
)
"""What a text is called in the line of its date."""

NUMBERED = re.compile(r"\s*(?:no\.?|n[°o]|nr\.?|رقم|#)\s*\(?[\d/.-]+\)?$", re.IGNORECASE)
"""Behind a kind of text: "Press release No. 17/2013"."""

READING_TIME = re.compile(r"\d{1,2}\s*\+?\s*min(?:ute)?s?\.?\s+(?:read|de lecture)", re.IGNORECASE)
"""How long it takes to read, in a line of its own."""

_BEHIND_BLANKS = (
    rf"@\w|(?:{_UPDATED_WORDS})|نشر في\s|تاريخ النشر\s*:|adjust font size"
    r"|laissez un commentaire|leave a comment|عدد (?:المشاهدات|القراءات|الزيارات)"
    r"|(?:by|par(?!\s[\w.@-]+\sle\s\d)|بقلم|بواسطة)\s"
)
"""Before these, blanks part a line."""

_SEPARATOR = re.compile(
    r"(?:(?=[\s|•·●/,;(:])(?:"  # with one of these all begin but the last: tried nowhere else
    rf"\s*[|•·●]\s*|\s+[-–—]\s+(?!(?:\d{{1,2}}\s-\s)?(?:19|20)\d\d\b(?!/\d\d?/))|\s*/\s+(?!(?:{ANY_MONTH})(?![^\W\d]))"
    rf"|\s+(?:(?<=\s\s)|(?={_BEHIND_BLANKS})|(?<=\d-\d\d\s\d\d:\d\d:\d\d\s))"
    rf"|(?:[,;]\s+|\(\s*)(?=(?:{_UPDATED_WORDS}))|[,;(]\s*(?=(?:{_LABEL_WORDS})\b)"
    rf"|(?<=[\u0600-\u06ff]):(?:\s+(?=(?:{ANY_WEEKDAY})\s+\d)|\s*(?=\d{{1,2}}\s[^\W\d]+\s(?:19|20)\d\d:\s))"
    r"|(?<=\d\d):\s+(?=(?:راديو|إذاعة|قناة|شبكة|موقع|صحيفة)\s)"
    r"|(?<!first)(?<!originally)\s+(?=(?:published|posted|publiée?|mise? en ligne)\b)"
    rf"|(?<=\)),\s+(?=(?:\d{{1,2}}\s)?(?:{ANY_MONTH})\s(?:\d{{1,2}},\s)?(?:19|20)\d\d$)"
    r"|,\s+(?=(?:by|par(?!\s[\w.@-]+\sle\s\d)|بقلم|بواسطة)\s))"
    r"|(?<=\s\d\d:\d\d)(?=(?-i:[A-ZÀ-Þ][a-zà-ÿ])[^\W\d]*\s))",
    re.IGNORECASE,
)
_ZONE_BEHIND = (
    r"(?-i:\s?\(?(?:BdST|BDT|PKT|NPT|MMT|ICT|WIB|WITA|PHT|KST|GST|TRT|TS[İI]|IDT|IRS?T|IRDT|AFT|UZT|WAT|CAT|EAT"
    r"|SAST|WEST|WET|ACST|AWST|NZ[SD]T|BRT|ART|CLT|COT|PET|VET|H[SD]T|AK[SD]T)\b\)?)?"
)
"""Zones that are words elsewhere, too, and count behind a clock alone: "04:51 PM BdST", "10:12 WAT"."""

_HOUR_AND_MINUTE = (
    r"T?\d{1,2}\s*(?:[:.h]|h\s?:)\s*\d{2}(?:mi?n\b)?(?::\d{2}(?:\.\d+)?)?(?:Z\b)?\s*(?:[ap]\.?m\.?)?"
    rf"{_ZONE_BEHIND}"
)
_TIME = re.compile(
    rf"الساعة\s+\d{{1,2}}\s+(?:صباح|مساء)[اً]*|\b\d{{1,2}}:\d(?!\d)|{_HOUR_AND_MINUTE}|\d{{1,2}}\s*[ap]\.?m\.?"
    r"|\d{1,2}\s+و\s*\d{1,2}\s+دقيقة|(?:على\s+|عند\s+|في تمام\s+)?الساعة|صباحاً?|مساءً?"
    r"|(?:ب?ال)?توقيت (?:ال)?\w+|بتوقيت \w+"
    r"|\b(?:\d{4}\s*(?=GMT|UTC|HKT))?(?:GMT|UTC|TU|HKT|MSK|CES?T|EES?T|E[SD]?T|P[SD]?T|C[SD]T|M[SD]T"
    r"|BST|IST|AST|KSA|SGT|JST|AE[SD]T|Z|(?:local|mecca) time|noon|midnight|at|à|on|le|um|uhr)\b"
    r"|(?:\bGMT|\bUTC)?[+-]\d{1,2}(?::?\d{2})?\b|\bLOC(?=\d)|مكة المكرمة|غرينتش|جرينتش"
    r"|(?<![^\W\d])[صم](?![^\W\d])",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(
    rf"(?<![^\W\d])(?:{ANY_WEEKDAY}|lun|mar|mer|jeu|ven|sam|dim)\.?(?![^\W\d])", re.IGNORECASE
)
_UNIT = r"(?:second|sec|minute|min|hour|hr|day|week|month|year)s?"
_AGO = re.compile(
    rf"\d{{1,3}}\s*\+?\s*(?:{_UNIT}\s+(?:ago|read)\b|min\w*\s+de lecture)"
    r"|il y a\s+\d{1,3}\s+\w+|(?:قبل|منذ)\s+\d{1,3}\s+\w+|less than a minute|أقل من دقيقة|دقيقة واحدة"
    r"|\d{1,2}\s+دقائق?(?:\s+قراءة)?",
    re.IGNORECASE,
)
_CALENDAR_SIGNS = re.compile(r"(?<![^\W\d])(?:يوم|بتاريخ|الموافق|هـ|م|ميلادية?)(?![^\W\d])")
_CITY_BEFORE = re.compile(
    r"[^\W\d](?:[^\W\d]|['’.-])*(?:\s[^\W\d](?:[^\W\d]|['’.-])*){0,3}\s*[,،]\s*"
)
_CITY_AHEAD = re.compile(r"^[^\W\d][\w'’.]*(?:-[\w'’.]+){1,4}\s*[,،]\s+(?:le\s+)?$")
"""A city of several parts: "Nerval-le-Port, le 5 avril"."""

_CITY_BEHIND = re.compile(r"^\s+[A-ZÀ-Þ]{2,}(?:[\s/-]+[A-ZÀ-Þ]{2,}){0,3}\s*$")
"""A city in capitals: "August 22 - 2016 TEL RUMAN"."""

_PLACES_BEFORE = re.compile(r"[^\W\d]+[-–][^\S\n]+[^\W\d]+(?:\s[^\W\d]+)?\s*")
"""As Arabic agencies have them: "بغداد- العراق 11/03/2019"."""

_TATWEEL = "\u0640"
_ISSUE = re.compile(
    r"(?:رقم )?العدد\s*:?\s*\(?\d+\)?|(?<!\w)السنة\s*:?\s*\d{1,3}(?!\d)|\bpage\s[A-Z]{0,2}-?\d{1,3}\b"
    r"|\b(?:[A-Z][a-z]+\s){1,2}Edition\b|\bfait à(?=\s[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_PLACE_IN_ARABIC = re.compile(r"^\s*(?:[^\W\d]+\s){1,3}في(?=\s*[\W_]*$)")
"""A city before its date: "تل الرمان في 8 أغسطس 2006."."""

_SOURCE = re.compile(r"(?:source|المصدر)\s*[:：]\s*(?:[^\W\d_]+[\s,،|]+){1,6}", re.IGNORECASE)
"""A credit before its date: "Source: Tellin Times July 19, 2020 01:52 UTC"."""

_FILED_AHEAD = re.compile(
    rf"[A-ZÀ-Þ][\w'’. ,-]{{2,40}}?(?:,?\s(?P<day>(?:{ANY_MONTH})\.?\s\d{{1,2}}))?"
    r"\s\((?P<agency>[A-Z]{2,8})\)\s",
    re.IGNORECASE,
)
"""A dateline before its day with the year: "Tellin, Dec 3 (QNN) Dec 03, 2013"."""

_STATEMENT = re.compile(
    r"(?:(?:joint|public|press|news|media)\s+)(?:statement|release|appeal|communiqué)\b"
    r"|بيان (?:صحفي|مشترك|صادر)|communiqué (?:de presse|conjoint)",
    re.IGNORECASE,
)
"""How a line begins that says who put out a statement, and ends with its day."""

_NOBODY = re.compile(r"(?<![^\W\d])(?:agencies|agences|وكالات|متابعات)(?![^\W\d])", re.IGNORECASE)
_LONGEST_CREDIT = 30
_CLOCK = re.compile(r"\d:\d\d")
_CLOCK_OF_A_SITE = re.compile(
    r"(?:today(?:['’]s date)? is|today\s?:|it is now|nous sommes le|aujourd['’]hui\s?:"
    r"|(?:الساعة|التاريخ) الآن|اليوم\s?:)",
    re.IGNORECASE,
)
"""How a page tells on which day somebody looks at it."""

_GAPS = re.compile(
    r"(?<![\d/])(?:\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}|\d{4}\s?/\s?\d{1,2}\s?/\s?\d{1,2})(?![\d/:])"
)
"""A day in figures whose slashes have blanks beside them, and are no bars: "2009 / 5 / 14"."""

_TWELVE_HOURS = re.compile(r"\d\s*[AaPp]\.?[Mm]\b")
_DIGIT = re.compile(r"\d")
_LONGEST = 160


@lru_cache(maxsize=4096)
def parts_of(line: str) -> tuple[str, ...]:
    """The parts of a line between bars, dashes and labels, without those that tell of an update."""
    if len(line) > _LONGEST:
        return (line,)
    if "/ " in line:
        line = _GAPS.sub(lambda figures: re.sub(r"\s", "", figures[0]), line)
    parts: list[str] = []
    is_update = False
    for part in filter(None, map(str.strip, _SEPARATOR.split(line))):
        if UPDATED.match(part):
            is_update = not re.search(r"\d", western_digits(part))  # its date is the next part
        elif is_update:
            is_update = False
        else:
            parts.append(part)
    return tuple(parts)


def full_dates(reading: Reading, text: str) -> Iterator[DateMention]:
    """Dates with day, month and year, or with month and year; Islamic ones where there is no other."""
    latest = reading.draft.raw.retrieved
    found = [m for m in dates_in(text, latest) if m.days or (m.year and not m.day)]
    if any(len(mention.days) > 1 for mention in found) and _writes_day_first(reading, text):
        found = [_on_its_weekday(text, mention) or day_first(mention) for mention in found]
    return iter(found) if found else converted_dates_in(text, latest)


def _on_its_weekday(text: str, mention: DateMention) -> DateMention | None:
    """Figures that can be read in either order, as the weekday in a text tells; None where none does."""
    weekdays = {number for _, number in weekdays_in(text)} if len(mention.days) > 1 else set()
    told = tuple(day for day in mention.days if day.weekday() in weekdays)
    return replace(mention, days=told) if len(told) == 1 else None


def day_first(mention: DateMention) -> DateMention:
    """A date in figures that can be read in either order, read with the day before the month."""
    figures = re.match(r"\d{1,2}", western_digits(mention.text))
    if figures is None or len(mention.days) != 2:
        return mention
    return replace(mention, days=tuple(d for d in mention.days if d.day == int(figures[0])))


def _writes_day_first(reading: Reading, text: str) -> bool:
    """Whether the report's language puts the day first: all that we read do but English.

    A clock of twelve hours in Latin letters is that of a program set to American English.
    """
    language = reading.once(of_the_body)
    is_english = language is None or language.value == "en"
    return not is_english and _TWELVE_HOURS.search(text) is None


def date_alone(reading: Reading, text: str) -> DateMention | None:
    """The date that a short text is nothing but."""
    if len(text) > _LONGEST or _DIGIT.search(text) is None:
        return None
    return reading.of_text(_date_alone, text)


def _date_alone(reading: Reading, text: str) -> DateMention | None:
    if _CLOCK_OF_A_SITE.match(text):
        return None
    dated = full_dates(reading, text)
    return next(
        (mention for mention in dated if not _letters_besides(reading, text, mention)), None
    )


def says_only_when(text: str) -> bool:
    """Whether a part of a line is a time of day, a day without year, "4 years ago", and no more."""
    if len(text) > 40:
        return False
    plain = western_digits(text)
    for mention in reversed(list(dates_in(plain, date.max))) if _CLOCK.search(plain) else ():
        plain = plain[: mention.start] + plain[mention.end :]
    rest = _AGO.sub(" ", plain)
    for pattern in (_WEEKDAYS, _TIME):
        rest = pattern.sub(" ", rest)
    return re.search(r"[^\W_]", rest) is None


def is_date_line(reading: Reading, number: int) -> bool:
    """Whether a line is nothing but the day of publication or of an update, or has it as a part."""
    line = reading.lines[number]
    if is_story(line):
        return False
    if UPDATED.match(line) or date_alone(reading, line):
        return True
    return any(date_alone(reading, part) for part in parts_of(line))


def line_above(reading: Reading, number: int) -> int | None:
    """Index of the line with text above another one, whatever it is; None at the top."""
    above = (n for n in range(number - 1, max(-1, number - 6), -1) if reading.lines[n])
    return next(above, None)


def line_below(reading: Reading, number: int) -> int | None:
    """Index of the line with text below another one, whatever it is; None at the end."""
    below = (n for n in range(number + 1, min(len(reading.lines), number + 6)) if reading.lines[n])
    return next(below, None)


def stands_below_date(reading: Reading, number: int) -> bool:
    """Whether the line above is a date."""
    above = line_above(reading, number)
    return above is not None and is_date_line(reading, above)


def stands_beside_date(reading: Reading, number: int) -> bool:
    """Whether the line above or below is a date, as in the block of a byline."""
    below = line_below(reading, number)
    return stands_below_date(reading, number) or (
        below is not None and is_date_line(reading, below)
    )


def _letters_besides(reading: Reading, text: str, mention: DateMention) -> bool:
    """Whether words remain when date, weekday, time, label and a leading city are taken away."""
    before = text[: mention.start]
    if mention.end == len(text) and _STATEMENT.match(text):
        return False
    if mention.end == len(text) and _is_filed_ahead(reading, before, mention):
        return False
    if _SOURCE.fullmatch(before) and says_only_when(text[mention.end :]):
        return False
    before = _CITY_AHEAD.sub("", before)
    is_known = _PLACES_BEFORE.fullmatch(before) or is_section(before)
    rest = ("" if is_known else before) + " " + _CITY_BEHIND.sub("", text[mention.end :])
    rest = _ISSUE.sub(" ", without_hijri(western_digits(rest).replace(_TATWEEL, "")))
    unlabelled = LABEL.sub(" ", rest + " ", count=1)
    rest = NUMBERED.sub("", unlabelled.rstrip()) if unlabelled != rest + " " else rest
    for pattern in (_AGO, _WEEKDAYS, _TIME, _CALENDAR_SIGNS, _NOBODY):
        rest = pattern.sub(" ", rest)
    rest = _PLACE_IN_ARABIC.sub(" ", rest)
    if re.search(r"[^\W\d]", text[: mention.start]) and ("," in text or "،" in text):
        rest = _CITY_BEFORE.sub(" ", rest.strip() + ",", count=2)
    said = rest.strip(" ,،|•·–—-:.")
    return re.search(r"[^\W_]", rest) is not None and not (
        KIND.fullmatch(said) or _is_credit(reading, rest)
    )


def _is_filed_ahead(reading: Reading, text: str, mention: DateMention) -> bool:
    """Whether an agency's dateline stands before a day, of that day or of the one before."""
    match = _FILED_AHEAD.fullmatch(text) if ")" in text else None
    if match is None or not match["agency"].isupper() or len(mention.days) != 1:
        return False
    (day,) = mention.days
    near = {(other.month, other.day) for other in (day, day - timedelta(days=1))}
    filed = dates_in(match["day"] or "", day)
    is_of_that_day = all((other.month, other.day) in near for other in filed)
    return is_of_that_day and bool(reading.context.agencies.named(match["agency"]))


def _is_credit(reading: Reading, text: str) -> bool:
    """Whether a few words beside a date are an agency's or an outlet's name: "AFP 28.10.2016 14:05"."""
    name = re.sub(r"^(?:[\W_]*(?:par|by)\s)?[\W_]*|[\W_]+$", "", text, flags=re.IGNORECASE)
    return len(name) <= _LONGEST_CREDIT and (
        is_known_outlet(name) or bool(reading.context.agencies.named(name))
    )
