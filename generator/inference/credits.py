"""How credits are compared, and the words that make a name an outlet's rather than a person's."""

from __future__ import annotations

import re

from generator.orthography import fold, words

_SITE_WORDS = frozenset(
    """
    news times post courier today observatory herald tribune gazette daily journal
    monitor press agency magazine review network tv radio online watch foundation
    institute center centre committee committees bulletin chronicle telegraph mirror
    standard wire media report reporter dispatch weekly voice newspaper guardian
    independent council organization organisation association courrier quotidien presse
    observatoire agence revue صحيفة جريدة وكالة موقع شبكة مرصد المرصد قناة مجلة اليوم
    نيوز مركز المركز راديو إذاعة منظمة هيئة مؤسسة أخبار
    """.split()
)
_FOLDED_SITE_WORDS = frozenset(fold(word) for word in _SITE_WORDS)
_DOMAIN = re.compile(r"\w\.(?:com|org|net|info|news|tv|sy|co)\b", re.IGNORECASE)


def folded_credit(text: str) -> str:
    """A credit as it is compared: its words folded, without the dots of an abbreviation."""
    return " ".join(fold(match[0]) for match in words(text.replace(".", " ")))


def is_outlet(text: str) -> bool:
    """Whether a short text has a word that names outlets: News, Observatory, صحيفة, a domain."""
    if _DOMAIN.search(text):
        return True
    return any(fold(match[0]) in _FOLDED_SITE_WORDS for match in words(text))
