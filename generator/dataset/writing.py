"""Rows as CSV and as JSON Lines.

CSV (RFC 4180) begins with a byte order mark, without which spreadsheets show Arabic as noise.
A spreadsheet runs a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end as a formula.
So such a text gets an apostrophe before it, and a text that begins with an apostrophe one more:
whoever takes one apostrophe off the beginning of a cell that has one has the text again.

The bytes are those of Python's ``csv``, which looks at each letter by itself, and so takes ten times as
long for whole reports.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from generator.dataset.tables import Row, Table, Value

_MARK = "\ufeff"
_JSON = json.JSONEncoder(ensure_ascii=False).encode
_DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")


def as_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Rows as CSV, with a head; lists are JSON arrays in their cell."""
    names = [field.name for field in table.fields]
    lines = [_line(names), *(_line([_cell(row[name]) for name in names]) for row in rows)]
    return f"{_MARK}{''.join(lines)}".encode("utf-8", "replace")


def as_json_lines(table: Table, rows: Iterable[Row]) -> bytes:
    """Rows as JSON Lines: one object a line, what is not known as ``null``."""
    return b"".join(json_line(table, row) for row in rows)


def json_line(table: Table, row: Row) -> bytes:
    """One row as a line of JSON."""
    content = {field.name: _or_null(row[field.name]) for field in table.fields}
    return f"{_JSON(content)}\n".encode("utf-8", "replace")


def defused(text: str) -> str:
    """A text as a cell that no spreadsheet runs."""
    is_risky = text.startswith("'") or text.lstrip(" ").startswith(_DANGEROUS)
    return f"'{text}" if is_risky else text


def restored(cell: str) -> str:
    """The text that was defused."""
    return cell.removeprefix("'")


def _line(cells: Sequence[str]) -> str:
    """Cells as one line; those with a comma, a quotation mark or a line end in them stand in quotes."""
    return f"{','.join(map(_quoted, cells))}\r\n"


def _quoted(cell: str) -> str:
    if '"' in cell:
        doubled = cell.replace('"', '""')
        return f'"{doubled}"'
    return f'"{cell}"' if "," in cell or "\n" in cell or "\r" in cell else cell


def _cell(value: Value) -> str:
    if isinstance(value, str):
        return defused(value.replace("\x00", "")) if value else ""
    if isinstance(value, (int, float)):
        return repr(value)
    return "" if value is None else _JSON(value)


def _or_null(value: Value) -> Value:
    return None if value == "" else value
