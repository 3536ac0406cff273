"""Names of authors: which are organisations, and which may be turned round ("Holt, Mira").

A name that is parted in the wrong place is a wrong name, and stands in the wrong place of every
bibliography. So only what can't well be meant otherwise is parted: two Latin words, or two with
initials between them. All others are literal: names in Arabic script (a patronymic is no family
name, and an Arabic bibliography turns nothing round), names with particles (``al-``, ``bin``,
``van``), three words and more ("García Márquez"), and languages that put the family first.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ", "a-zß-öø-ÿĀ-ɏḀ-ỿ"
_WORD = rf"[{_UPPER}][{_UPPER}{_LOWER}'’-]*[{_LOWER}]"
_INITIAL = rf"[{_UPPER}]\.(?:[ -]?[{_UPPER}]\.)*"
_TWO_WORDS = re.compile(rf"(?P<given>(?:{_WORD}|{_INITIAL})(?: {_INITIAL})*) (?P<family>{_WORD})")
_OPENS_A_WHOLE = {
    *("abd", "abdel", "abdul", "abou", "abu", "al", "bin", "bint", "el", "ibn", "sheikh", "um"),
    *("umm", "saint", "st", "the", "sir", "dr"),
}
_FAMILY_FIRST = {"hu", "ja", "ko", "vi", "zh"}

_BODIES = re.compile(
    r"\b(?:academy|administration|alliance|association|authority|bureau|cent(?:er|re)|campaign|"
    r"coalition|collective|commission|committee|council|department|federation|forum|foundation|"
    r"fund|government|initiative|institute|institution|league|ministry|mission|monitors?|movement|"
    r"nations|network|observatory|office|organi[sz]ation|parliament|party|programme|project|rights|"
    r"secretariat|society|syndicate|union|university|watch|works)\b"
    r"|(?:^|\s)(?:ال)?(?:مرصد|مركز|شبكة|لجنة|هيئة|منظمة|نقابة|اتحاد|وزارة|مفوضية|مؤسسة|جمعية|"
    r"مجلس|حركة|رابطة|معهد|جامعة|تجمع|حملة|الأمم المتحدة)(?=\s|$)",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"\b(?:agencies|agency|broadcasting|chronicle|correspondents?|daily|desk|editors?|gazette|"
    r"group|herald|journal|magazine|media|news|newspaper|newsroom|post|press|radio|reporters?|"
    r"staff|team|television|times|tribune|tv|weekly|wire|writers?)\b"
    r"|(?:^|\s)(?:ال)?(?:وكالة|وكالات|صحيفة|جريدة|مجلة|موقع|قناة|إذاعة|تلفزيون|فريق|قسم|مكتب|"
    r"تحرير|هيئة التحرير|أسرة التحرير|مراسل|مراسلون)(?=\s|$)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(rf"(?:[{_UPPER}]\.?){{2,}}|dpa")


_KEPT = 16_384
"""Names of which it is kept what they are: few write most of an archive."""


@dataclass(frozen=True)
class Name:
    """Who wrote something.

    Attributes:
        literal: the name as printed.
        family, given: its parts, where it may be parted; else both empty.
        is_organisation: whether it is certainly no person.
    """

    literal: str
    family: str = ""
    given: str = ""
    is_organisation: bool = False

    @property
    def inverted(self) -> str:
        """The name as it begins an entry of a bibliography."""
        return f"{self.family}, {self.given}" if self.family else self.literal

    @property
    def initials(self) -> str:
        """The given name in initials: "J.-P. M." for "Jean-Paul M."."""
        words = self.given.replace(".", ". ").split()
        return " ".join(
            "-".join(f"{part[0]}." for part in word.split("-") if part) for word in words
        )


def name_of(text: str, language: str, organisations: Set[str]) -> Name:
    """Read a name.

    Args:
        text: the name as printed.
        language: BCP 47 tag of the report that prints it.
        organisations: names that are known to be those of organisations, casefolded.
    """
    if text.casefold() in organisations or is_body(text) or is_press(text):
        return Name(text, is_organisation=True)
    parted = _TWO_WORDS.fullmatch(text)
    if (
        parted is None
        or text.isupper()
        or language.partition("-")[0] in _FAMILY_FIRST
        or text.partition(" ")[0].casefold() in _OPENS_A_WHOLE
    ):
        return Name(text)
    return Name(text, parted["family"], parted["given"])


@lru_cache(maxsize=_KEPT)
def is_body(text: str) -> bool:
    """Whether it is an organisation that publishes reports: a council, an observatory, a union."""
    return _BODIES.search(text) is not None


@lru_cache(maxsize=_KEPT)
def is_press(text: str) -> bool:
    """Whether it is an agency, an outlet, or people in one who are not named."""
    return _PRESS.search(text) is not None or _ACRONYM.fullmatch(text) is not None
