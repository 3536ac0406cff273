"""Tables as text (CSV, TSV and what spreadsheets make of them): each row is a report."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.errors import UnreadableReport
from generator.importers import Claim, Part
from generator.importers._columns import columns_of, folded, has_report, missing
from generator.importers._rows import Table, draft_of, part_of
from generator.importers._stream import head_of, lines_of
from generator.model import TEXT, BrokenPart, Draft, RawReport

NAME = "table"

_NAMES = (".csv", ".tsv", ".tab")
_DELIMITERS = (",", ";", "\t", "|")
_MAY_BE_PARTED = re.compile(r"[,;\t|\"]|sep=", re.IGNORECASE)
_SURELY_PROSE = re.compile(rb"[^\x00,;\t|\"=\n]*\n")
"""The bytes of a first line that has none of these, in whatever charset: most texts are told by it."""

_SEPARATOR = re.compile(r"sep=(.)\s*\Z", re.IGNORECASE)  # Excel's own first line
_OTHER_FORMATS = re.compile(r"\s*(?:[<{\[%]|---\s|PK\x03)")
_MOST_COLUMNS = 500
_FEW = 2  # columns with known headers that make a table of a file that is not named as one


@dataclass(frozen=True)
class _Shape:
    """How a table is written: what parts its cells, and the lines before its header."""

    delimiter: str
    above: int
    header: tuple[str, ...]


def claims(raw: RawReport) -> Claim:
    """A strong claim on what begins with headers that are known, or is named as a table."""
    if raw.head.lstrip()[:1] == b"<":
        return Claim.NONE
    is_named = raw.name.lower().endswith(_NAMES)
    if not is_named and _SURELY_PROSE.match(raw.head):
        return Claim.NONE
    head = head_of(raw)
    if not is_named and not _MAY_BE_PARTED.search(head.partition("\n")[0]):
        return Claim.NONE
    shape = _shape(head)
    if shape is None or _OTHER_FORMATS.match(head):
        return Claim.NONE
    if is_named:
        return Claim.STRONG
    columns = columns_of(shape.header, raw.columns)
    is_known = len(columns) >= _FEW and has_report(columns) and len(shape.header) >= _FEW
    return Claim.STRONG if is_known else Claim.NONE


def parts(raw: RawReport) -> Iterator[Part]:
    """Each row, by its id or address.

    Raises:
        UnreadableReport: no column can be a report, or a quotation mark is never closed.
    """
    shape = _shape(head_of(raw))
    if shape is None:
        raise UnreadableReport("has no row of headers")
    columns = columns_of(shape.header, raw.columns)
    if not has_report(columns):
        raise UnreadableReport(missing(shape.header))
    wrong = [name for name in raw.columns.values() if name and not _is_in(name, shape.header)]
    if wrong:
        listed = ", ".join(shape.header)
        raise UnreadableReport(f"has no column '{wrong[0]}' (columns found: {listed[:500]})")
    places = {name: place for place, name in reversed([*enumerate(shape.header)])}
    scope = hashlib.sha256("\n".join(sorted(map(folded, shape.header))).encode()).hexdigest()[:8]
    tabbed = shape.delimiter == "\t"
    table = Table("text/tab-separated-values" if tabbed else "text/csv", f"table {scope}")
    for line, row in _rows(raw, shape):
        if len(row) > len(shape.header) and not any(row[len(shape.header) :]):
            row = row[: len(shape.header)]
        if len(row) != len(shape.header):
            if any(cell.strip() for cell in row):
                reason = f"has {len(row)} cells, the header {len(shape.header)}"
                yield BrokenPart(f"line {line}", reason)
            continue
        values = {
            field: "\n".join(filter(None, (row[places[name]].strip() for name in names)))
            for field, names in columns.items()
        }
        part = part_of(raw, table, values, columns, line)
        if part is not None:
            yield part


def read(raw: RawReport) -> Iterator[Draft]:
    """One row as a report.

    Raises:
        UnreadableReport: there is no word in it.
    """
    yield draft_of(raw)


def _rows(raw: RawReport, shape: _Shape) -> Iterator[tuple[int, list[str]]]:
    """Each row below the header, with the line in which it begins."""
    csv.field_size_limit(TEXT)  # for the whole process: Python's own would refuse long reports
    reader = csv.reader(lines_of(raw), delimiter=shape.delimiter)
    passed = begins = 0
    while True:
        begins = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadableReport(
                f"line {begins}: {error}; a quotation mark may not be closed there: what stands"
                f" before was read"
            ) from error
        passed += 1
        if passed > shape.above + 1:
            yield begins, row


def _shape(head: str) -> _Shape | None:
    """How the table is written, by the delimiter that gives the most known headers, or the most."""
    lines = head.lstrip("\ufeff").splitlines(keepends=True)
    said = _SEPARATOR.match(lines[0].strip("\r\n")) if lines else None
    above = 1 if said else 0
    best: _Shape | None = None
    for delimiter in (said[1],) if said else _DELIMITERS:
        try:
            rows = csv.reader(lines[above:], delimiter=delimiter)
            cells = tuple(cell.strip().lstrip("\ufeff") for cell in next(rows))
        except (StopIteration, csv.Error, TypeError, ValueError):
            continue
        if not 0 < len(cells) <= _MOST_COLUMNS or not any(cells):
            continue
        shape = _Shape(delimiter, above, cells)
        if best is None or _rank(cells) > _rank(best.header):
            best = shape
    return best


def _rank(header: Sequence[str]) -> tuple[int, int]:
    return len(columns_of(header, {})), len(header)


def _is_in(name: str, header: Sequence[str]) -> bool:
    return any(folded(name) == folded(other) or name == other for other in header)
