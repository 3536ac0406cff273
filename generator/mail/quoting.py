"""What people add to a mail around its report: answers, greetings, signatures, disclaimers, footers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.mail.addresses import is_contact_line
from generator.mail.forwarding import has_story

_WROTE = re.compile(
    r"[\s>]*(?:on\s.{5,200}\bwrote\s*:|le\s.{5,200}\ba écrit\s*:|am\s.{5,200}\bschrieb\b.{0,80}:"
    r"|(?:في|بتاريخ|يوم)\s.{5,200}كتبت?\b.{0,120}[:：]|كتبت?\s.{2,120}\sفي\s.{5,80}[:：])\s*",
    re.IGNORECASE,
)
_WROTE_BEGINS = re.compile(r"[\s>]*(?:on|le|am|في|بتاريخ)\s.{5,200}", re.IGNORECASE)
_SENT_AT = re.compile(r"[\d٠-٩][:.h][\d٠-٩]{2}|@|\[…\]")
_QUOTED = re.compile(r"\s{0,3}(?:>\s?)+")
_SENT_FROM = re.compile(
    r"\s*(?:sent (?:from|via|with) .{2,60}|get outlook for .{2,20}|envoyé (?:de|depuis) .{2,40}"
    r"|von meinem .{2,40}gesendet"
    r"|(?:أُ?رسلت?|مرسلة?|تم الإرسال|أُرسل)\s(?:من|باستخدام|عبر)\s.{2,60}|تنزيل outlook .{0,30})\s*",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"--|-- |—")
_CLOSING = re.compile(
    r"\s*(?:(?:with )?(?:best|kind|warm(?:est)?|many)? ?(?:regards|wishes|thanks)"
    r"|sincerely(?: yours)?|yours(?: \w+)?"
    r"|cheers|thanks|thank you|cordialement|bien à vous|mit freundlichen grüßen"
    r"|مع (?:خالص |أطيب |فائق )?(?:التحيات|التحية|الشكر|الاحترام|التقدير)(?:\s.{0,20})?|تحياتي"
    r"|(?:و)?تفضلوا بقبول.{0,60}|شكرا?ً?(?: جزيلا?ً?)?)\s*[,.!،]?\s*",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"\s*(?:dear|hi|hello|good (?:morning|evening|afternoon)|bonjour|chers?|السادة|السيد|السيدة"
    r"|عزيزي|عزيزتي|الزملاء"
    r"|مرحباً?|السلام عليكم|تحية طيبة|تحية)\b.{0,70}[,،:!]?\s*",
    re.IGNORECASE,
)
_COVER = re.compile(
    r"\s*(?:fyi|for your information|see below|(?:please |kindly )?(?:find|see|note).{0,60}(?:below"
    r"|attached|enclosed)"
    r"|(?:please|pls) (?:run|publish|use|archive)\b|the report is below|(?:مرفق|نرفق|تجدون|يرجى"
    r"|الرجاء)\b.{0,60}(?:أدناه|مرفق|طيه|النشر))"
    r".{0,80}",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"intended (?:recipient|solely|only)|this (?:e-?mail|message"
    r"|communication)\b.{0,200}(?:confidential|privileged)"
    r"|confidentiality notice|consider the environment before printing|scanned (?:for"
    r"|by) .{0,20}virus|virus[- ]free\."
    r"|(?:هذه الرسالة|هذا البريد).{0,200}(?:سرية|سري|خصوصية|المرسل إليه)|إخلاء (?:المسؤولية|مسؤولية)"
    r"|ce (?:message|courriel).{0,200}confidentiel",
    re.IGNORECASE,
)
_LIST_FOOTER = re.compile(
    r"\s*(?:.{0,60}mailing list\s*$|you (?:are receiving|received) this (?:e-?mail|message|mail)"
    r"|to unsubscribe|unsubscribe\b"
    r"|manage (?:your )?(?:subscription|preferences)|update (?:your|subscription) preferences"
    r"|view (?:this|it) (?:e-?mail|mail)?.{0,20}in (?:your|a) browser"
    r"|our mailing address is|to view this discussion|for more options, visit|you can(?:not read"
    r"| reach) the person managing the list"
    r"|لإلغاء (?:الاشتراك|اشتراكك)|إلغاء الاشتراك|عرض (?:هذه )?الرسالة في المتصفح|وصلتك هذه الرسالة"
    r"|تلقيت هذه الرسالة|se désabonner|désinscription)",
    re.IGNORECASE,
)
_CONTACTS = re.compile(
    r"\s*(?:(?:for |pour )?(?:more|further|additional|media|press|plus d.)"
    r"\s?(?:information|enquiries|inquiries|queries|contacts?)"
    r"|contacts?|للمزيد من المعلومات|لمزيد من المعلومات|للاستفسار|للتواصل|للاتصال)\b.{0,60}[:：]\s*",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*[_=*~-]{5,}\s*")
_LONGEST = 300
_LONGEST_PARAGRAPH = 3000
_SIGNATURE_LINES = 14


def unquoted(line: str) -> str:
    """A line without the marks of a quote."""
    match = _QUOTED.match(line)
    return line[match.end() :] if match else line


def is_quoted(line: str) -> bool:
    """Whether a line bears the mark of a quote."""
    return _QUOTED.match(line) is not None


def additions(lines: Sequence[str]) -> frozenset[int]:
    """The lines of a mail that are not its report: each is a paragraph, or a line of one."""
    out = _attributions(lines)
    rest = [n for n in range(len(lines)) if n not in out]
    quotes = {n for n in rest if is_quoted(lines[n])}
    if has_story([lines[n] for n in rest if n not in quotes]):
        out |= quotes
    out |= {n for n in rest if _is_addition(lines, n)}
    out |= _below(lines, out)
    return frozenset(out | _greeting(lines, out))


def is_attribution(line: str, below: str) -> bool:
    """Whether a line says who wrote the words below it, and when: "On …, … wrote:"."""
    if len(line) > _LONGEST or _WROTE.fullmatch(line) is None:
        return False
    return _SENT_AT.search(line) is not None or is_quoted(below) or below.startswith(">")


def _attributions(lines: Sequence[str]) -> set[int]:
    """ "On …, … wrote:", on one line or on two."""
    out: set[int] = set()
    for n, line in enumerate(lines):
        if len(line) > _LONGEST or not (
            _WROTE_BEGINS.fullmatch(line) or line.endswith((":", "："))
        ):
            continue
        below = [text for text in lines[n + 1 : n + 4] if text.strip()] or [""]
        if is_attribution(line, below[0]):
            out.add(n)
        elif n + 1 < len(lines) and len(lines[n + 1]) <= _LONGEST:
            both = f"{line.rstrip()} {unquoted(lines[n + 1]).strip()}"
            if is_attribution(both, below[1] if len(below) > 1 else ""):
                out |= {n, n + 1}
    return out


def _is_addition(lines: Sequence[str], number: int) -> bool:
    line = unquoted(lines[number])
    if len(line) > _LONGEST_PARAGRAPH:
        return False
    if _DISCLAIMER.search(line) is not None and number >= len(lines) // 3:
        return True
    if len(line) > _LONGEST:
        return False
    return (
        _SENT_FROM.fullmatch(line) is not None
        or _LIST_FOOTER.match(line) is not None
        or _CONTACTS.fullmatch(line) is not None
        or is_contact_line(line)
    )


def _below(lines: Sequence[str], out: set[int]) -> set[int]:
    """All below a closing formula, a signature's mark or the footer of a list, if it tells nothing."""
    for n, line in enumerate(lines):
        bare = unquoted(line)
        if len(bare) > _LONGEST:
            continue
        is_mark = _SIGNATURE.fullmatch(bare) is not None
        is_closing = _CLOSING.fullmatch(bare) is not None
        is_footer = _LIST_FOOTER.match(bare) is not None or _RULE.fullmatch(bare) is not None
        if not (is_mark or is_closing or is_footer) or not _tells(lines[:n]):
            continue
        after = [m for m in range(n + 1, len(lines)) if lines[m].strip() and m not in out]
        texts = [lines[m] for m in after]
        if (bare == "-- " and len(after) <= 3 * _SIGNATURE_LINES) or (
            len(after) <= _SIGNATURE_LINES and not any(map(_is_told, texts))
        ):
            return set(range(n, len(lines)))
    return set()


def _is_told(line: str) -> bool:
    """Whether a line below a signature belongs to a report after all: long, or a rights line."""
    is_rights = re.search(r"©|\(c\) (?:19|20)\d\d|copyright|حقوق", line, re.IGNORECASE)
    return len(line) >= 200 or is_rights is not None


def _tells(lines: Sequence[str]) -> bool:
    return sum(len(line.strip()) for line in lines) >= 80


def _greeting(lines: Sequence[str], out: set[int]) -> set[int]:
    """A greeting at the top, and words that only hand over what follows."""
    found: set[int] = set()
    open_lines = [n for n, line in enumerate(lines) if line.strip() and n not in out]
    for n in open_lines[:3]:
        line = unquoted(lines[n])
        if len(line) > 160 or n == open_lines[-1]:
            break
        is_greeting = (
            _GREETING.fullmatch(line) is not None and not found and line.rstrip()[-1:] in ",،:!"
        )
        if not is_greeting and _COVER.fullmatch(line) is None:
            break
        found.add(n)
    return found
