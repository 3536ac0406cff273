"""Mail addresses and telephone numbers, which never stand in an article."""

from __future__ import annotations

import re

GONE = "[…]"
"""What stands in a sentence where an address stood."""

_LOCAL = re.compile(r"[\w.+%'!#$&*/=?^{|}~\\-]")
_DOMAIN = re.compile(r"[@＠](?:\\?[\w-]){1,80}(?:\\?\.(?:\\?[\w-]){1,63}){0,8}")
_SPELT = re.compile(
    r"[\w.+-]{1,64}\s?[\[({]\s?(?:at|@)\s?[\])}]\s?[\w-]{1,63}(?:\s?(?:\.|[\[({]\s?(?:dot"
    r"|\.)\s?[\])}])\s?[\w-]{1,63}){1,5}",
    re.IGNORECASE,
)
_ENCODED = re.compile(r"(?:%40|&#64;|&#x40;)", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w+])(?:\+|00)\s?\d{1,3}[\s()./-]{0,2}(?:\d[\s()./-]{0,2}){6,12}\d(?!\w)"
)
_CONTACT_LINE = re.compile(
    r"(?:^|\W)(?:tel|phone|mob(?:ile)?|cell|fax|whatsapp|signal|skype|e-?mail|contact|www|هاتف|جوال"
    r"|موبايل|فاكس"
    r"|واتساب|بريد|للتواصل|للاتصال|الإيميل|الايميل)\b\.?\s*(?:no\.?|us|person|number|إلكتروني)?\s*[:(/]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d[\d\s()./+-]{5,}\d")
_LONGEST_CONTACT = 200


def without_addresses(text: str) -> str:
    """The text with each address, and each telephone number with its country's code, left out."""
    if _ENCODED.search(text):
        text = re.sub(r"\S{0,200}(?:%40|&#64;|&#x40;)\S{0,200}", GONE, text, flags=re.IGNORECASE)
    if "@" in text or "＠" in text:
        text = _without_mail(text)
    if "[" in text or "(" in text or "{" in text:
        text = _SPELT.sub(GONE, text)
    return _PHONE.sub(GONE, text)


def _without_mail(text: str) -> str:
    """Walks back from each @ by hand: a pattern would take quadratic time on a hostile line."""
    parts: list[str] = []
    done = 0
    for match in _DOMAIN.finditer(text):
        start = match.start()
        while start > done and _LOCAL.match(text[start - 1]):
            start -= 1
        if start == match.start():
            continue  # a handle, "@tellin_today", is a name
        end = match.end()
        if text[start - 1 : start] == "<" and text[end : end + 1] == ">":
            start, end = start - 1, end + 1
        if start >= done:
            parts += [text[done:start].removesuffix("mailto:"), GONE]
            done = end
    return "".join([*parts, text[done:]])


def is_contact_line(line: str) -> bool:
    """Whether a short line is there to say how to reach somebody."""
    if len(line) > _LONGEST_CONTACT:
        return False
    has_address = ("@" in line or "＠" in line) and without_addresses(line) != line
    words = without_addresses(line).replace(GONE, "")
    if has_address and len(re.findall(r"\w+", words)) <= 8:
        return True
    labelled = _CONTACT_LINE.search(line) is not None
    return labelled and (has_address or _NUMBER.search(line) is not None or GONE in line)
