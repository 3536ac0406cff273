"""JSON Lines, and JSON with one list of objects: each object is a report."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from generator.errors import UnreadableReport
from generator.importers import Claim, Part
from generator.importers._columns import columns_of, has_report, missing
from generator.importers._rows import Table, draft_of, part_of, text_in
from generator.importers._stream import head_of, lines_of, text_of
from generator.model import TEXT, BrokenPart, Draft, RawReport

NAME = "JSON"

_LIST = re.compile(r"\s*\[\s*(?:\{|\]\s*\Z)")
_NAMES = (".jsonl", ".ndjson")
_BETWEEN = re.compile(r"[\s,]*")
_CHUNK = 256 * 1024
_FEED = '"https://jsonfeed.org/version/'


def claims(raw: RawReport) -> Claim:
    """A strong claim on a list of objects, and on lines that each hold one."""
    if raw.head.lstrip()[:1] not in (b"{", b"[", b"\xef", b"\xff", b"\xfe"):
        return Claim.NONE
    head = head_of(raw)
    if _LIST.match(head):
        return Claim.STRONG
    first = head.lstrip().partition("\n")[0]
    if not first.startswith("{") or _FEED in head[:4000]:
        return Claim.NONE
    if raw.name.lower().endswith(_NAMES):
        return Claim.STRONG
    return Claim.STRONG if isinstance(_parsed(first), dict) else Claim.NONE


def parts(raw: RawReport) -> Iterator[Part]:
    """Each object, by its id or address.

    Raises:
        UnreadableReport: a list is damaged; what comes before is read.
    """
    table = Table("application/json", "JSON")
    found = _in_list(raw) if _LIST.match(head_of(raw)) else _in_lines(raw)
    for number, value in found:
        if isinstance(value, BrokenPart):
            yield value
        elif not isinstance(value, dict):
            yield BrokenPart(f"object {number}", "is no object with fields")
        else:
            part = _part(raw, table, value, number)
            if part is not None:
                yield part


def read(raw: RawReport) -> Iterator[Draft]:
    """One object as a report.

    Raises:
        UnreadableReport: there is no word in it.
    """
    yield draft_of(raw)


def _part(raw: RawReport, table: Table, item: Mapping[str, object], number: int) -> Part | None:
    columns = columns_of(tuple(item), raw.columns)
    if not has_report(columns):
        return BrokenPart(f"object {number}", missing(tuple(item)))
    values = {
        field: "\n".join(filter(None, (text_in(item[name]) for name in names)))
        for field, names in columns.items()
    }
    return part_of(raw, table, values, columns, number)


def _in_lines(raw: RawReport) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(lines_of(raw), 1):
        if line.strip("\ufeff \t\r\n"):
            value = _parsed(line)
            yield number, BrokenPart(f"line {number}", value) if isinstance(value, str) else value


def _parsed(text: str) -> object:
    """The value of a line, or what is wrong with it as a text."""
    try:
        value = json.loads(text.strip("\ufeff \t\r\n"))
    except (ValueError, RecursionError) as error:
        return f"is no JSON: {error}"
    return "is no object with fields" if isinstance(value, str) else value


def _in_list(raw: RawReport) -> Iterator[tuple[int, object]]:
    """The values of one list, one at a time; of the file only what one value needs is held."""
    decoder = json.JSONDecoder()
    with text_of(raw) as file:
        text = file.read(_CHUNK).lstrip("\ufeff \t\r\n")[1:]
        place = number = 0
        while True:
            place = _BETWEEN.match(text, place).end()  # type: ignore[union-attr]  # matches nothing too
            if text.startswith("]", place):
                return
            try:
                value, end = decoder.raw_decode(text, place)
                if end == len(text) and not text.endswith(("}", "]")):
                    raise ValueError("a number may go on")
            except RecursionError as error:
                raise UnreadableReport(f"object {number + 1} is nested too deeply") from error
            except ValueError as error:
                more = "" if len(text) - place > TEXT else file.read(max(_CHUNK, len(text) - place))
                if not more:
                    raise UnreadableReport(
                        f"is damaged or cut in object {number + 1}: {error}: what stands before"
                        f" was read"
                    ) from error
                text, place = text[place:] + more, 0
            else:
                number += 1
                yield number, value
                place = end
