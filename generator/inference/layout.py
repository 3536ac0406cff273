"""The lines of a raw text as its author meant them.

Three things happen to text on its way to an editor: it is wrapped at some column, it is flattened
into one paragraph, or neither. Here each becomes one line per paragraph, title, byline or footer.
"""

from __future__ import annotations

import re
import statistics
from itertools import pairwise

from generator.inference.agencies import copyright_holder
from generator.inference.calendar_names import ANY_MONTH
from generator.inference.datelines import dateline_of
from generator.orthography import INVISIBLE, with_letters

_BLANK = re.compile(r"\n(?:[^\S\n]*\n)+")
_WIDE_SPACE = re.compile(r"[^\S\n]{2,}")
_OTHER_SPACE = re.compile(r"[^\S\n ]")
_SPELT_WITH = re.compile(rf"(?!(?<=\w)[\u200c\u200d](?=\w)){INVISIBLE.pattern}")
"""Invisible characters, but for the joiners inside words of Persian, Urdu and Indic scripts."""

_WRAP_COLUMNS = range(45, 101)
_NARROW_COLUMNS, _FEWEST_NARROW = range(30, 45), 8
_FEWEST_RAGGED, _LONGEST_RAGGED, _FULL_LINE = 12, 100, 60
_RAGGED, _RAGGED_ENDS = 3, 6
"""Of how many lines one begins in a small letter, and of how many one ends a sentence."""

_SHORTEST_BROKEN, _FEWEST_BROKEN = 35, 3
_CITY_ALONE = re.compile(r"[A-ZÀ-Þ]{3,}(?:[ -][A-ZÀ-Þ]{2,})?")
_DAY_AHEAD = re.compile(
    rf"\((?:\d{{1,2}}\s(?:{ANY_MONTH})|(?:{ANY_MONTH})\s\d{{1,2}},?)\s(?:19|20)\d\d\)", re.I
)
_OF_ITS_OWN = re.compile(
    r"(?:photo|foto|image|source|via|updated|posted|published|publi|mis[e ]|modifi|filed|edited|contact|tags?\b"
    r"|to:|from:|https?:|www\.|al-|el-|[a-z]{1,2}[A-Z]|[dl]['’])|\S+@|.{0,30}\b(?:19|20)\d\d$"
)
"""What begins in small letters by itself, or is a line of its own."""

_OF_A_PAGE = re.compile(r"(?:follow|share|subscribe|sign up|log in|search|menu)\b", re.IGNORECASE)
_NO_WORD = re.compile(r"[.,;:!?\"'”’»)]+")
_FLAT = 250
_SENTENCE_END = re.compile(r"[.!?:؟۔…][\"'”’»)\]]*$")

_TITLE_TWICE = re.compile(
    r"(?P<title>\S.{9,200}?)\s*[•|»–—-]\s*(?P<site>\S.{2,80}?)\s+"
    r"(?:(?P=site)\s+)?(?P=title)\s+(?P<rest>\S.*)",
    re.DOTALL,
)
_TITLE_REPEATED = re.compile(r"(?P<title>\S.{14,200}?)\s+(?P=title)\s+(?P<rest>\S.*)", re.DOTALL)
_RIGHTS_TAIL = re.compile(
    r"\s(?P<rights>(?:©|\(c\)\s|Copyright\b|جميع الحقوق محفوظة|حقوق النشر)[^\n]{2,100})$",
    re.IGNORECASE,
)
_SHARE_WORD = r"(?:Share|Tweet|Facebook|Twitter|WhatsApp|Telegram|Print|Email|LinkedIn|Pinterest)"
_DATE = (
    rf"(?:(?:{ANY_MONTH})\.?\s+\d{{1,2}},?\s+(?:19|20)\d\d|\d{{1,2}}\s+(?:{ANY_MONTH}),?\s+(?:19|20)\d\d"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
)
_SHARE_TAIL = re.compile(
    rf"(?:(?<=[.!?”\"'’»])|(?<=\b(?:19|20)\d\d))(?P<share>(?:\s+{_SHARE_WORD})+)$"
)
_POSTED_TAIL = re.compile(
    rf"(?<=[.!?”\"'’»])\s+(?P<posted>(?:Posted|Published)(?:\s+on|:)?\s+(?i:{_DATE}))$"
)
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]+"
_DATELINE_INSIDE = re.compile(
    rf"(?<=\s)(?=[A-ZÀ-Þ'’-]{{3}})(?P<city>{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}})"
    r"(?=(?:,\s[^()]{1,50})?\s\([^()]{2,40}\)\s*[-–—])"
)
_INSIDE = 300
_NAME = r"[A-ZÀ-Þ][^\W\d_]+(?:[ '’-][A-ZÀ-Þ][^\W\d_]+){1,3}"
_BYLINE_INSIDE = re.compile(rf"(?:^|\s+)(?P<byline>(?:By|BY)\s+{_NAME}(?:(?:,| and)\s{_NAME})*)$")
_UNFINISHED = re.compile(
    r"(?:[,;:–—-]|\b(?:in|at|on|of|by|for|to|from|with|near|and|the|an?|as|over|after))$", re.I
)
_BYLINE_TAIL = re.compile(
    r"(?<=[.!?”\"'’»])\s+(?P<byline>(?:By|BY|Par)\s+[A-ZÀ-Þ][^.!?\n]{3,90}|بقلم:?\s[^.!?\n]{3,90})$"
)

_BYLINE = re.compile(
    r"(?:(?:written |story |reporting )?by|(?:propos recueillis )?par|بقلم|إعداد|اعداد|تقرير|كتابة)(?:[\s:]|$)",
    re.IGNORECASE,
)
_BYLINE_OPEN = re.compile(r"(?:[,،;&/:]|\s(?:and|et|with)|^(?:by|par|بقلم))$", re.IGNORECASE)
_DAY_LABEL = re.compile(
    r"(?:mise? à jour|publiée?|modifiée?|(?:last )?updated|published|posted)\s(?:le|on|at|:)"
    r"|نُ?شرت? (?:في|فى|بتاريخ)|آخر تحديث",
    re.IGNORECASE,
)
"""What stands below a byline that a page left empty: "Par", "Mis à jour le …"."""

_BYLINE_ALONE = re.compile(r"by|par", re.IGNORECASE)
_NAME_ALONE = re.compile(rf"{_NAME}")
_IN = "in"
_GOES_ON = re.compile(
    r"(?:and|et|&)\s+[A-ZÀ-Þ]|و[^\W\d]{2,}\s+[^\W\d]+$|(?:and|et|&)$", re.IGNORECASE
)
_PORTRAIT = re.compile(r"^Photo of (\S.{2,50}?) (?=\1\b)\1")
"""As a theme describes the picture beside a byline: "Photo of A A 12 February 2020"."""

_BUTTONS_BEHIND = re.compile(
    r"(?<=[^\W_]) {2,}(?:PDF|Print|E-?mail|Imprimer|Share|Tweet|طباعة)"
    r"(?:[\s|/]+(?:PDF|Print|E-?mail|Imprimer|Share|Tweet|طباعة))*$"
)
_BYLINE_AND_RIGHTS = re.compile(
    r"(?P<byline>(?:By|BY|Par|بقلم)[\s:][^©|]{3,80}?)\s*(?:[-–—|•,]\s*)?(?P<rights>©.{3,100})"
)
_GLUED_DAY = re.compile(
    r"(?:(?<=[a-zà-ÿ])(?=(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b)"
    r"|(?<=[A-Z]{2})(?=(?:JAN|FEB|MARCH|APRIL|MAY|JUNE|JULY|AUG|SEPT|OCT|NOV|DEC)\b))"
    r"(?=[A-Za-z]+\.?\s\d{1,2},\s(?:19|20)\d\d)"
)
"""Where a byline has its day glued behind it: "By MIRA HOLTOCT. 28, 2016"."""

_BY_AHEAD = ("by ", "par")
_LONGEST_BYLINE = 160

_TAILS = (
    (_RIGHTS_TAIL, "rights"),
    (_SHARE_TAIL, "share"),
    (_POSTED_TAIL, "posted"),
    (_BYLINE_TAIL, "byline"),
)
_LONGEST_TITLE = 220


def lines_of(text: str) -> tuple[str, ...]:
    """One line per paragraph, title, byline or footer; blank lines stay, as empty texts."""
    text = with_letters(text)
    # Two spaces still tell a row of buttons; longer runs would make patterns crawl.
    if INVISIBLE.search(text):  # hardly ever, and found much sooner than what is to go
        text = _SPELT_WITH.sub("", text)
    if "  " in text or _OTHER_SPACE.search(text):
        text = _WIDE_SPACE.sub("  ", text)
    blocks = [block.split("\n") for block in _BLANK.split(text.strip("\n"))]
    blocks = [[line.strip() for line in block if line.strip()] for block in blocks]
    blocks = [block for block in blocks if block]
    blocks[:1] = [_with_city_joined(block) for block in blocks[:1]]
    width = _wrap_width(blocks)
    if not width:
        blocks = [_joined_at_small_letters(block) for block in blocks]
    if width:
        blocks = [_unwrapped(block, width, is_first=n == 0) for n, block in enumerate(blocks)]
    elif sum(map(len, blocks)) <= 2:
        blocks = [_unflattened(line) for block in blocks for line in block]
    blocks[:2] = [_with_run_joined(block) for block in blocks[:2]]
    blocks[:1] = [_with_title_joined(block) for block in blocks[:1]]
    lines: list[str] = []
    for block in blocks:
        parted = [part for line in block for part in _with_rights_apart(line)]
        lines += [*_with_bylines_joined(parted), ""]
    return tuple(lines[:-1])


def _wrap_width(blocks: list[list[str]]) -> int:
    """The column at which the text was wrapped, or 0 if it was not."""
    inner = [len(line) for block in blocks if len(block) > 2 for line in block[:-1]]
    longest = max((len(line) for block in blocks for line in block), default=0)
    narrow = longest in _NARROW_COLUMNS and len(inner) >= _FEWEST_NARROW
    if len(inner) < 4 or not (longest in _WRAP_COLUMNS or narrow):
        return 0
    return longest if statistics.median(inner) > longest - 15 else 0


def _unwrapped(block: list[str], width: int, *, is_first: bool) -> list[str]:
    """Join each line to the one before if its first word did not fit there any more."""
    if is_first and 1 < len(block) <= 3 and not any(map(_SENTENCE_END.search, block)):
        return [" ".join(block)] if sum(map(len, block)) <= 200 else block
    joined = [[block[0]]]
    last = block[0]
    for line in block[1:]:
        is_full = len(last) + 1 + len(line.split(maxsplit=1)[0]) > width - 3
        if is_full or _is_broken_inside(last, line):
            joined[-1].append(line)
        else:
            joined.append([line])
        last = line
    return [" ".join(parts) for parts in joined]


def _is_broken_inside(last: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the one above, which was broken before it was full."""
    goes_on = line[0].islower() and not (_BYLINE.match(line) or _OF_ITS_OWN.match(line))
    return goes_on and len(last) >= _SHORTEST_BROKEN and not _SENTENCE_END.search(last)


def _joined_at_small_letters(block: list[str]) -> list[str]:
    """Join lines that were broken where a program liked: of many lines a third begins inside a sentence.

    A menu or a list may have lines that begin in small letters, too, but hardly one that ends a sentence; and
    the lines of a poem are short.
    """
    if len(block) < _FEWEST_RAGGED or not _FULL_LINE <= max(map(len, block)) <= _LONGEST_RAGGED:
        return block
    if _RAGGED * sum(line[0].islower() for line in block) < len(block):
        return block
    prose = sum(_SENTENCE_END.search(line) is not None for line in block)
    if _RAGGED_ENDS * prose < len(block):
        return block
    joined = block[:1]
    for before, line in pairwise(block):
        last = joined[-1]
        goes_on = line[0].islower() or _NO_WORD.fullmatch(line) or _UNFINISHED.search(last)
        is_full = len(before) >= _FULL_LINE and len(joined) > 1 and not _BYLINE.match(line)
        if not _SENTENCE_END.search(last) and (goes_on or is_full):
            joined[-1] = last + line if _NO_WORD.fullmatch(line) else f"{last} {line}"
        else:
            joined.append(line)
    return joined


def _with_title_joined(block: list[str]) -> list[str]:
    """The first lines of a text, with a headline as one that runs over two of them."""
    if len(block) < 2 or len(block[0]) + len(block[1]) > _LONGEST_TITLE:
        return block
    first, second = block[:2]
    goes_on = second[0].islower() and " " in second and not _SENTENCE_END.search(first)
    goes_on = goes_on and _OF_A_PAGE.match(second) is None
    if second == first.rstrip(" :"):
        return block
    opens = first.endswith(":") and len(first.split()) > 1 and not _BYLINE.match(first)
    is_title = not (
        _SENTENCE_END.search(second) or _BYLINE.match(second) or re.search(r"\d{4}", second)
    )
    return [f"{first} {second}", *block[2:]] if is_title and (goes_on or opens) else block


def _with_city_joined(block: list[str]) -> list[str]:
    """The first lines of a text, with a city and its day in brackets on the next line as one."""
    day = _DAY_AHEAD.match(block[1]) if len(block) > 1 else None
    if day is not None and len(block[1]) > day.end() + 1 and _CITY_ALONE.fullmatch(block[0]):
        return [f"{block[0]} {block[1]}", *block[2:]]
    return block


def _with_run_joined(block: list[str]) -> list[str]:
    """The first lines of a block, if they were broken inside a sentence, as one; the rest is whole.

    Three lines or more of which each goes on in small letters: a headline has two at most.
    """
    run = 1
    for before, line in pairwise(block):
        if len(before) > _LONGEST_RAGGED or not _is_broken_inside(before, line):
            break
        run += 1
    is_cut = run > 1 and len(block[1]) >= _LONGEST_TITLE and _UNFINISHED.search(block[0])
    is_broken = run >= _FEWEST_BROKEN or is_cut
    return [" ".join(block[:run]), *block[run:]] if is_broken else block


def _with_rights_apart(line: str) -> tuple[str, ...]:
    """A byline and a rights line that stand in one, "By A - © 2016 AFP"; buttons behind a headline.

    A day that is glued behind a byline gets its blank.
    """
    line = _PORTRAIT.sub(r"\1", line) if line.startswith("Photo") else line
    if "  " in line and (buttons := _BUTTONS_BEHIND.search(line)) is not None:
        return line[: buttons.start()], buttons[0].strip()
    if line[:3].lower() in _BY_AHEAD and len(line) <= _LONGEST_BYLINE:
        line = _GLUED_DAY.sub(" ", line)
    match = _BYLINE_AND_RIGHTS.fullmatch(line) if "©" in line else None
    return (match["byline"], match["rights"]) if match else (line,)


def _with_bylines_joined(block: list[str]) -> list[str]:
    """The lines of a block, with a byline that runs over several of them as one."""
    joined = block[:1]
    is_listed = False  # whether "By" stood alone, as where each name has a line of its own
    for line in block[1:]:
        begun = joined[-1]
        is_open = _BYLINE_OPEN.search(begun) or (_GOES_ON.match(line) and _BYLINE.match(begun))
        is_byline = _BYLINE.match(begun) and len(begun) + len(line) <= _LONGEST_BYLINE
        is_byline = is_byline and not _DAY_LABEL.match(line)
        if is_byline and is_open:
            is_listed = is_listed or _BYLINE_ALONE.fullmatch(begun) is not None
            joined[-1] = f"{begun} {line}"
        elif is_byline and is_listed and (line == _IN or begun.endswith(f" {_IN}")):
            joined[-1] = f"{begun} {line}"
        elif is_byline and is_listed and _NAME_ALONE.fullmatch(line):
            joined[-1] = f"{begun} ; {line}"
        else:
            is_listed = False
            joined.append(line)
    return joined


def _unflattened(line: str) -> list[str]:
    """The title, site, story, byline and rights line of a text that came as one line."""
    if len(line) < _FLAT:
        return _parted_at_dateline(line, has_title=False)
    head: list[str] = []
    tail: list[str] = []
    if (match := _TITLE_TWICE.match(line)) is not None:
        head = [f"{match['title']} • {match['site']}", match["title"]]
        line = match["rest"]
    elif (match := _TITLE_REPEATED.match(line)) is not None:
        head = [match["title"]]
        line = match["rest"]
    for pattern, group in _TAILS:
        if (match := pattern.search(line)) is not None:
            tail[:0] = match[group].split() if group == "share" else [match[group]]
            line = line[: match.start()].rstrip()
            if group == "rights" and not head:
                head, line = _parted_at_site(line, copyright_holder(match[group]))
    return [*head, *_parted_at_dateline(line, has_title=bool(head)), *tail]


def _parted_at_site(line: str, holder: str) -> tuple[list[str], str]:
    """ "Title • Site" and the story, where the rights line tells how long the site's name is."""
    if not holder:
        return [], line
    match = re.match(
        rf"(?P<heading>\S.{{9,200}}?\s*[•|»]\s*{re.escape(holder)})(?:\s+{re.escape(holder)})?"
        r"\s+(?P<rest>\S.*)",
        line,
        re.DOTALL,
    )
    return ([match["heading"]], match["rest"]) if match else ([], line)


def _parted_at_dateline(line: str, *, has_title: bool) -> list[str]:
    """Title and byline apart from the story, where a dateline with its agency shows its beginning."""
    match = _DATELINE_INSIDE.search(line, 0, _INSIDE)
    if match is None:
        return [line]
    above, story = line[: match.start()].strip(), line[match.start() :]
    found = dateline_of(story)
    last = above.split()[-1:]
    first = rf"\b{re.escape(match['city'].split()[0])}\b"
    if (
        found is None
        or not found.agency
        or not last
        or last[0].isupper()
        or (" " in match["city"] and re.search(first, story[found.end :]))
    ):
        return [line]
    byline = _BYLINE_INSIDE.search(above)
    if byline is not None and _is_told_of(byline["byline"], story[found.end :]):
        byline = None
    title = above[: byline.start()].rstrip() if byline else above
    if _UNFINISHED.search(title) or (title and (has_title or _is_prose(title))):
        return [line]
    return [part for part in (title, byline["byline"] if byline else "", story) if part]


def _is_prose(title: str) -> bool:
    """Whether what stands before a dateline is sentences, and so no title."""
    return len(title) > _LONGEST_TITLE or re.search(r"[.؟۔]\s+\S|[.۔]$", title) is not None


def _is_told_of(byline: str, story: str) -> bool:
    """Whether the story has a word of the names: "Killed By Qara Rebels" is a title."""
    names = re.findall(r"[^\W\d_]{3,}", re.sub(r"^By\s", "", byline, flags=re.IGNORECASE))
    told = {word.lower() for word in re.findall(r"[^\W\d_]+", story)}
    return any(name.lower() in told for name in names if name != "and")
