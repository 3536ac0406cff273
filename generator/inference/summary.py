"""Summary: what the format gives as one, or the first sentence that says something.

It is a sentence taken from the report, or from the words that its publisher put beside it, and its
evidence says which; nothing is written anew. A report with a warning has none: lists would show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.inference.boilerplate import is_page_furniture
from generator.inference.date_lines import is_date_line
from generator.inference.datelines import dateline_of
from generator.inference.headline import first_sentence_of
from generator.inference.reading import Reading, is_story, quoted, same
from generator.model import Finding
from generator.orthography import words

_LONGEST = 240
_CUT_AT = 200
_SHORTEST = 40
_FEWEST_WORDS = 6
_SHARED_WORDS = 3
_WORD_LENGTH = 4
_LINES = 6
_ENDS = re.compile(r"[.!?؟۔…][\"'”’»)]*$")
_CUT_OFF = re.compile(r"\s*(?:\[?(?:…|\.\.\.)\]?|&hellip;)\s*$")
_NO_SENTENCE = re.compile(
    r"\W*(?:photo|image|picture|video|caption|file photo|editor['’]s note|note\b|warning|listen|watch|read\b"
    r"|reporting by|by\s|par\s|source|صورة|الصورة|تصوير|تنويه|ملاحظة|بقلم|المصدر|فيديو|crédit)",
    re.IGNORECASE,
)
_CREDITED = re.compile(r"\b(?:photo|image|picture)\s*(?:[:©/]|by\b|credit)|©|صورة:", re.IGNORECASE)
_FILED = re.compile(  # "تلين ـ «المنارة» ـ من ميرا هولت: "
    r"^[^:–—()\d«»]{2,40}?\s?[ـ–—-]{1,2}\s?«[^«»]{3,30}»\s?[ـ–—-]{0,2}\s?(?:من\s[^:.]{3,40})?:\s*"
)
_OF_A_LISTING = (
    re.compile(  # what a site of others' reports says of each: "Map in English on Tellin about …"
        r"[\w,&\s-]{3,40}\sin\s\w+\s(?:on|about)\s.*;\spublished on\s\d"
    )
)
_OPEN_QUOTES = (("“", "”"), ("«", "»"), ("„", "“"))


def stated_beside_it(reading: Reading) -> Finding | None:
    """The description that a page or an entry has, unless it is the site's or repeats the title."""
    candidates = reading.draft.values("summary")
    if not candidates or not _may_have_one(reading):
        return None
    told = {word for line in (_title(reading), reading.story()) for word in _long_words(line)}
    for candidate in candidates:
        text = " ".join(candidate.value.split())
        dateline = dateline_of(text)
        text = text[dateline.end :] if dateline else text
        text = _sentences_of(text) if _CUT_OFF.search(text) else text
        if not _says_something(text) or _is_title(reading, text) or _OF_A_LISTING.match(text):
            continue
        if len(_long_words(text) & told) >= _SHARED_WORDS:
            return Finding(_shortened(text), f"{candidate.place} {quoted(candidate.value)}")
    return None


def first_sentence(reading: Reading) -> Finding | None:
    """The story's first sentence, without its dateline."""
    if not _may_have_one(reading) or reading.draft.is_markdown:
        return None
    if reading.draft.stated.get("display") == "link":
        return None  # readers may not see the text
    title = reading.found.get("title")
    if title is not None and title.evidence.startswith("first sentence"):
        return None  # there it stands already
    sentences = (s for s in _first_sentences(reading) if not _is_title(reading, s))
    sentence = next(filter(_says_something, sentences), "")
    return Finding(_shortened(sentence), "first sentence of the text") if sentence else None


def _may_have_one(reading: Reading) -> bool:
    return "warning" not in reading.draft.stated


def _first_sentences(reading: Reading) -> Iterator[str]:
    """How each of the first paragraphs of the story begins: its first sentence, or two short ones."""
    lines = (n for n in reading.open if _is_paragraph(reading, n))
    for number in islice(lines, _LINES):
        line = reading.lines[number]
        dateline = dateline_of(line)
        story = _FILED.sub("", line[dateline.end :] if dateline else line)[: 6 * _LONGEST]
        sentence = _whole(story)
        if len(sentence) < _SHORTEST:
            following = _whole(story[story.index(sentence) + len(sentence) :])
            sentence = f"{sentence} {following}".strip()
        if sentence:
            yield sentence


def _is_paragraph(reading: Reading, number: int) -> bool:
    line = reading.lines[number]
    if is_page_furniture(line) or _NO_SENTENCE.match(line) or _CREDITED.search(line):
        return False
    if reading.draft.blocks and not reading.draft.blocks[number].markdown:
        return False  # a line of the page around the story
    return is_story(line) or (_ENDS.search(line) is not None and not is_date_line(reading, number))


def _whole(text: str) -> str:
    """The first sentence, with all of a quotation that it begins."""
    sentence = first_sentence_of(text)
    while sentence and _is_inside_quotation(sentence) and len(sentence) < _LONGEST:
        rest = text[text.index(sentence) + len(sentence) :]
        following = first_sentence_of(rest)
        if not following:
            break
        sentence = text[
            text.index(sentence) : text.index(following, text.index(sentence)) + len(following)
        ]
    return sentence


def _is_inside_quotation(text: str) -> bool:
    unclosed = any(text.count(opening) > text.count(closing) for opening, closing in _OPEN_QUOTES)
    return unclosed or text.count('"') % 2 == 1


def _sentences_of(text: str) -> str:
    """The whole sentences of a text that was cut off, or an empty text."""
    kept = ""
    rest = _CUT_OFF.sub("", text)
    while (sentence := first_sentence_of(rest)) and _ENDS.search(sentence):
        kept = f"{kept} {sentence}".strip()
        rest = rest[rest.index(sentence) + len(sentence) :]
    return kept


def _says_something(text: str) -> bool:
    return (
        len(text) >= _SHORTEST
        and len(text.split()) >= _FEWEST_WORDS
        and not is_page_furniture(text)
    )


def _is_title(reading: Reading, text: str) -> bool:
    title = same(_title(reading).rstrip(" …"))
    return bool(title) and (same(text).startswith(title) and len(same(text)) < 1.3 * len(title))


def _title(reading: Reading) -> str:
    title = reading.found.get("title")
    return str(title.value if title else reading.draft.stated.get("title", ""))


def _long_words(text: str) -> frozenset[str]:
    return frozenset(m[0].casefold() for m in words(text[:4000]) if len(m[0]) >= _WORD_LENGTH)


def _shortened(text: str) -> str:
    """At most some 200 characters: whole sentences if one ends there, else whole words."""
    if len(text) <= _LONGEST:
        return text
    sentence = _whole(text)
    if len(sentence) <= _LONGEST:
        return sentence
    return text[:_CUT_AT].rpartition(" ")[0].rstrip(" ,،;:–—-") + " …"
