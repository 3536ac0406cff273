"""A mail as the parts of a draft: its report alone, and what its head says of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from email.message import Message

from generator.errors import UnreadableReport
from generator.html import fragment_blocks
from generator.mail import message as mails
from generator.mail.addresses import GONE, without_addresses
from generator.mail.forwarding import answered_at, clean_subject, forwarded_in, has_story
from generator.mail.message import Body
from generator.mail.pictures import pictures_of
from generator.mail.quoting import additions, is_attribution, is_quoted, unquoted
from generator.model import Block, Candidate, PictureInside, RawReport

WITHHELD = "a mail; it carries people's addresses"

_MOST_FORWARDS = 6
_PLAIN_IS_ENOUGH = 0.75  # of the words that the HTML part has
_NO_SUBJECT = re.compile(
    r"\W*(?:\(?no subject\)?|press release|news release|statement|report|news|urgent|attached"
    r"|document|untitled|mail"
    r"|بدون (?:موضوع|عنوان)|\(?لا موضوع\)?|بيان صحفي|بيان|تقرير|خبر|عاجل|مرفق)?\W*",
    re.IGNORECASE,
)
_LINK_WITH_ADDRESS = re.compile(r"\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:@|%40)[^()\s]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]]{0,500})\]\([^()\s]{0,2000}\)")
_NARROWEST, _WIDEST = 56, 99
_DISPLAY_NAME = re.compile(r'^\s*["*]?([^"<>@(),/]{2,60}?)["*]?\s*(?:<|\[mailto:|\(|$)')


@dataclass(frozen=True)
class MailParts:
    """What a draft of a mail is made of; no address of a person is in it.

    Attributes:
        text: the report of a mail in plain text; empty where there are blocks.
        blocks: the report of a mail in HTML.
        candidates: what its head says.
        arrived: the last day that its headers name.
        left_out: lines that are no part of the report: comments, answers, signatures, footers.
        is_forwarded: whether the report was forwarded in it.
        attachments: names of the files that hang on it, but for pictures.
        pictures: those in its text, and those that hang on it.
    """

    text: str
    blocks: tuple[Block, ...]
    candidates: tuple[Candidate, ...]
    arrived: date
    left_out: int
    is_forwarded: bool
    attachments: tuple[str, ...]
    pictures: tuple[PictureInside, ...] = ()


@dataclass(frozen=True)
class _Line:
    """A line of a mail, and of which block it is a part; -1 in plain text."""

    text: str
    markdown: str = ""
    block: int = -1


def mail_parts(raw: RawReport) -> MailParts:
    """Read one mail; the day of the import stands in for a clock of its own that tells nothing.

    Raises:
        UnreadableReport: there is no word of a report in it, too much text, or mails in mails.
    """
    outer = message = mails.parse(raw.content)
    attached: list[str] = []
    unread: list[str] = []
    for _ in range(_MOST_FORWARDS):
        attached += mails.attachments(message)
        unread += mails.attachments(message, with_pictures=False)
        inner = mails.attached_mail(message)
        if inner is None or _has_own_report(message):
            break
        message = inner
    body = _best_body(mails.bodies(message))
    if body is None and mails.attached_mail(message) is not None:
        raise UnreadableReport(
            f"has mails in mails, more than {_MOST_FORWARDS} deep: save the innermost, and import that"
        )
    if body is None:
        raise UnreadableReport(_why_empty(attached))
    markup, pictures = pictures_of(outer, message, body.text if body.is_html else "", raw.open)
    blocks = fragment_blocks(markup) if body.is_html else ()
    lines = _lines_of_blocks(blocks) if body.is_html else _lines_of_text(body)
    report, fields, was_forwarded = _report_in(lines, _subject(message))
    dropped = additions([line.text for line in report])
    kept = [line for n, line in enumerate(report) if n not in dropped]
    if not any(re.search(r"\w", line.text.replace(GONE, "")) for line in kept):
        raise UnreadableReport(_why_empty(attached))
    return MailParts(
        "" if body.is_html else _text_of(kept),
        _blocks_of(kept, blocks) if body.is_html else (),
        tuple(_candidates(message, outer, fields, was_forwarded or message is not outer)),
        mails.arrival(outer, raw.retrieved),
        sum(bool(line.text.strip()) for line in lines) - sum(bool(k.text.strip()) for k in kept),
        was_forwarded or message is not outer,
        tuple(without_addresses(name) for name in unread),
        tuple(replace(own, name=without_addresses(own.name)) for own in pictures),
    )


def _has_own_report(message: Message) -> bool:
    """Whether a mail with another one attached is the report itself."""
    body = _best_body(mails.bodies(message))
    if body is None:
        return False
    lines = _lines_of_blocks(fragment_blocks(body.text)) if body.is_html else _lines_of_text(body)
    texts = [line.text for line in lines]
    dropped = additions(texts)
    return has_story([text for n, text in enumerate(texts) if n not in dropped])


def _why_empty(attached: Sequence[str]) -> str:
    if attached:
        names = ", ".join(map(without_addresses, attached[:10]))
        return f"has no text of its own, only attachments ({names}): save them, and import them separately"
    return "is empty: there is no word of a report in it"


def _best_body(bodies: Sequence[Body]) -> Body | None:
    """The plain text, unless the HTML says more, as where "your program shows no HTML" is all of it."""
    plain = [body for body in bodies if not body.is_html]
    markup = [body for body in bodies if body.is_html]
    if plain and markup:
        words = len(re.findall(r"\w+", plain[0].text))
        shown = re.sub(r"<style.*?</style>|<[^<>]{0,2000}>", " ", markup[0].text, flags=re.DOTALL)
        is_enough = words >= _PLAIN_IS_ENOUGH * len(re.findall(r"\w+", html.unescape(shown)))
        return plain[0] if is_enough else markup[0]
    if plain:
        return replace(plain[0], text="\n\n".join(body.text for body in plain))
    return replace(markup[0], text="".join(body.text for body in markup)) if markup else None


def _report_in(lines: list[_Line], subject: str) -> tuple[list[_Line], Mapping[str, str], bool]:
    """The lines of the report, what the head above them says if it was forwarded, and whether it was."""
    fields: Mapping[str, str] = {}
    was_forwarded = False
    for _ in range(_MOST_FORWARDS):
        found = forwarded_in([line.text for line in lines], subject)
        if found is None:
            break
        fields, was_forwarded = found.fields, True
        lines = _without_quotes(lines[found.start :])
        subject = fields.get("subject", "")
    texts = [line.text for line in lines]
    end = answered_at(texts)
    if end < len(lines) and has_story(texts[:end]):
        lines = lines[:end]
    return _without_quotes(lines), fields, was_forwarded


def _without_quotes(lines: list[_Line]) -> list[_Line]:
    """The lines without marks of a quote, where there is no report but a quoted one."""
    quoted = [line for line in lines if is_quoted(line.text)]
    if not quoted or has_story([line.text for line in lines if not is_quoted(line.text)]):
        return lines
    return [replace(line, text=unquoted(line.text)) for line in lines]


def _lines_of_text(body: Body) -> list[_Line]:
    lines: list[str] = []
    goes_on = False
    for line in body.text.strip("\n").split("\n"):
        if goes_on and not is_quoted(line):
            lines[-1] += line.removeprefix(" ")
        else:
            lines.append(line)
        goes_on = body.is_flowed and line.endswith(" ") and line != "-- "
    return [_Line(line) for line in lines]


def _lines_of_blocks(blocks: Sequence[Block]) -> list[_Line]:
    """The lines of each block, with an empty one behind it."""
    lines: list[_Line] = []
    for number, block in enumerate(blocks):
        written = block.markdown.split("  \n")
        before = next((line.text for line in reversed(lines) if line.text), "")
        if block.markdown.startswith(">") and is_attribution(before, block.markdown):
            lines += [_Line(f"> {block.text}", block.markdown, number), _Line("")]
            continue
        if len(written) == 1:
            lines.append(_Line(block.text or block.markdown, block.markdown, number))
        else:
            lines += [_Line(_words(line), line, number) for line in written]
        lines.append(_Line(""))
    return lines


def _words(markdown: str) -> str:
    plain = re.sub(r"\\(?=\W)|(?<!\\)\*", "", _LINK.sub(r"\1", markdown))
    return html.unescape(plain).strip()


def _blocks_of(kept: Sequence[_Line], blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks that are left, each without the lines that are not."""
    result: list[Block] = []
    for number in dict.fromkeys(line.block for line in kept if line.block >= 0):
        lines = [line for line in kept if line.block == number]
        if len(lines) == len(blocks[number].markdown.split("  \n")) or is_quoted(
            blocks[number].markdown
        ):
            markdown, text = blocks[number].markdown, blocks[number].text
        else:
            markdown = "  \n".join(line.markdown for line in lines)
            text = " ".join(line.text for line in lines)
        markdown = without_addresses(_LINK_WITH_ADDRESS.sub(r"\1", markdown))
        result.append(Block(markdown.replace(GONE, "&#91;…]"), without_addresses(text)))
    return tuple(result)


def _text_of(kept: Sequence[_Line]) -> str:
    """The lines as a text, those joined that the mail's program wrapped."""
    lines = [without_addresses(line.text.rstrip()) for line in kept]
    width = max((len(line) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return "\n".join(lines).strip("\n")
    joined: list[str] = []
    last = ""
    for line in lines:
        first = line.split(maxsplit=1)[0] if line.split() else ""
        if joined and last and first and len(last) + len(first) >= width - 1:
            joined[-1] += f" {line.strip()}"
        else:
            joined.append(line)
        last = line
    return "\n".join(joined).strip("\n")


def _subject(message: Message) -> str:
    return mails.header(message, "subject")


def _candidates(
    message: Message, outer: Message, fields: Mapping[str, str], is_forwarded: bool
) -> Iterator[Candidate]:
    """Title, day and sender as the head of the report has them, or else as that of the mail has."""
    where = "of the forwarded mail" if is_forwarded else "of the mail"
    subject = fields.get("subject") or ("" if fields else _subject(message)) or _subject(outer)
    title = without_addresses(clean_subject(subject)).replace(GONE, "").strip(" -–|:")
    if not _NO_SUBJECT.fullmatch(title):
        yield Candidate("title", title, f"Subject {where}")
    own = fields.get("date", "") if fields else mails.header(message, "date")
    if own:
        yield Candidate("date", without_addresses(own), f"Date {where}", "sent")
    elif sent := mails.header(outer, "date"):
        yield Candidate("date", without_addresses(sent), "Date of the mail", "crawl")
    sender = _DISPLAY_NAME.match(
        fields.get("from", "") if fields else mails.header(message, "from")
    )
    if sender:
        yield Candidate("source", sender[1].strip(), f"From {where}")
