"""Title: the headline of a report that somebody pasted into a forum, a mailing list or a web log.

What stands first there is an account, a thread's or a list's own name. The report's headline is told by
what came along: the site's name once more behind it, its day below it, the subject above it, or the words
with which somebody hands on what was sent in.
"""

from __future__ import annotations

import re
from itertools import pairwise

from generator.inference.credits import is_known_outlet, is_outlet
from generator.inference.date_lines import date_alone
from generator.inference.headline_shapes import (
    FEWEST_TITLE_WORDS,
    is_sentence,
    reads_as_title,
    stands_above_titles,
)
from generator.inference.reading import Reading, is_story, quoted, same
from generator.inference.told_words import telling_words
from generator.model import Finding

_TOP, _TOP_OF_A_LIST = 16, 30
_FEWEST_SHARED = 2
_THREAD = "Thread starter "
_SUBJECT = re.compile(
    r"(?:(?:re|fwd?|tr|aw|wg)\s?:\s*)+\[(?P<list>[^\[\]]{2,40})\]\s*(?P<title>\S.*)", re.IGNORECASE
)
_QUOTED = re.compile(r"^(?:>\s?)+")
_HANDED_ON = re.compile(
    r"(?:ما يلي|التالي|هذا ما)\s(?:وردنا|وصلنا|تلقيناه?)\sمن\s[^:.]{3,80}:"
    r"|(?:وردنا|وصلنا|تلقينا)\sمن\s[^:.]{3,80}\s(?:التالي|الآتي|البيان التالي)\s?:"
)
_ADDRESS = re.compile(
    r"(?:إلى|الى|السيد|السادة|بسم|حضرة)\s|بيان\s(?:\S+\s)?(?:إلى|الى|لل?)\s?الر[أا]ي العام$"
)
"""To whom a statement speaks: no headline of it."""

_SIGNS_OF_SENDERS = ("وردنا", "وصلنا", "تلقينا")


def above_itself(reading: Reading) -> Finding | None:
    """A headline right above a link to it: "Wells run dry" and "Wells run dry - World - The Tellin Post".

    The story follows at once: below a story such links lead to other reports.
    """
    if reading.draft.is_markdown:
        return None
    top = reading.open[:_TOP]
    for number, link, below in zip(top, top[1:], top[2:], strict=False):
        title = reading.lines[number]
        behind = reading.lines[link].removeprefix(f"{title} - ")
        if behind == reading.lines[link] or not _is_headline(reading, number):
            continue
        site = behind.rpartition(" - ")[2]
        if not is_story(reading.lines[below]):
            continue
        is_sites = is_known_outlet(site) or is_outlet(site)
        if is_sites and is_told(title, reading.lines[below]):
            evidence = f"stands above itself with the site's name: {quoted(reading.lines[link])}"
            return Finding(title, evidence, frozenset({number, link}))
    return None


def in_thread(reading: Reading) -> Finding | None:
    """The line right above a day in what began a thread: above "Thread starter" is the poster's own."""
    if reading.draft.is_markdown:
        return None
    top = reading.open[:_TOP]
    started = next((n for n in top if reading.lines[n].startswith(_THREAD)), None)
    if started is None:
        return None
    for number, day in pairwise(n for n in top if n > started):
        if date_alone(reading, reading.lines[day]) is None or not _is_headline(reading, number):
            continue
        title = reading.lines[number]
        if not is_told(title, *(reading.lines[n] for n in top if n > day)):
            continue  # "Senior Member of the Harbour"
        return Finding(
            title, f"stands above its day in a thread: {quoted(title)}", frozenset({number})
        )
    return None


def of_subject(reading: Reading) -> Finding | None:
    """ "Re: [Harbour] Wells run dry" in an archive of a mailing list, where the headline is quoted below."""
    if reading.draft.is_markdown:
        return None
    for number in reading.open[:_TOP_OF_A_LIST]:
        line = reading.lines[number]
        match = _SUBJECT.fullmatch(line) if "[" in line else None
        if match is None or len(match["title"].split()) < FEWEST_TITLE_WORDS:
            continue
        following = (n for n in reading.open if number < n < number + _TOP)
        again = (n for n in following if _is_same(reading.lines[n], match["title"]))
        quoted_in = next(again, None)
        if quoted_in is not None:
            evidence = f"the subject {quoted(line)}, and again below"
            return Finding(match["title"], evidence, frozenset({number, quoted_in}))
    return None


def _is_same(line: str, title: str) -> bool:
    return same(_QUOTED.sub("", line)) == same(title)


def below_sender(reading: Reading) -> Finding | None:
    """A line below "ما يلي وردنا من مرصد المصابيح:", with which a web log hands on a statement."""
    if reading.draft.is_markdown:
        return None
    for sent, number in pairwise(reading.open[:_TOP]):
        line = reading.lines[sent]
        if not line.endswith(":") or not any(sign in line for sign in _SIGNS_OF_SENDERS):
            continue
        is_address = _ADDRESS.match(reading.lines[number])
        if not is_address and _HANDED_ON.fullmatch(line) and _is_headline(reading, number):
            return Finding(
                reading.lines[number], f"stands below {quoted(line)}", frozenset({number})
            )
    return None


def is_told(title: str, *lines: str) -> bool:
    """Whether lines below a headline have two of its words, or all that tell something."""
    said = telling_words(title)
    return len(said & telling_words(" ".join(lines))) >= min(_FEWEST_SHARED, len(said))


def _is_headline(reading: Reading, number: int) -> bool:
    line = reading.lines[number]
    if len(line.split()) < FEWEST_TITLE_WORDS or is_story(line) or is_sentence(line):
        return False
    return reads_as_title(reading, number) and not stands_above_titles(reading, number)
