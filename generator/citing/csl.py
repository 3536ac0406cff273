"""CSL-JSON 1.0.2, the data of the Citation Style Language, as Zotero and citeproc read it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.citing.dating import in_brackets, parts_of
from generator.citing.names import Name
from generator.citing.work import Work
from generator.dates import ArchiveDate, parse_edtf
from generator.errors import EdtfError

_json = json.JSONEncoder(ensure_ascii=False).encode


def csl_json(work: Work) -> str:
    """The work as a CSL-JSON document: a list with one item, a line for each variable."""
    lines = (f'  "{name}": {_json(value)}' for name, value in csl_item(work).items())
    return "[{\n" + ",\n".join(lines) + "\n}]\n"


def csl_item(work: Work) -> Mapping[str, object]:
    """The work as one item.

    What CSL has no variable for, the date in EDTF and the hash, stands under ``custom``, and the
    hash once more under ``note``, which programs show to people.
    """
    notes = [work.note, work.rights]
    issued = csl_date(work.date)
    hashes = {f"sha256-{work.hashed}": work.sha256} if work.sha256 else {}
    fields: dict[str, object] = {
        "id": work.key,
        "type": "article-newspaper" if work.is_news else "webpage",
        "title": work.title,
        "author": [_name(name) for name in work.names],
        "issued": issued,
        "container-title": work.container,
        "publisher": work.publisher,
        "archive": work.archive,
        "language": work.language,
        "URL": work.permalink,
        "note": "; ".join(filter(None, notes)),
        "custom": {"edtf": work.date.text, **hashes},
    }
    return {name: value for name, value in fields.items() if value}


def csl_date(date: ArchiveDate) -> Mapping[str, object]:
    """The date as a CSL date variable; empty for undated, which styles then say themselves.

    One of several days is no range: it is said in words. CSL doesn't tell "about" from "perhaps".
    """
    if not date.is_known:
        return {}
    ends = [parts_of(date)] if parts_of(date) else _ends(date)
    if not ends:
        return {"literal": in_brackets(date)}
    parts = {"date-parts": [list(end) for end in ends]}
    return {**parts, "circa": True} if date.qualifier else parts


def _ends(date: ArchiveDate) -> list[tuple[int, ...]]:
    """The two ends of an interval, each a day, month or year; nothing for all other dates."""
    first, slash, last = date.text.partition("/")
    if not slash or date.qualifier:
        return []
    try:
        ends = [parts_of(parse_edtf(first)), parts_of(parse_edtf(last))]
    except EdtfError:  # an end that is left open
        return []
    return ends if all(ends) else []


def _name(name: Name) -> Mapping[str, str]:
    if name.family:
        return {"family": name.family, "given": name.given}
    return {"literal": name.literal}
