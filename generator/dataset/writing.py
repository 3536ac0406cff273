"""Rows as CSV and as JSON Lines.

CSV (RFC 4180) begins with a byte order mark, without which spreadsheets show Arabic as noise.
A spreadsheet runs a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end as a formula.
So such a text gets an apostrophe before it, and a text that begins with an apostrophe one more:
whoever takes one apostrophe off the beginning of a cell that has one has the text again.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from generator.dataset.tables import Row, Table, Value

_MARK = "\ufeff"
_JSON = json.JSONEncoder(ensure_ascii=False).encode
_DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")


def as_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Rows as CSV, with a head; lists are JSON arrays in their cell."""
    names = [field.name for field in table.fields]
    text = io.StringIO(_MARK, newline="")
    text.seek(0, io.SEEK_END)
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


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


def _cell(value: Value) -> str:
    if isinstance(value, str):
        return defused(value.replace("\x00", ""))
    if isinstance(value, (int, float)):
        return repr(value)
    return "" if value is None else _JSON(value)


def _or_null(value: Value) -> Value:
    return None if value == "" else value
