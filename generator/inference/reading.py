"""What a rule sees: the draft's lines, what was found so far, and where the story stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import Any, TypeVar, cast

from generator.inference.agencies import Agencies
from generator.inference.layout import lines_of
from generator.model import Draft, Finding
from generator.orthography import WORD, folded_words
from generator.vocabulary import Vocabulary

_T = TypeVar("_T")
_STORY_LENGTH = 140
_BAR, _BARS_OF_A_ROW = " | ", 2
_BULLET, _BULLETS_OF_A_ROW = "• ", 4
_IS_LIST = re.compile(r"[^\W\d_]{3}[.?!؟]\s+\S|[:;؛]\s+•\s")
"""A sentence within, or a list that a sentence begins: "calls on the authorities to: • …; • …"."""

_STORY_WORDS = 22
_LONGEST_KEPT = 4000  # characters of a line of which it is kept what it is
_BYLINE_AND_DAY = re.compile(
    r"(?:By|BY|Par|PAR|بقلم)\s[^.!?؟«“\"]{3,110}\s(?:19|20)\d\d\b[^.!?؟«“\"]{0,90}"
)
"""As heads of pages run together: "Par A B, envoyée spéciale à C Publié le 12 avril 2021 à 06h00 – Mis …"."""

_CREDIT_BEHIND = re.compile(r"[.!?؟”\"»](?P<dash>\s*[-–—]{1,2}\s*)(?P<agency>[^.()\[\]–—]{2,40})$")
_CAPTION_BEGINS = re.compile(r"(?:TOPSHOTS?|FILE(?: PHOTO)?)\b")
_CREDIT_ENDS = re.compile(
    r"[.]\s\|\s(?:AFP(?:-JIJI)?|AP|REUTERS|KYODO|EPA)$"
    r"|\b(?:Foto|Photo)s? de (?:AFP|EFE|AP|Reuters)\s*/[^.]{2,60}$"
    r"|\b(?:Photo|Image|Picture|Credit|Crédit)s?(?: by)?\s*[:©/][^.]{2,60}$"
    r"|\((?:Photo|Picture|Image)s? (?:by|par)\s[^()]{3,80}\)\.?$"
    r"|[.!?”\"]\s(?:PHOTO|FILE)\s\|\s[A-ZÀ-Þ][\w.'’-]*(?:\s[\w.'’-]+){0,3}(?:\s\|\s[\w .'’-]{2,40})?$"
    r"|/\s*(?:AFP|AP|Reuters|REUTERS|EPA|Getty Images)\s*(?:/[\s\w.-]{3,40})?\)?\.?$"
    r"|\((?:AFP|AP|Reuters|REUTERS|EPA|Getty(?: Images)?)/[\w .'’-]{3,50}\)\.?$"
    r"|\([^()]{0,40}(?:/Getty|Getty Images|/AFP|/AP|via AP|AP Photo|/EPA|/Reuters|/REUTERS)[^()]{0,40}\)\.?$"
    r"|(?:REUTERS|EPA)/[\w .'’-]{3,40}(?:/File Photo)?(?:\s(?:Acquire|Purchase) Licensing Rights.{0,30})?$"
    r"|©\s*(?:AFP|AP|Reuters|REUTERS|EPA|dpa)(?:\s[\w .'’-]{3,40})?$"
    r"|©\s*[\w .'’-]{3,40}\s*/\s*(?:AFP|AP|Reuters|REUTERS|EPA)$"
    r"|[.!?”\"]\s©\s?(?:19|20)\d\d\s(?:[A-ZÀ-Þ][\w.'’-]*\s?){1,4}(?:(?:for|pour|/)\s?(?:[A-ZÀ-Þ][\w.'’-]*\s?){1,4})?$"
)
_PICTURE_AGENCY = r"(?:AAP|AFP|AP|EPA|PA|dpa|REUTERS|Reuters|Getty(?: Images)?)"
_PHOTOGRAPHER = (
    r"(?!.*\b(?:News|Press|Presse|Times|Post|Agenc(?:y|ies))\b)"
    r"[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){1,3}"
)
_CREDIT_BEHIND_WORDS = re.compile(
    rf"(?<=.{{25}}\s)Source: {_PICTURE_AGENCY}\s?/\s?{_PHOTOGRAPHER}$"
    rf"|(?<=.{{25}}[.!?”\"]\s){_PICTURE_AGENCY}\s?/\s?{_PHOTOGRAPHER}$"
    rf"|(?<=.{{25}}[^.!?؟”\"»\s]\s)\[(?:File: ?{_PICTURE_AGENCY}|{_PHOTOGRAPHER}/{_PICTURE_AGENCY})\]$"
    r"|(?<=.{25}[.!?؟”\"»،]\s)\(?(?:File photo|Photo d['’]archives?|صورة (?:أرشيفية|ملف|من الأرشيف))\)?\.?$"
    r"|(?<=.{25}\s)(?:رويترز|[أا]\s?ف\s?ب|[أا]سوشيتد ?برس|فرانس ?برس)\s?/\s?"
    r"(?!.*(?:رويترز|برس|نيوز|وكالات))[^\W\d]{3,}(?:\s[^\W\d]+){1,3}"
    r"(?:\s?/\s?صورة (?:أرشيفية|ملف|من الأرشيف))?(?:\sالحصول على (?:حقوق )?الترخيص.{0,20})?$"
)
"""Behind what a picture shows: "… Source: AAP / MIRA HOLT", "… [Mira Holt/AP]", "… رويترز/ميرا هولت"."""

_LONGEST_CREDIT = 130
_SIGNS_OF_CREDIT = (
    *("AFP", "AP", "euters", "REUTERS", "EPA", "Getty", "KYODO", "dpa"),
    *("hoto", "PHOTO |", "FILE |", "Foto", "mage", "icture", "redit", "rédit", "©"),
    *("Source: PA", ". PA/", "[File: PA", "/PA]", "صورة", "رويترز", "ف ب", "برس"),
)
"""One of these is in every line whose end is a credit; to look for them takes a tenth of the time."""

_FEWEST_OF_A_TICKER, _TICKER_WORDS = 150, 25
_MARK_OF_SENTENCES = re.compile(r"[.,،:;؛!?؟…\"“”«»()]")
_STYLE_RULE = re.compile(r"[\w#.@)*-]\s*\{\s*[a-z-]{3,30}\s?:\s?[^{};]{1,80};")
_LONGEST_CAPTION = 600
_ADDRESS = re.compile(r"\S*[/@]\S*|www\.\S+")
_IN_ADDRESS = re.compile(r"[/@]|www\.")
_HEAD_LINES = 8
_TAIL_LINES = 8
_RIGHT_ABOVE = 3
_MOST_BELOW_RIGHTS = 1
_OF_THE_SITE = re.compile(
    r"©|جميع الحقوق محفوظة|all rights reserved|tous droits réservés", re.IGNORECASE
)
_TOP_OF_TAIL = 24
_FIRST, _MOST_ABOVE = 12, 60


_OF_LINES = ("_text",)
_OF_OPEN_LINES = (
    *_OF_LINES,
    "consumed",
    "open",
    "head",
    "right_above",
    "tail",
    "below_standfirst",
    "_story",
    "_story_span",
)
"""What a reading knows of its lines, and of those that are open, once it was asked."""


@dataclass(frozen=True)
class Context:
    """What rules know besides the draft.

    Attributes:
        vocabulary: the archive's terms.
        agencies: news agencies, and the vocabulary's sources.
        publishers: names under which the organisation itself publishes.
    """

    vocabulary: Vocabulary
    agencies: Agencies
    publishers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A draft being read: its lines, and what was found so far.

    Attributes:
        lines: one per paragraph, title, byline or footer; empty texts for blank lines.
        found: findings by field.
        earlier: the reading as it was before each of them was found.
        kept: what was made of texts or of all lines, whatever had been found by then.
    """

    draft: Draft
    context: Context
    lines: tuple[str, ...]
    found: Mapping[str, Finding] = field(default_factory=dict)
    earlier: Mapping[str, Reading] = field(default_factory=dict, compare=False, repr=False)
    kept: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    def with_finding(self, name: str, finding: Finding) -> Reading:
        """The reading, knowing one thing more; what is known of its lines is not looked up again."""
        earlier = {**self.earlier, name: self}
        found = {**self.found, name: finding}
        reading = Reading(self.draft, self.context, self.lines, found, earlier, self.kept)
        stays = _OF_LINES if finding.consumed or name in self.found else _OF_OPEN_LINES
        known = self.__dict__
        reading.__dict__.update({part: known[part] for part in stays if part in known})
        return reading

    def before(self, name: str) -> Reading:
        """The reading as it was when a field was looked for."""
        return self.earlier.get(name, self)

    def once(self, make: Callable[[Reading], _T]) -> _T:
        """What several rules make of this reading, made when first asked for and kept."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(_T, self._made[make])

    def of_text(self, make: Callable[[Reading, str], _T], text: str) -> _T:
        """What several rules make of the same words of a draft, whatever was found so far."""
        key = (make, text)
        if key not in self.kept:
            self.kept[key] = make(self, text)
        return cast(_T, self.kept[key])

    def of_lines(self, make: Callable[[tuple[str, ...]], _T]) -> _T:
        """What several rules make of the lines alone, whatever was found so far."""
        if make not in self.kept:
            self.kept[make] = make(self.lines)
        return cast(_T, self.kept[make])

    @cached_property
    def _made(self) -> dict[Callable[[Reading], Any], Any]:
        return {}

    @cached_property
    def consumed(self) -> frozenset[int]:
        """Indices of lines that are a field or boilerplate and not the story."""
        return frozenset().union(*(finding.consumed for finding in self.found.values()))

    @cached_property
    def open(self) -> tuple[int, ...]:
        """Indices of lines with text that no finding has taken yet."""
        return tuple(
            number for number, line in enumerate(self.lines) if line and number not in self.consumed
        )

    @cached_property
    def head(self) -> tuple[int, ...]:
        """Indices of the open lines above the story, at most 8; of more, those around the title."""
        above = self.open[: self._story_span[0]]
        title = self.found.get("title") if len(above) > _HEAD_LINES else None
        if title is None or not title.consumed:
            return above[:_HEAD_LINES]
        last = max(title.consumed | self.repeats(str(title.value), above))
        below = tuple(n for n in above if n > last)[:_HEAD_LINES]
        before = tuple(n for n in above if n < last)
        return (*before[max(0, len(before) + len(below) - _HEAD_LINES) :], *below)

    @cached_property
    def below_title(self) -> tuple[int, ...]:
        """Those of the head that stand below the title, in which bylines are; all where there is none."""
        title = self.found.get("title")
        last = max(title.consumed, default=-1) if title is not None else -1
        return tuple(n for n in self.head if n > last)

    @cached_property
    def right_above(self) -> tuple[int, ...]:
        """Indices of the last open lines above the story, where many stand above it."""
        start = self._story_span[0]
        return self.open[max(_HEAD_LINES, start - _RIGHT_ABOVE) : start]

    @cached_property
    def tail(self) -> tuple[int, ...]:
        """Indices of the open lines below the story, at most 8."""
        after = self.open[self._story_span[1] + 1 :]
        below = range(
            self.open[self._story_span[1]] + 1 if after else len(self.lines), len(self.lines)
        )
        rights = (n for n in below if _OF_THE_SITE.search(self.lines[n]))
        end = next(rights, len(self.lines))
        if sum(n > end for n in after) > _MOST_BELOW_RIGHTS:
            after = tuple(n for n in after if n < end)  # the rest is about other reports
        return after[-_TAIL_LINES:]

    @property
    def end(self) -> tuple[int, ...]:
        """Indices of the last three open lines of the report: what follows its tail is the site's."""
        last = self.tail[-1:] or self.open[: self._story_span[1] + 1][-1:]
        return tuple(n for n in self.open[-3:] if n <= last[0]) if last else self.open[-3:]

    @cached_property
    def below_standfirst(self) -> tuple[int, ...]:
        """Indices of the short lines between the first paragraph and the next.

        There stand byline and day where the first paragraph is a standfirst; or a sub-heading.
        """
        first = self._story_span[0]
        after = self.open[first + 1 :]
        short = tuple(takewhile(lambda n: not is_story(self.lines[n]), after))
        return short if 1 < len(short) <= _HEAD_LINES and len(short) < len(after) else ()

    @cached_property
    def _story_span(self) -> tuple[int, int]:
        """Places in ``open`` of the story's first and last paragraph."""
        paragraphs = self.of_lines(_paragraphs)
        places = [place for place, number in enumerate(self.open) if number in paragraphs]
        if len(places) > 1 and places[0] == 0 and is_ticker(self.lines[self.open[0]]):
            places = places[1:]
        if not places:
            return (min(len(self.open), 4), len(self.open) - 1 - min(len(self.open) // 2, 3))
        return (places[0], places[-1])

    def is_publisher(self, name: str) -> bool:
        """Whether a name is that of the site, as far as it is known."""
        publisher = self.found.get("publisher")
        return publisher is not None and same(name) == same(str(publisher.value))

    def is_outlet_itself(self, name: str) -> bool:
        """Whether a name is that of the site, or stands above the title."""
        above = tuple(self.found["title"].consumed) if "title" in self.found else ()
        return self.is_publisher(name) or bool(self.repeats(name, above))

    def has_in_lower_case(self, word: str) -> bool:
        """Whether a word stands somewhere in the text in lower case, and so is no name."""
        return word in self._text and word in self.of_lines(_lower_case_words)

    @cached_property
    def _text(self) -> str:
        return "\n".join(self.lines)

    def story(self) -> str:
        """The open lines as one text."""
        return self._story

    @cached_property
    def _story(self) -> str:
        return "\n".join([self.lines[number] for number in self.open])

    def story_start(self) -> int | None:
        """Index of the line with which the story begins."""
        place = self._story_span[0]
        return self.open[place] if place < len(self.open) else None

    def first_story_line(self) -> str:
        """The story's first paragraph, or an empty text."""
        start = self.story_start()
        return "" if start is None else self.lines[start]

    def repeats(self, text: str, among: Iterator[int] | tuple[int, ...]) -> frozenset[int]:
        """Which of those lines say the same as ``text``."""
        wanted, longest = same(text), 2 * len(text) + 40
        lines = ((number, self.lines[number]) for number in among)
        return frozenset(n for n, line in lines if len(line) <= longest and same(line) == wanted)


def below(reading: Reading, number: int) -> tuple[int, ...]:
    """Indices of the open lines below one of them that are above the story, or among the first."""
    above = min(bisect_left(reading.open, reading.story_start() or 0), _MOST_ABOVE)
    return reading.open[bisect_right(reading.open, number) : max(above, _FIRST)]


def _paragraphs(lines: tuple[str, ...]) -> frozenset[int]:
    """Indices of the lines that are the story's; captions are none of them."""
    long = (n for n, line in enumerate(lines) if line and is_story(line))
    return frozenset(n for n in long if not is_caption(lines[n]))


Rule = Callable[[Reading], Finding | None]


def begin(draft: Draft, context: Context) -> Reading:
    """Begin to read a draft; Markdown keeps its lines, and each block is one."""
    if draft.blocks:
        return Reading(draft, context, tuple(block.text for block in draft.blocks))
    if draft.is_markdown:
        return Reading(draft, context, tuple(draft.text.split("\n")))
    return Reading(draft, context, _with_credit_apart(lines_of(draft.text), context.agencies))


def _with_credit_apart(lines: tuple[str, ...], agencies: Agencies) -> tuple[str, ...]:
    """The agency behind the last sentence, as in "… – dpa", in a line of its own."""
    for number in range(len(lines) - 1, max(-1, len(lines) - _TOP_OF_TAIL), -1):
        line = lines[number]
        match = _CREDIT_BEHIND.search(line, max(0, len(line) - 60))
        if match is not None and agencies.named(match["agency"]):
            parted = (line[: match.start("dash")], match["agency"])
            return (*lines[:number], *parted, *lines[number + 1 :])
    return lines


def _lower_case_words(lines: tuple[str, ...]) -> frozenset[str]:
    text = "\n".join(
        _ADDRESS.sub(" ", line) if _IN_ADDRESS.search(line) else line for line in lines
    )
    return frozenset(filter(str.islower, WORD.findall(text)))


def is_story(line: str) -> bool:
    """Whether a line is long enough to be a paragraph of the story, and no row between bars or bullets."""
    return _is_story(line) if len(line) <= _LONGEST_KEPT else line.count(_BAR) < _BARS_OF_A_ROW


@lru_cache(maxsize=4096)  # every rule asks it of the same lines
def _is_story(line: str) -> bool:
    if len(line) < _STORY_LENGTH and len(line.split()) < _STORY_WORDS:
        return False
    if is_code(line):
        return False
    if line.count(_BULLET) >= _BULLETS_OF_A_ROW and _IS_LIST.search(line) is None:
        return False  # the headlines of other reports
    return line.count(_BAR) < _BARS_OF_A_ROW and _BYLINE_AND_DAY.fullmatch(line) is None


def is_ticker(line: str) -> bool:
    """Whether a line is long and has no mark of a sentence: the headlines of other reports, in a row."""
    if not _FEWEST_OF_A_TICKER <= len(line) <= _LONGEST_KEPT or _MARK_OF_SENTENCES.search(line):
        return False
    return len(line.split()) >= _TICKER_WORDS


def is_code(line: str) -> bool:
    """Whether a line is a rule of a style sheet, as copies of pages begin with: "#ad { width: 728px; …"."""
    return "{" in line and _STYLE_RULE.search(line, 0, _LONGEST_CAPTION) is not None


def is_caption(line: str) -> bool:
    """Whether a line, however long, ends in the credit of a photo or begins as an agency's captions do."""
    return len(line) < _LONGEST_CAPTION and _is_credited(line)


@lru_cache(maxsize=4096)
def _is_credited(line: str) -> bool:
    if _CAPTION_BEGINS.match(line):
        return True
    end = line[-_LONGEST_CREDIT:]
    if not any(map(end.__contains__, _SIGNS_OF_CREDIT)):
        return False
    start = max(0, len(line) - _LONGEST_CREDIT)
    ends = (_CREDIT_ENDS, _CREDIT_BEHIND_WORDS)
    return any(pattern.search(line, start) is not None for pattern in ends)


def same(text: str) -> str:
    """The text as it is compared: its words, folded."""
    return _same(text) if len(text) <= _LONGEST_KEPT else " ".join(folded_words(text))


@lru_cache(maxsize=4096)
def _same(text: str) -> str:
    return " ".join(folded_words(text))


def quoted(text: str, limit: int = 80) -> str:
    """A text as evidence: in quotes, cut in its middle where it is long."""
    text = " ".join(text.split())
    if len(text) > limit:
        text = f"{text[: limit // 2]} … {text[-limit // 3 :]}"
    return f"'{text}'"
