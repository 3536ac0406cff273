"""Where a forwarded report begins in a mail, and what the lines above it say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_FORWARDED = re.compile(
    r"\W*(?:(?:begin |start of )?forwarded (?:message|mail|by\b.{0,60})|fwd|message transféré"
    r"|début du message (?:réexpédié|transféré).{0,4}|weitergeleitete nachricht"
    r"|(?:بدء ال)?رسالة (?:ال)?مُ?عاد توجيهها|الرسالة المُ?عاد توجيهها|بداية الرسالة المُ?حولة"
    r"|رسالة مُ?حوّ?لة)\W*",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"\W*(?:original (?:message|mail)|message d.origine|ursprüngliche nachricht|الرسالة الأصلية"
    r"|رسالة أصلية)\W*"
    r"|_{20,}",
    re.IGNORECASE,
)
_NAMES = {
    **dict.fromkeys(("from", "de", "von", "من", "المرسل"), "from"),
    **dict.fromkeys(
        (
            "date",
            "sent",
            "envoyé",
            "gesendet",
            "datum",
            "التاريخ",
            "تاريخ",
            "تاريخ الإرسال",
            "تم الإرسال",
            "أرسلت",
        ),
        "date",
    ),
    **dict.fromkeys(("subject", "objet", "betreff", "الموضوع", "موضوع"), "subject"),
    **dict.fromkeys(
        (
            "to",
            "cc",
            "bcc",
            "reply-to",
            "à",
            "an",
            "إلى",
            "الى",
            "نسخة",
            "نسخة إلى",
            "المستلم",
            "الرد على",
        ),
        "to",
    ),
}
_ANY_NAME = "|".join(sorted(_NAMES, key=len, reverse=True))
_FIELD = re.compile(
    rf"[\s*_>\u200e\u200f]*({_ANY_NAME})[*_\s\u200e\u200f]*:[*_\s]*(.*)", re.IGNORECASE
)
_SUBJECT_FORWARDED = re.compile(
    r"^\W*(?:fwd?|tr|wg|إعادة توجيه|إعادة إرسال|تحويل)\s*[:：]", re.IGNORECASE
)
_SUBJECT_MARK = re.compile(
    r"^\s*(?:(?:re|fwd?|aw|wg|tr|sv|antw|رد|ردّ|الرد|إعادة توجيه|إعادة إرسال|تحويل)\s*(?:\[\d+\])?\s*[:：]"
    r"|\[[^\[\]]{1,40}\])\s*",
    re.IGNORECASE,
)
_STORY = 140  # characters of a paragraph that is more than a comment
_LONGEST_FIELD = 400
_GAP = 3


@dataclass(frozen=True)
class Forwarded:
    """A forwarded report inside a mail.

    Attributes:
        above: index of the first line that is no longer the forwarder's.
        start: index of the first line of the report.
        fields: ``from``, ``date`` and ``subject`` as its head has them.
    """

    above: int
    start: int
    fields: Mapping[str, str]


def clean_subject(subject: str) -> str:
    """A subject without Re:, Fwd: and the tag of a list."""
    while (match := _SUBJECT_MARK.match(subject)) and match.end() < len(subject):
        subject = subject[match.end() :]
    return subject.strip()


def forwarded_in(lines: Sequence[str], subject: str) -> Forwarded | None:
    """The first forwarded report among a mail's lines; None where it is an answer, or none at all.

    Args:
        lines: the mail's lines.
        subject: its subject, which tells answers from forwarded mails.
    """
    for number, line in enumerate(lines):
        if len(line) > _LONGEST_FIELD:
            continue
        is_marked = _FORWARDED.fullmatch(line) is not None
        begins = (
            is_marked or _ORIGINAL.fullmatch(line) is not None or _FIELD.match(line) is not None
        )
        is_forwarded = is_marked or _SUBJECT_FORWARDED.match(subject) is not None
        found = _head_at(lines, number) if begins else None
        if found is None and is_marked and not has_story(lines[:number]):
            found = Forwarded(number, number + 1, {})  # whose head was cut off
        if found is None:
            continue
        return found if is_forwarded or not has_story(lines[:number]) else None
    return None


def answered_at(lines: Sequence[str]) -> int:
    """Where the mail begins that is answered: the index of its mark or head; else how many lines."""
    for number, line in enumerate(lines):
        if len(line) > _LONGEST_FIELD:
            continue
        begins = _ORIGINAL.fullmatch(line) or _FIELD.match(line)
        if begins and _head_at(lines, number) is not None:
            return number
    return len(lines)


def has_story(lines: Sequence[str]) -> bool:
    """Whether there is a paragraph among lines, wrapped or not, that is more than a comment."""
    length = 0
    for line in lines:
        bare = line.strip(" >\t*")
        length = length + len(bare) + 1 if bare else 0
        if length >= _STORY:
            return True
    return False


def _head_at(lines: Sequence[str], number: int) -> Forwarded | None:
    """The head whose first line, or whose mark, is at a line: at least From and two fields more."""
    at, blanks, fields, count = number, 0, dict[str, str](), 0
    if _FIELD.match(lines[at]) is None:
        at += 1
    last = ""
    while at < len(lines) and len(lines[at]) <= _LONGEST_FIELD:
        match = _FIELD.match(lines[at])
        bare = lines[at].strip(" >\t")
        if match:
            last = _NAMES[match[1].lower()]
            fields.setdefault(last, match[2].strip(" *"))
            count, blanks = count + 1, 0
        elif not bare:
            blanks += 1
            if blanks >= _GAP or (count >= 3 and "subject" in fields and "from" in fields):
                break
        elif last in ("from", "to") and ("@" in bare or bare.endswith((",", ";"))) and not blanks:
            pass  # people over several lines
        elif last == "subject" and not blanks and lines[at][:1] in (" ", "\t"):
            fields["subject"] += f" {bare}"
        else:
            break
        at += 1
    if "from" not in fields or count < 3:
        return None
    while at < len(lines) and not lines[at].strip(" >\t"):
        at += 1
    return Forwarded(number, at, fields)
