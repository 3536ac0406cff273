"""RIS, the tagged format of reference managers, in UTF-8 with one line for each value.

``PY`` is a year of four digits; ``DA`` is year/month/day/other, where all but the slashes may be
missing. ``Y1``, the name that ``DA`` had before 2011, is left out: programs take both for two dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.citing.chicago import chicago_date
from generator.citing.dating import certain_parts, parts_of
from generator.citing.work import Work


def ris(work: Work) -> str:
    """The work as one record."""
    return "".join(f"{tag}  - {text}\r\n" for tag, text in _lines(work) if text) + "ER  - \r\n"


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    parts = certain_parts(work.date)
    yield "TY", "NEWS" if work.is_news else "RPRT"
    yield "ID", work.key
    yield from (("AU", name.inverted) for name in work.names)
    yield "TI", work.title
    yield "PY", f"{parts[0]:04}" if parts else ""
    yield "DA", _date(work)
    yield "T2", work.outlet
    yield "PB", work.issuer
    yield "LA", work.language
    yield "DB", work.archive
    yield "UR", work.permalink
    yield "N1", work.note
    yield "N1", work.rights


def _date(work: Work) -> str:
    parts = certain_parts(work.date)
    numbers = [f"{parts[0]:04}" if parts else "", *(f"{part:02}" for part in parts[1:]), "", ""][:3]
    said = parts and parts == parts_of(work.date) and not work.is_date_inferred
    return "/".join([*numbers, "" if said else chicago_date(work)])
