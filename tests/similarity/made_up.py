"""Made-up pairs: reports that are copies of one another, and series of reports that are none.

Nothing here happened; the sentences are those of the labelled samples, the forms are invented.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from tests.evaluation.labels import labelled

_SENTENCE = re.compile(r"(?<=[.!?؟”\"])\s+")
_TO_AN_ORIGINAL = 14
TWICE_CHANGED = "cut to 60 %, another head"
_TOWNS = ("Marsa Tellin", "Deir Ashqal", "Tel Sarwan", "Wadi Kharzal", "Nuwar", "Al-Hadar")
_TOWNS_AR = ("مرسى تلين", "دير أشقل", "تل سروان", "وادي خرزل", "نوار", "الحضر")
_FIRST = ("Lina", "Omar", "Hala", "Karim", "Mirna", "Nadim", "Ines", "Anton", "Samer", "Clara")
_LAST = ("Haddad", "Tesh", "Marzuq", "Zed", "Oduvar", "Orfal", "Torvald", "Relleck", "Qandil")
_FIRST_AR = ("هالة", "سامر", "كريم", "لينا", "نديم", "هدى", "عمر", "ميرنا")
_LAST_AR = ("مرزوق", "قندليف", "ألماز", "أورفل", "حداد", "طوران", "زهدي")
_HEADS = {
    "en": "Qalvara: what is known this evening. Our desk has put together what the agencies tell.",
    "ar": "قلفارا: هذا ما نعرفه حتى المساء. جمع مكتبنا ما نقلته الوكالات خلال الساعات الماضية.",
}
_TAILS = {
    "en": "Follow our coverage of the valley every evening, and write to us if you know more.",
    "ar": "تابعوا تغطيتنا لأخبار الوادي كل مساء، واكتبوا إلينا إن كنتم تعرفون المزيد عن ذلك.",
}


@cache
def originals() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Reports of fourteen sentences, none of which stands in two of them, with their language."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for language in ("en", "ar"):
        pool = list(dict.fromkeys(_sentences(language)))
        random.Random(language).shuffle(pool)
        found += [
            (language, tuple(pool[at : at + _TO_AN_ORIGINAL]))
            for at in range(0, len(pool) - _TO_AN_ORIGINAL, _TO_AN_ORIGINAL)
        ]
    return tuple(found)


def _sentences(language: str) -> Iterator[str]:
    for report in labelled():
        is_early = int(report.raw.name.partition("-")[0]) < 100  # later samples change no figure
        if is_early and report.format == "text" and report.language == language:
            found = _SENTENCE.split(report.body)
            yield from (text for text in found if 8 <= len(text.split()) <= 60)


def body(sentences: tuple[str, ...]) -> str:
    """Sentences as paragraphs of two."""
    pairs = (sentences[at : at + 2] for at in range(0, len(sentences), 2))
    return "\n\n".join(" ".join(pair) for pair in pairs)


def copies() -> Mapping[str, list[tuple[str, str]]]:
    """Pairs of a report and a near copy, by what was done to it."""
    found: dict[str, list[tuple[str, str]]] = {name: [] for name in _DONE}
    for number, (language, sentences) in enumerate(originals()):
        _, others = originals()[number - 1]
        for name, change in _DONE.items():
            found[name].append((body(sentences), change(sentences, others, language)))
    return found


Change = Callable[[tuple[str, ...], tuple[str, ...], str], str]


def _cut(text: tuple[str, ...], _others: tuple[str, ...], _language: str) -> str:
    return body(text[: round(len(text) * 0.6)])


def _other_head(text: tuple[str, ...], others: tuple[str, ...], language: str) -> str:
    return f"{_HEADS[language]} {others[0]}\n\n{body(text[1:])}"


def _other_title(text: tuple[str, ...], others: tuple[str, ...], language: str) -> str:
    return f"## {others[0]}\n\n{body(text)}\n\n{_TAILS[language]}"


def _rewritten(text: tuple[str, ...], others: tuple[str, ...], _language: str) -> str:
    return body((*text[:3], others[3], *text[4:8], others[8], *text[9:]))


def _cut_with_other_head(text: tuple[str, ...], others: tuple[str, ...], language: str) -> str:
    return _other_head(text[: round(len(text) * 0.6)], others, language)


def _house_style(text: tuple[str, ...], _others: tuple[str, ...], language: str) -> str:
    return body(tuple(_restyled(sentence, language) for sentence in text))


def _restyled(sentence: str, language: str) -> str:
    if language == "ar":
        return sentence.replace("ة ", "ه ").replace("أ", "ا").replace("إ", "ا")
    return (
        sentence.replace("’", "'").replace("“", '"').replace("”", '"').replace(" said", " told us")
    )


_DONE: Mapping[str, Change] = {
    "cut to 60 %": _cut,
    "another head": _other_head,
    "another title, a tail": _other_title,
    "two sentences rewritten": _rewritten,
    "house style": _house_style,
    TWICE_CHANGED: _cut_with_other_head,
}


def series() -> Mapping[str, list[str]]:
    """Reports of one form that are no copies of one another, twelve of each."""
    return {
        name: [form(random.Random(f"{name} {n}")) for n in range(12)]
        for name, form in _FORMS.items()
    }


def _weekly(chance: random.Random) -> str:
    lines = [
        f"Between {chance.randint(1, 9)} and {chance.randint(20, 28)} May, our observers counted"
        f" {chance.randint(3, 90)} incidents in the six provinces, {chance.choice(('more', 'fewer'))}"
        f" than in the week before. {chance.randint(2, 40)} people were hurt."
    ]
    lines += [
        f"In {town}, {chance.randint(2, 30)} shells fell on {chance.randint(2, 6)} days, and the"
        f" road to {chance.choice(_TOWNS)} was closed for {chance.randint(2, 90)} hours."
        f" {chance.choice(_FIRST)} {chance.choice(_LAST)}, who keeps a shop there, spoke of"
        f" {chance.choice(('a quiet', 'a bad', 'an ordinary', 'a loud'))} week."
        for town in _TOWNS
    ]
    return "\n\n".join(lines)


def _method(chance: random.Random) -> str:
    return (
        f"{_weekly(chance)}\n\nHow we count: an incident is an event that at least two witnesses"
        " who do not know one another have told our observers. Figures are those of the day of"
        " writing and may be corrected later. Where only one side has told of an event it is not"
        " counted. People who were hurt and died later are counted among the dead of the week in"
        " which they died. We do not count what happened on the far side of the line, since nobody"
        " of us can travel there. Our full data can be asked for by mail. This summary may be"
        " reprinted as long as its source is named. It is paid for by the members of our society"
        " and by nobody else."
    )


def _weekly_ar(chance: random.Random) -> str:
    lines = [
        f"رصد مراقبونا بين {chance.randint(1, 9)} و{chance.randint(20, 28)} أيار {chance.randint(3, 90)}"
        f" حادثة في المحافظات الست، وأصيب {chance.randint(2, 40)} شخصا بحسب ما قال الأهالي لنا."
    ]
    lines += [
        f"في {town} سقطت {chance.randint(2, 30)} قذيفة خلال {chance.randint(2, 6)} أيام، وأغلق الطريق"
        f" إلى {chance.choice(_TOWNS_AR)} مدة {chance.randint(2, 90)} ساعة، وقال"
        f" {chance.choice(_FIRST_AR)} {chance.choice(_LAST_AR)} إن الأسبوع كان"
        f" {chance.choice(('هادئا', 'صعبا', 'عاديا', 'طويلا'))}."
        for town in _TOWNS_AR
    ]
    return "\n\n".join(lines)


def _statistics(chance: random.Random) -> str:
    rows = [
        f"| {town} | {' | '.join(str(chance.randint(0, 400)) for _ in range(5))} |"
        for town in (*_TOWNS, *_TOWNS_AR)
    ]
    head = "| Town | Killed | Hurt | Missing | Houses | Days without water |\n|---|---|---|---|---|---|"
    return "The figures of the month by town.\n\n" + "\n".join((head, *rows))


def _names(chance: random.Random) -> str:
    people = [
        f"- {chance.choice(_FIRST)} {chance.choice(_LAST)}, {chance.randint(16, 80)}, from"
        f" {chance.choice(_TOWNS)}, held since {chance.randint(2011, 2019)}"
        for _ in range(30)
    ]
    return "The following people were released today from the prison of the port.\n\n" + "\n".join(
        people
    )


def _names_in_prose(chance: random.Random) -> str:
    people = [
        f"{chance.choice(_FIRST_AR)} {chance.choice(_LAST_AR)} من {chance.choice(_TOWNS_AR)}"
        for _ in range(40)
    ]
    return f"أفرجت إدارة سجن الميناء اليوم عن المحتجزين التالية أسماؤهم: {'، '.join(people)}."


def _notice(chance: random.Random) -> str:
    name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    return (
        f"{name}, a {chance.choice(('teacher', 'baker', 'nurse', 'driver', 'farmer', 'pupil'))} from"
        f" {chance.choice(_TOWNS)}, was taken from home by men in uniform, the family told us."
        f" {name} has not been seen since. The family asked at the prison of {chance.choice(_TOWNS)}"
        f" and at the court of {chance.choice(_TOWNS)}, and was told that nobody of that name was"
        " held there. The Interior Ministry did not answer our letter. We ask the authorities to say"
        f" at once where {name} is, to let a lawyer and the family in, and to bring {name} before a"
        " judge or home. Nobody may be held without being told why. Whoever knows more is asked to"
        " write to our office; names are kept apart from what is published here."
    )


def _notice_ar(chance: random.Random) -> str:
    name = f"{chance.choice(_FIRST_AR)} {chance.choice(_LAST_AR)}"
    return (
        f"قالت عائلة {name}، وهو {chance.choice(('معلم', 'خباز', 'ممرض', 'سائق', 'مزارع'))} من"
        f" {chance.choice(_TOWNS_AR)}، إن رجالا بزي رسمي أخذوه من بيته ولم يره أحد منذ ذلك اليوم."
        f" وسألت العائلة عنه في سجن {chance.choice(_TOWNS_AR)} وفي محكمة {chance.choice(_TOWNS_AR)}"
        " فقيل لها إن أحدا بهذا الاسم ليس محتجزا هناك. ولم تجب وزارة الداخلية عن رسالتنا حتى اليوم."
        f" ونطالب السلطات بأن تكشف فورا عن مكان وجود {name} وأن تسمح لمحام وللعائلة بزيارته، وأن"
        f" تعرض {name} على قاض أو تطلق سراحه. ولا يجوز احتجاز أحد من دون أن يعرف السبب. ونرجو ممن"
        " يعرف شيئا أن يكتب إلى مكتبنا، فنحن نحفظ الأسماء بعيدا عن كل ما ننشره هنا على الملأ."
    )


def _closure(chance: random.Random) -> str:
    one, other = chance.sample(_TOWNS, 2)
    return (
        f"The road between {one} and {other} will be closed on"
        f" {chance.choice(('Monday', 'Tuesday', 'Thursday', 'Sunday'))} from {chance.randint(5, 11)} in"
        f" the morning to {chance.randint(2, 9)} in the evening, the governor of {one} said. Lorries can"
        f" pass by way of {chance.choice(_TOWNS)}. Buses leave from the market of {other} every"
        f" {chance.randint(20, 90)} minutes. The work on the bridge is to last until the"
        f" {chance.choice(('autumn', 'spring', 'harvest', 'winter'))}, and costs"
        f" {chance.randint(2, 90)} million, of which the province of {other} pays a"
        f" {chance.choice(('third', 'quarter', 'half', 'fifth'))}."
    )


_FORMS: Mapping[str, Callable[[random.Random], str]] = {
    "weekly summary": _weekly,
    "weekly summary, a page on method below": _method,
    "weekly summary in Arabic": _weekly_ar,
    "table of statistics": _statistics,
    "list of names": _names,
    "names in one sentence, Arabic": _names_in_prose,
    "notice of a disappearance": _notice,
    "notice of a disappearance, Arabic": _notice_ar,
    "closure of a road": _closure,
}
