"""The Chicago Manual of Style, 18th edition: entries of a bibliography (13.18, 14.87 to 14.104).

Titles keep their capitals: headline style would be a guess at what is a name. No day of access,
since a build reads no clock, and a permalink with a hash says more.
"""

from __future__ import annotations

import re

from generator.citing.dating import UNDATED_SIGN, in_brackets, month_name, parts_of
from generator.citing.names import Name
from generator.citing.pieces import Citation, Piece, joined, listed, sentence, value
from generator.citing.work import Work

_MOST_NAMES, _FIRST_NAMES = 6, 3
_STRAIGHT = re.compile(r'(^|(?<=[\s(\[—–]))"(?=\S)')


def chicago(work: Work, address: str = "") -> Citation:
    """The entry for a bibliography.

    Args:
        work: what to cite.
        address: the permalink as a person reads it; the work's own where none is given.
    """
    italic = work.is_news
    places = [value(work.container, italic=italic)] if work.container else []
    places += [value(work.publisher)] if work.publisher else []
    date = chicago_date(work)
    where = [piece for place in places for piece in (place, Piece(", "))]
    ending = work.title[-1:]
    stop = "" if ending in ("?", "!", "؟", "…", ".") else "."
    return joined(
        [
            sentence(*_names(work.names)) if work.names else [],
            [Piece("“"), value(_inner_quotes(work.title)), Piece(f"{stop}”")],
            sentence(*where, date),
            sentence(value(work.archive)) if work.archive else [],
            sentence(value(address or work.permalink)) if work.permalink else [],
            sentence(work.fixity) if work.fixity else [],
        ]
    )


def chicago_date(work: Work) -> str:
    """The date: "October 28, 2016", "[March 21, 2017?]", "[10 or 17 May 2019]", "n.d.".

    A date that the archive inferred, and nobody confirmed, stands in brackets too (14.104).
    """
    date = work.date
    if not date.is_known:
        return UNDATED_SIGN
    parts = parts_of(date)
    if not parts:
        return in_brackets(date)
    month = f"{month_name(parts[1])} " if len(parts) > 1 else ""
    day = f"{parts[2]}, " if len(parts) > 2 else ""
    about = "ca. " if date.qualifier in ("~", "%") else ""
    doubt = "?" if date.qualifier in ("?", "%") else ""
    plain = f"{about}{month}{day}{parts[0]}{doubt}"
    return f"[{plain}]" if date.qualifier or work.is_date_inferred else plain


def _names(names: tuple[Name, ...]) -> list[Piece]:
    first = [names[0].inverted]
    if len(names) > _MOST_NAMES:
        others = [name.literal for name in names[1:_FIRST_NAMES]]
        return [*listed([*first, *others], ", ", ", "), Piece(", et al.")]
    return listed([*first, *(name.literal for name in names[1:])], ", ", ", and ")


def _inner_quotes(title: str) -> str:
    """Double quotation marks inside a quoted title become single ones (6.9)."""
    if '"' in title:
        title = _STRAIGHT.sub("‘", title).replace('"', "’")
    return title.replace("“", "‘").replace("”", "’")
