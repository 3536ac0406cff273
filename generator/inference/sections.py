"""Sections of sites, as they stand above and beside headlines: "World | Middle East", "العرب والعالم"."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.orthography import fold, stems

_WORDS = frozenset(
    map(
        fold,
        """
        news world region regional local politics opinion business economy sport sports culture middle
        east mideast north africa asia europe america americas national international breaking latest
        analysis features home arab headlines press release releases statements exclusive multimedia
        crime security justice law rights human freedom freedoms expression society education health
        environment science technology tech lifestyle entertainment energy transport agriculture religion
        migration diplomacy weather obituaries letters
        gallery investigations newsroom views editorial editorials comment commentary columns blogs
        video videos interviews radio tv photo photos audio syrian republic occupied palestinian territory
        actualités actualité actu une monde afrique moyen orient proche maghreb amériques asie politique
        justice sécurité santé environnement éducation droits libertés divers faits
        économie société sports régions communiqués dépêches presse énergie transports religions
        sciences diplomatie
        syria iraq yemen lebanon libya egypt palestine israel gaza turkey iran jordan sudan tunisia algeria
        morocco syrie irak yémen liban libye egypte turquie jordanie soudan tunisie algérie maroc
        أخبار خبر دول عامة محليات محلي محلية سياسة سياسي سياسية اقتصاد عرب عربي عربية دولي دولية دوليات عربيات
        رياضة ثقافة عالم عالمي عالمية تقارير عاجل عاجلة رئيسية آخر أحدث شرق أوسط حوادث منوعات تحقيقات بيانات
        شؤون خارجية داخلية خارجيات داخليات اقتصاديات رياضيات
        نشرة حقوق حريات مجتمع تكنولوجيا علوم صحة بيئة تعليم أمن قضاء مرأة فنون
        ميدانية إقليمي إقليمية سوريا سورية عراق يمن لبنان ليبيا مصر فلسطين إسرائيل غزة تركيا إيران أردن
        سودان تونس جزائر مغرب خليج
        """.split(),
    )
)
_BETWEEN = frozenset("the of and in & all à du de la le les et en des toute dans".split())
_MOST_WORDS = 4
_FEWEST_OF_A_ROW, _FEWEST_NAMED, _LONGEST_ROW = 10, 5, 400
_NO_ROW = re.compile(r"[\d.,:;،؛!?؟\"“”«»()]")
_OF_SENTENCES = frozenset(
    "في من على عن إلى الى مع بعد قبل بين بـ أن إن in to for on at with after as by from is are was".split()
)
_TOPICS, _FEWEST_TOPICS = " :: ", 3
_PARTS = re.compile(r"\s*[|•»›>/:]\s*|\s+[-–—]\s+")


@lru_cache(maxsize=4096)  # several rules ask for the same lines
def is_section(line: str) -> bool:
    """Whether a short text is nothing but the names of sections."""
    if len(line) > 80:
        return False
    parts = [part for part in _PARTS.split(line.rstrip(" |")) if part]
    if _TOPICS in line and len(parts) >= _FEWEST_TOPICS:
        return _is_one(parts[0]) and all(map(_can_be_topic, parts))
    return bool(parts) and all(map(_is_one, parts))


def _can_be_topic(part: str) -> bool:
    """Whether a part of "News :: Labor : Prisons" is a few words that all begin as names do."""
    parts = part.split()
    return len(parts) <= _MOST_WORDS and all(
        word[0].isupper() or word.lower() in _BETWEEN for word in parts
    )


def _is_one(part: str) -> bool:
    words = re.findall(r"[^\W\d_]+", part.lower())
    named = [word for word in words if word not in _BETWEEN]
    return 0 < len(named) <= len(words) <= _MOST_WORDS and all(
        not _WORDS.isdisjoint(stems(word)) for word in named
    )


def names_many_sections(line: str) -> bool:
    """Whether a line is a menu without signs between its words: "News Politics Sport Health Letters …".

    Ten words or more, at least five of them sections, and none that only sentences have.
    """
    parts = line.split() if len(line) <= _LONGEST_ROW else []
    if len(parts) < _FEWEST_OF_A_ROW or _NO_ROW.search(line) or not _OF_SENTENCES.isdisjoint(parts):
        return False
    return len(set(filter(is_section, parts))) >= _FEWEST_NAMED


def is_row_of_sections(line: str) -> bool:
    """Whether half of the words of a line are names of sections: "News Country Letters Archive"."""
    words = line.split()
    return 2 * sum(map(is_section, words)) >= len(words)
