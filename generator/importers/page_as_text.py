"""Pages that a text browser wrote down, ``lynx -dump`` or ``w3m -dump``: menus, headlines, broken lines.

Lynx sets a page in eighty columns: text three columns in, lists five, the headings of a page at the
margin or in the middle, fields as ``____``, buttons as ``(BUTTON)``, pictures as ``[name.png]``. The
report is where most of the prose is; its headline is the heading above that shares its words. W3m sets
paragraphs at the margin, headings like them, and lists with bullets. What else the page says, menus and
teasers, is left out and told, but for the lines that state rights.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.decoding import decode
from generator.errors import UnreadableReport
from generator.importers import Claim
from generator.importers._doubts import doubts
from generator.mail import is_mail, is_mailbox
from generator.model import TEXT, Candidate, Draft, RawReport
from generator.orthography import folded_words, stems

NAME = "page as text"

_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^ {3}.*\((?:BUTTON|Submit|Reset)\)",
        r"^ {3}IFRAME: ",
        r"^ {1,4}#(?:\S.*[«»]|.*\b(?:alternate|publisher)\b)|^ {3}\[INS: :INS\]",
        r"^ {3}.*_{10}",
        r"^ {3}.*\[[\w.%-]{1,80}\.(?:png|jpe?g|gif|svg|webp)(?:\?[^\]\s]{0,200})?\]",
        r"(?:^ {5}\* \S.*\n(?: {7,}.*\n)*){3}",
        r"^ {10}\+ \S",
        r"^References\n\n(?: {3}(?:Visible|Hidden) links:?\n)? +1\. \S+:",
    )
)
_FEWEST_SIGNS = 2
_INDENTED = 0.6  # of the lines: the rest are headings
_FEWEST_LINES = 12
_SET_IN = re.compile(rb"^   \S", re.MULTILINE)
_BULLET = "\n  • ".encode()
_BULLETS = re.compile(r"(?:^ {2}• \S.*\n(?: {4}.*\n)*){3}", re.MULTILINE)
_PARAGRAPH = re.compile(r"(?:^[^\s•].{59,79}\n){2}", re.MULTILINE)
_CENTRED = 6
_TEXT_AT, _BROKEN, _FEWEST_BROKEN, _NEARLY_ALL = 3, 60, 4, 0.75

_MARGIN = 79
_SLACK = 2  # columns that signs without width take
_ITEM = re.compile(r" {2,}(?:[*+@#o•◦▪□-]|\d{1,3}\.)(?: |$)")
_NOISE = re.compile(
    r"IFRAME: |\[(?:[\w.%/-]+\.(?:png|jpe?g|gif|svg|webp)|INLINE|IMG|INS)|\{\{?|_{5,}|#\S*(?:\s|$)"
    r"|https?://\S+$|(?:[A-Za-z]+\s)*(?:alternate)\b|share on\b|[\W\d_]*$",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\[[\w.%/ -]+\.(?:png|jpe?g|gif|svg|webp)[^\]]*\]")
_LINK_NUMBER = re.compile(r"\[\d{1,4}\](?=\S)")
_REFERENCES = re.compile(r"^References\n\n(?: {1,3}\S.*(?:\n|\Z)|\n)*\Z", re.MULTILINE)
_RIGHTS = re.compile(r"©|\bcopyright\b|\ball rights reserved\b|حقوق|droits réservés", re.IGNORECASE)
_OF_THE_SITE = re.compile(
    r"\bcookies?\b|\bconsent\b|\bJavaScript\b|\bprivacy\b|\bnewsletter\b|\bsubscri|données personnelles"
    r"|ملفات تعريف الارتباط|سياسة الخصوصية",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"(?:\S+\s){0,2}(?:أيضا|ايضا|أيضًا|ذات صلة|المزيد|متعلقة)\s*$"
    r"|(?:\d{1,4}\s)?(?:à lire|lire aussi|sur le même sujet|related|read (?:also|more|next)|more from|see also"
    r"|most (?:read|popular)|comments?|commentaires?|(?:ال)?تعليقات|ترشيحاتنا|قد يعجبك)\b",
    re.IGNORECASE,
)
"""A heading above other reports, or above what readers say."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|[٠-٩]{4}")
_ICON = re.compile(r"^[a-z]\s(?=\d)")
_TWICE = re.compile(
    r"(\d{1,2}/\d{1,2}/\d{4})(?=\1)|(?<=\d\d [صم])\s\d\d?/\d\d?/\d{4} \d\d?:\d\d:\d\d [AP]M$"
)
"""A day that a page says for machines as well, which Lynx shows beside the one that readers see."""

_SENTENCE_ENDS = re.compile(r"[.!?؟…:»”\"](?:\s|$)")

_PROSE, _LONG_PROSE = 90, 200
_MOST_BETWEEN = 8  # blocks between paragraphs of one report: sub-headings, pictures, "read more"
_MOST_ABOVE = 30  # blocks between a headline and the report: byline, day, buttons
_JUST_ABOVE = 3  # blocks above a headline in which its day may stand
_MOST_UNHEADED = 12  # blocks above the report that are kept where none is a heading
_MOST_BEHIND = 3
_SHARED, _SHORTEST, _FEWEST_WORDS = 0.5, 4, 3


@dataclass(frozen=True)
class _Block:
    """Lines that belong together: a heading, a paragraph or an item."""

    text: str
    is_heading: bool = False
    is_item: bool = False
    may_be_heading: bool = False

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph: long, and with a sentence in it."""
        if self.is_heading or self.is_item or len(self.text) < _PROSE:
            return False
        return len(self.text) >= _LONG_PROSE or _SENTENCE_ENDS.search(self.text) is not None


def claims(raw: RawReport) -> Claim:
    """A strong claim on text that is set as Lynx does it: nearly all of it, or with several of its signs."""
    if b"\x00" in raw.head or not (_SET_IN.search(raw.head) or _BULLET in raw.head):
        return Claim.NONE
    if is_mail(raw.head) or is_mailbox(raw.head):
        return Claim.NONE
    text, _ = decode(raw.head)
    lines = [line for line in text.split("\n") if line.strip()]
    indented = sum(line.startswith("   ") for line in lines)
    exactly = sum(_indent(line) == _TEXT_AT for line in lines)
    broken = sum(_indent(line) == _TEXT_AT and _BROKEN < len(line) <= _MARGIN + 1 for line in lines)
    if len(lines) < _FEWEST_LINES:
        return Claim.NONE
    if indented < _INDENTED * len(lines):
        return Claim.STRONG if _is_set_as_w3m(text, lines) else Claim.NONE
    signs = sum(sign.search(text) is not None for sign in _SIGNS)
    is_set = broken >= _FEWEST_BROKEN and (
        exactly >= _NEARLY_ALL * len(lines) or (signs and indented >= _NEARLY_ALL * len(lines))
    )
    return Claim.STRONG if signs >= _FEWEST_SIGNS or is_set else Claim.NONE


def _is_set_as_w3m(text: str, lines: Sequence[str]) -> bool:
    """Whether a menu with bullets stands above the first paragraph, and lines are broken at the margin."""
    menu = _BULLETS.search(text)
    if menu is None or _PARAGRAPH.search(text, 0, menu.start()):
        return False
    return sum(_BROKEN < len(line) <= _MARGIN + 1 for line in lines) >= _FEWEST_BROKEN


def read(raw: RawReport) -> Iterator[Draft]:
    """The report on the page.

    Raises:
        UnreadableReport: there is no word in it, or more than 8 MB.
    """
    text, charset = decode(raw.read_whole(TEXT))
    blocks = tuple(_blocks(text))
    if not blocks:
        raise UnreadableReport("is empty: there is no word in it")
    first, last = _story(blocks)
    headline = _headline(blocks, first, last)
    begin = max(0, first - _MOST_UNHEADED) if headline is None else headline
    behind = _behind(blocks, last)
    head = [block for block in blocks[begin:first] if not block.is_item]
    day = _day_above(blocks[max(0, begin - _JUST_ABOVE) : begin], head)
    rights = [block for block in blocks[behind + 1 :] if _states_rights(block)]
    kept = (*head[:1], *day, *head[1:], *blocks[first : behind + 1], *rights)
    places = {id(block) for block in kept}
    said = [blocks[headline].text] if headline is not None else []
    yield Draft(
        raw,
        "text/plain",
        "\n\n".join(block.text for block in kept),
        problems=tuple(doubts(raw, text, charset)),
        candidates=tuple(Candidate("title", text, "heading of the page") for text in said),
        left_out=tuple(block.text for block in blocks if id(block) not in places),
    )


def _day_above(above: Sequence[_Block], head: Sequence[_Block]) -> list[_Block]:
    """Lines right above a headline that name a year, where none between it and the report does."""
    if any(_YEAR.search(block.text) for block in head):
        return []
    short = (block for block in above if not block.is_item and len(block.text) < _PROSE)
    return [block for block in short if _YEAR.search(block.text)]


def _blocks(text: str) -> Iterator[_Block]:
    """The page's blocks, each as one line; without fields, buttons, pictures and numbers of links."""
    whole = text.replace("\r\n", "\n").expandtabs(8)
    text = _REFERENCES.sub("", whole)
    is_numbered = text != whole
    lines = text.split("\n")
    at = _text_at(lines)
    width = _width(lines, at)
    begun: list[str] = []
    for line in [*lines, ""]:
        if begun and not _goes_on(begun[-1], line, width):
            if (block := _block(begun, at, is_numbered)) is not None:
                yield block
            begun = []
        if line.strip():
            begun.append(line)


def _text_at(lines: Sequence[str]) -> int:
    """The column of paragraphs: w3m sets them at the margin, as it does headings."""
    told = [line for line in lines if line.strip()]
    indented = sum(line.startswith(" " * _TEXT_AT) for line in told)
    return _TEXT_AT if indented >= _INDENTED * len(told) else 0


def _width(lines: Sequence[str], at: int) -> int:
    """How long lines are before they are broken: as most of the longest are."""
    text = (line.rstrip() for line in lines if _indent(line) == at)
    lengths = sorted(len(line) for line in text if line.count(" ") > len(line) // 20)
    return min(_MARGIN, lengths[-max(1, len(lengths) // 100)]) if lengths else _MARGIN


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line was broken because the first word of the following one found no room in it."""
    word = following.strip().split(" ", 1)[0]
    if not word or _ITEM.match(following):
        return False
    is_deeper = _ITEM.match(line) is not None and _indent(following) > _indent(line)
    is_centred = _is_centred(line) and _is_centred(following) and _indent(following) >= _CENTRED
    if not (is_deeper or is_centred) and _indent(line) != _indent(following):
        return False
    return len(line.rstrip()) + 1 + len(word) > width - _SLACK


def _is_centred(line: str) -> bool:
    return abs(_indent(line) + len(line.rstrip()) - _MARGIN) <= 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _block(lines: Sequence[str], at: int, is_numbered: bool) -> _Block | None:
    text = " ".join(line.strip() for line in lines)
    if is_numbered:
        text = _LINK_NUMBER.sub("", text)
    is_item = _ITEM.match(lines[0]) is not None
    if is_item:
        text = text.split(" ", 1)[1] if " " in text else ""
    text = _PICTURE.sub("", text).replace("(BUTTON)", "").strip()
    text = _TWICE.sub("", _ICON.sub("", text))
    if not re.search(r"\w", text) or _NOISE.match(text):
        return None
    indent = _indent(lines[0])
    may_be_heading = not is_item and (indent >= _CENTRED or (at == 0 and len(text) < _LONG_PROSE))
    return _Block(text, indent < at, is_item, may_be_heading)


def _story(blocks: Sequence[_Block]) -> tuple[int, int]:
    """Places of the first and the last paragraph of the report: where most of the prose is."""
    best, begin, last, size, most = (0, len(blocks) - 1), 0, -1, 0, 0
    for place, block in enumerate(blocks):
        if not block.is_prose:
            continue
        if last < 0 or place - last > _MOST_BETWEEN:
            begin, size = place, 0
        size, last = size + (0 if _OF_THE_SITE.search(block.text) else len(block.text)), place
        if size > most:
            best, most = (begin, last), size
    return best[0], _before_teasers(blocks, *best)


def _before_teasers(blocks: Sequence[_Block], first: int, last: int) -> int:
    """Place of the last paragraph above a heading that announces others, where only short ones follow."""
    for place in range(last, first, -1):
        if len(blocks[place].text) >= _LONG_PROSE:
            break
        can_announce = blocks[place].is_heading or blocks[place].may_be_heading
        if can_announce and _ANNOUNCES.match(blocks[place].text):
            last = max((n for n in range(first, place) if blocks[n].is_prose), default=last)
    return last


def _headline(blocks: Sequence[_Block], first: int, last: int) -> int | None:
    """Place of the heading above the report that shares most of its words with it; else of the nearest.

    Of several the highest is the headline: those below it are the report's own.
    """
    near = range(max(0, first - _MOST_ABOVE), first)
    several = [n for n in near if len(blocks[n].text.split()) > 1]
    placed = [n for n in several if not _OF_THE_SITE.search(blocks[n].text)]
    headings = [n for n in placed if blocks[n].is_heading]
    story = frozenset(stem for n in range(first, last + 1) for stem in _stems(blocks[n].text))
    set_apart = [n for n in placed if blocks[n].is_heading or blocks[n].may_be_heading]
    alike = [n for n in set_apart if _share(blocks[n].text, story) >= _SHARED]
    return alike[0] if alike else headings[-1] if headings else None


def _stems(text: str) -> Iterator[str]:
    for word in folded_words(text):
        if len(word) >= _SHORTEST:
            yield from stems(word)


def _share(heading: str, story: frozenset[str]) -> float:
    """How many of a heading's longer words the story has, of 1."""
    words = [word for word in folded_words(heading) if len(word) >= _SHORTEST]
    told = sum(not story.isdisjoint(stems(word)) for word in words)
    return told / len(words) if len(words) >= _FEWEST_WORDS else 0.0


def _behind(blocks: Sequence[_Block], last: int) -> int:
    """Place of the last of the short lines right below the report, such as a credit."""
    place = last
    while place + 1 < len(blocks) and place - last < _MOST_BEHIND:
        following = blocks[place + 1]
        if following.is_heading or following.is_item or following.is_prose:
            break
        place += 1
    return place


def _states_rights(block: _Block) -> bool:
    return len(block.text) < _LONG_PROSE and _RIGHTS.search(block.text) is not None
