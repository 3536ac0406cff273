"""Whether a file is a mail, a mailbox, or a page that was saved in a mail's form, by its first lines."""

from __future__ import annotations

import re

_FIELD = re.compile(
    r"\s*(?:[*>]+\s*)?(from|to|cc|subject|date|sent|reply-to|message-id|received|return-path"
    r"|mime-version|content-type|delivered-to|de|à|envoyé|objet|von|an|gesendet|betreff"
    r"|من|إلى|الى|الموضوع|التاريخ|تاريخ الإرسال)\s*:",
    re.IGNORECASE,
)
_TECHNICAL = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,20}(?:Return-Path|Received|Delivered-To|X-Mozilla-\w+|MIME-Version"
    rb"|DKIM-Signature"
    rb"|X-[\w-]{1,60}|ARC-[\w-]{1,40}|Message-ID)\s?:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n"
    rb"|[!-9;-~]{1,76}:[^\n]{0,2000}\n){2}",
    re.IGNORECASE,
)
_BOX = re.compile(
    rb"(?:\xef\xbb\xbf)?From [^\r\n]{0,300}(?:19|20)\d\d[^\r\n]{0,40}\r?\n(?:>?[!-9;-~]{1,76}:|From )"
)
_SNAPSHOT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[!-9;-~]{1,76}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,20}){0,12}?"
    rb"(?:Snapshot-Content-Location:|From:\s*[\"<]{0,2}Saved by\b)",
    re.IGNORECASE,
)
_OTHER = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:[<{%\[]|---\s|\+\+\+|PK\x03\x04)")
_SENDER = frozenset(("from", "de", "von", "من"))
_HEAD = 4000
_HEAD_LINES = 15


def is_mailbox(head: bytes) -> bool:
    """Whether a file begins as the mbox format does: RFC 4155's "From " line, then a header."""
    return _BOX.match(head) is not None


def is_snapshot(head: bytes) -> bool:
    """Whether a file is a page that a browser saved in one file, in the form of a mail (RFC 2557)."""
    return _SNAPSHOT.match(head) is not None


def is_mail(head: bytes) -> bool:
    """Whether a text is a mail, saved with its headers or pasted with the lines that programs show.

    People's addresses are not for an archive, so what only may be a mail is taken for one.
    """
    if _OTHER.match(head) or is_mailbox(head) or is_snapshot(head):
        return False
    if _TECHNICAL.match(head):
        return True
    if b"@" not in head[:_HEAD]:
        return False
    lines = head[:_HEAD].decode("utf-8", "replace").splitlines()[:_HEAD_LINES]
    named = {match[1].lower() for line in lines if (match := _FIELD.match(line))}
    has_sender = bool(named & _SENDER)
    return has_sender and len(named) >= 3 and any("@" in line for line in lines)
