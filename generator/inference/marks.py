"""What wires and sites set before or behind a headline, and what is no part of it.

"UPDATE 2-", "CORRECTED:", "عاجل |" say in which state a report was sent out, "News |" in which part of a
site it stood, "(1,204 views)" how many looked. The first kind is told to the editor.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Protocol

from generator.inference.trimmings import without_trimmings
from generator.model import Finding

if TYPE_CHECKING:
    from generator.inference.reading import Reading

_SECTION = (
    r"news|world|local|regional|national|international|politics|opinion|business|economy|sports?|culture"
    r"|breaking news|latest news|top stories|latest|analysis|features?|home|actualités?|monde|politique"
    r"|économie|société|culture|accueil|أخبار|الأخبار|محليات|سياسة|اقتصاد|رياضة|ثقافة|العالم|تقارير|الرئيسية"
    r"|أخبار محلية|أخبار عاجلة|آخر الأخبار"
)
_STATE = (
    r"updated?(?:\s?\d{1,2})?|exclusive|corrected|corrections?|breaking(?:\s+news)?|urgent|refiled?"
    r"|developing|just in"
    r"|wrapup(?:\s\d{1,2})?|(?:(?:1st|2nd|3rd|\d{1,2}th)\s)?roundup(?:\s\d{1,2})?|recasts|clarification|retract(?:ed|ion)|withdrawn|(?:1st|2nd|3rd|\d{1,2}th)\s(?:lead|ld)"
    r"|urgent (?:action|appeal)|(?:press|news|media|joint|public) (?:release|statement|advisory|letter)"
    r"|communiqué(?: de presse)?"
    r"|mise à jour|actualisé|rectificatif|rectifié|corrigé|derni[eè]re minute"
    r"|عـ*اـ*جـ*ل(?:\s+جد[اً]{1,2})?|تحديث(?:\s?[\d٠-٩]{1,2})?|مُ?حدَ?ّ?ث|تصحيح|مصحح|تصويب|حصري"
)
_SLUG = (
    r"(?:UPDATE|LEAD|WRAPUP|CORRECTED|REFILE|RPT|EXCLUSIVE|FACTBOX|TIMELINE|INSIGHT|ANALYSIS|FEATURE|INTERVIEW"
    r"|BREAKING|URGENT|NEWSMAKER|SNAPSHOT|EXPLAINER|DIARY)(?:\s\d{1,2})?"
)
_NUMBER = r"[\d٠-٩][\d٠-٩.,٬]*\s?[kKmM]?"
_PICTOGRAPH_BEFORE = re.compile("(?:[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\\s*)+")
_BEFORE = (
    re.compile(r"\[[a-z][\w.-]{2,30}\]\s+(?=\S)"),  # the list that a mail came by
    re.compile(rf"(?:{_SLUG}|تحديث\s[\d٠-٩]{{1,2}}|حصري|تحليل|تغطية|مقابلة|تقرير|إطار)-(?=\S)"),
    re.compile(
        r"(?:FOCUS|FEATURE|INTERVIEW|ANALYSIS|(?:تقرير|تحليل|تحقيق|مقابلة)\s(?:إ|ا)خباريا?ة?)\s?:\s+(?=\S)"
    ),
    re.compile(
        rf"#?(?:{_STATE})\s*(?:[:：|!]+|\.{{2,}}|…|\s[-–—]{{1,2}}(?=\s)|[-–—](?=\s))\s*(?=\S)", re.I
    ),
    re.compile(rf"[\[(]\s*(?:{_STATE}|lead)\s*[\])]\s*[:|–-]?\s*(?=\S)", re.I),
)
_SECTION_BEHIND = re.compile(
    r"(?<=[^|]{20})\s[-–—]\s(?:محليات|خارجيات|دوليات|عربيات|اقتصاديات"
    r"|أخبار (?:محلية|عربية|دولية|عالمية))$"
)
_BEHIND = re.compile(rf"(?:\s*[\[(]\s*(?:{_STATE})\s*[\])]|\s+[-–—|]\s+(?:{_STATE}))$", re.I)
_SECTION_BEFORE = re.compile(
    rf"(?:{_SECTION})\s*(?:[|»›•]|::)\s*(?=\S)"
    r"|(?-i:[A-ZÀ-Þ]{3,}(?:-[A-ZÀ-Þ]{3,}){1,3})\s/\s(?=\S)|(?:news|actualités?|أخبار|الأخبار)\s?:\s(?=\S)"
    r"|(?-i:ENVIRONNEMENT|POLITIQUE|SOCIÉTÉ|ÉCONOMIE|JUSTICE|INTERNATIONAL|SANTÉ|ENVIRONMENT|POLITICS)\.\s(?=\S)"
    r"|(?:عام|سياسي|ثقافي|اقتصادي|رياضي|اجتماعي|محلي|دولي|إسلامي)\s/\s(?=\S)",  # as agencies file
    re.I,
)
_COUNTER = re.compile(
    rf"\s*(?:[|–—•-]\s*|[\[(]\s*|\s){_NUMBER}\s*"
    r"(?:views?|reads?|hits|vues?|lectures|comments?|commentaires?|مشاهدات?|مشاهدة|قراءات?|قراءة|زيارة|تعليقات?)"
    r"\s*[\])]?$",
    re.I,
)
_SIGNED = re.compile(
    r"^الكاتب\s+[^ـ–—-]{5,40}\s[ـ–—-]\s+(?=\S)|\s*(?:\.{2,}|…|[|/–—-])?\s*بقلم\s*[:/]?\s+[^.:،؟!]{5,50}$"
)
"""A columnist's name beside a headline: "… بقلم: A B"."""

_SHORTEST, _LONGEST_SIGNED = 8, 300
_LONGEST = 2000  # characters, of what can have such additions at all
_IS_NO_TITLE = re.compile(r"[a-z]|(?!.*[^\W\d]{2})", re.DOTALL)


class _Rule(Protocol):
    __name__: str

    def __call__(self, reading: Reading, /) -> Finding | None: ...


def ends_in_address(line: str) -> bool:
    """Whether a line is, or ends in, an address of the web, as no headline does."""
    words = line.split()
    return any("://" in word for word in (*words[:1], *words[-1:]))


def begins_with_mark(text: str) -> bool:
    """Whether a headline's mark of state stands before a text, as before no city."""
    return any(pattern.match(text) is not None for pattern in _BEFORE)


def title_and_marks(headline: str) -> tuple[str, tuple[str, ...]]:
    """A headline without such additions, and its marks of state as printed; a long text is none."""
    return _title_and_marks(headline) if len(headline) <= _LONGEST else (headline, ())


@lru_cache(maxsize=4096)
def _title_and_marks(headline: str) -> tuple[str, tuple[str, ...]]:
    rest: str = headline
    marks: list[str] = []
    while True:
        shorter, mark = _step(rest)
        if shorter == rest or len(shorter) < _SHORTEST or _IS_NO_TITLE.match(shorter):
            return rest, tuple(marks)
        rest = shorter
        if mark:
            marks.append(mark)


def _step(text: str) -> tuple[str, str]:
    """The text without its first or last addition, and that one if it is a mark of state."""
    for pattern in _BEFORE:
        if (match := pattern.match(text)) is not None:
            return text[match.end() :].strip(), match[0].strip(" -–—|:：!.…#[]()")
    if (trimmed := without_trimmings(text)) != text:
        return trimmed, ""
    for pattern in (_SECTION_BEFORE, _PICTOGRAPH_BEFORE):
        if (match := pattern.match(text)) is not None:
            return text[match.end() :].strip(), ""
    if (match := _BEHIND.search(text)) is not None:
        return text[: match.start()].strip(), match[0].strip(" -–—|[]()")
    bare = _SECTION_BEHIND.sub("", _COUNTER.sub("", text))
    can_be_signed = len(bare) <= _LONGEST_SIGNED and ("بقلم" in bare or bare.startswith("الكاتب"))
    return _SIGNED.sub("", bare) if can_be_signed else bare, ""


def kept_apart(rule: _Rule) -> Callable[[Reading], Finding | None]:
    """The rule for titles, whose finding has such additions in its note and not in its value."""

    @wraps(rule)
    def without(reading: Reading) -> Finding | None:
        finding = rule(reading)
        if finding is None or not isinstance(finding.value, str):
            return finding
        if ends_in_address(finding.value):
            return None  # no headline has one
        title, marks = title_and_marks(finding.value)
        if title == finding.value:
            return finding
        top = tuple(n for n in reading.open[:12] if n not in finding.consumed)
        found = finding.consumed | reading.repeats(title, top)
        said = ", ".join(f"'{mark}'" for mark in marks)
        note = f"the headline was marked {said}; the mark was left out of the title" if said else ""
        notes = "; ".join(filter(None, (finding.note, note)))
        return replace(finding, value=title, consumed=found, note=notes)

    return without
