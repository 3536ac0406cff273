"""Tables as CSV: the lines that Python's own writer would have written."""

from __future__ import annotations

import csv
import io

from hypothesis import example, given
from hypothesis import strategies as st

from generator.dataset.tables import Field, Table
from generator.dataset.writing import as_csv, defused

NAMES = ("title", "note", "text")
TABLE = Table("table", tuple(map(Field, NAMES)))
CELLS = st.text(st.sampled_from('ab"",, \n\r\'=-;ةé\u2028\t'), max_size=6)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=4)


@given(ROWS)
@example([("", "", "")])
@example([('a "b", c', "d,", "e\nf"), ("\r", '"', "=1")])
def test_lines_are_those_of_pythons_writer(rows: list[tuple[str, str, str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([NAMES, *(map(defused, row) for row in rows)])
    made = as_csv(TABLE, [dict(zip(NAMES, row, strict=True)) for row in rows])
    assert made.decode("utf-8-sig") == written.getvalue()
