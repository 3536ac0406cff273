"""Names that a word such as "Media" makes an outlet's, as they stand below a story."""

from __future__ import annotations

import re

from generator.inference.credits import is_outlet
from generator.inference.sections import is_section

_SIGNATURE = re.compile(
    r"(?:[A-ZÀ-Þ]\w+\s){1,2}(?:News|Media|Times|Post|Online|Agency|Press|Herald|Tribune|Observer|Gazette)"
    r"|(?:[A-ZÀ-Þ]{2,}\s){1,2}(?:NEWS|MEDIA|ONLINE|AGENCY|PRESS)|[^\W\d_]+\s(?:نيوز|برس|أونلاين|ميديا)"
    r"|[^\W\d_]+\sبريس|(?!ال)[^\W\d_]{3,}\sالإخبارية|(?:المكتب|المركز)\sالإعلامي(?:\s[^\W\d_]+){1,6}|(?:راديو|إذاعة|قناة|شبكة|وكالة|موقع|مرصد|صحيفة|جريدة)(?:\s[^\W\d_]+){1,2}"
)
_NO_SIGNATURE = re.compile(
    r"\b(?:more|related|other|all|top|our|your|good|bad|fake|free|social|latest|older|newer|go|prev|previous|next|share|follow)\b",
    re.I,
)


def is_signature(line: str) -> bool:
    """Whether a line of two or three words is a name that a word such as "Media" makes an outlet's."""
    if _SIGNATURE.fullmatch(line) is None or is_section(line):
        return False
    return is_outlet(line) and _NO_SIGNATURE.search(line) is None
