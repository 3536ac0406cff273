"""Lines that are no headline, by how they begin: bylines, days, labels, addressees, what was filed where."""

from __future__ import annotations

import re

NOT_A_TITLE = re.compile(
    r"[a-z]{2,8}\s?/\s?(?:briefing notes?|press releases?|press statements?)$|(?:home )?blog page \d+$"
    r"|publication:\s.*\b(?:volume|issue)\b"
    r"|(?:by|par|written by|(?:(?:first|originally)\s+)?(?:published|posted)|last updated?|updated|source"
    r"|reporting by)\b[:\s]|(?:click|tap|select)\s(?:here|on|this)\b"
    r"|(?:(?:acting )?(?:chairman|chairwoman|editor[- ]in[- ]chief|managing editor|publisher|director)"
    r"|directeur de (?:la )?publication|rédacteur en chef|رئيس (?:مجلس الإدارة|التحرير)|المدير العام)\s*:"
    r"|[•·]\s"
    r"|بسم الله الرحمن الرحيم\W*$"
    r"|(?:(?:full )?names?|noms?(?: et prénoms?)?|الاسم(?: الكامل)?)\s?:\s"
    r"|بقلم|كتب\s*:|المصدر\s*:|نُ?شر (?:في|فى|بتاريخ)|تاريخ النشر|آخر تحديث|©|\(c\)|copyright\b|publié"
    r"|(?:agencies|agences|وكالات|متابعات|خاص)\W*$|(?:you are here|vous êtes ici|أنت هنا|صفحة الكاتب)\b"
    r"|\d[\d\s.,]*[KkM]?\s(?:subscribers?|followers?|members|abonnés?|مشتركا?|متابعا?|عضوا?)$"
    r"|(?:avec|de) (?:notre|nos) (?:envoyée?s?|correspondante?s?)\b|to\s?:\s|à l['’]attention d|إلى السيدة?\s"
    r"|mise? à jour\b|post(?:é|ed)\s(?:par|by)\b|(?:vol(?:ume)?\.?|issue|العدد)\s*:?\s*\d",
    re.IGNORECASE,
)
"""How lines begin that are no headline."""

FILED_ALONE = re.compile(r"^[^.!?؟]{2,60}\s[-–—]\s*\((?P<who>[^()\d]{2,50})\)\s*:?$")
"""A dateline in a line of its own: "Qara – (Qalvara Observatory)"."""
