"""Apache Parquet: every report in one file, with the columns of the dataset and their types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.archive import PublicArchive
from generator.dataset import REPORTS, Field, Row, Rows
from generator.errors import ExportError

if TYPE_CHECKING:
    import pyarrow

NAME = "archive.parquet"
_PER_GROUP = 5_000


def write(archive: PublicArchive, place: Path) -> None:
    """Write the table in groups of rows.

    Raises:
        ExportError: pyarrow, an extra of its own, is not installed.
        OSError: the place cannot be written.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise ExportError(
            "Parquet needs pyarrow, which is not installed: run .venv/bin/pip install pyarrow"
        ) from error
    schema = _schema()
    with parquet.ParquetWriter(place, schema, compression="zstd") as writer:
        for group in _groups(archive):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))


def _groups(archive: PublicArchive) -> Iterator[Sequence[dict[str, object]]]:
    rows = Rows(archive)
    for start in range(0, max(len(archive.reports), 1), _PER_GROUP):
        yield [_row(rows.report(one)) for one in archive.reports[start : start + _PER_GROUP]]


def _row(row: Row) -> dict[str, object]:
    found: dict[str, object] = {}
    for field in REPORTS.fields:
        value = row[field.name]
        if field.type == "date" and isinstance(value, str):
            found[field.name] = date.fromisoformat(value)
        else:
            found[field.name] = None if value == "" else value
    return found


def _schema() -> pyarrow.Schema:
    import pyarrow

    made = pyarrow.struct([("date", pyarrow.string()), ("note", pyarrow.string())])

    def type_of(field: Field) -> pyarrow.DataType:
        if field.name == "corrections":
            return pyarrow.list_(made)
        types = {"date": pyarrow.date32(), "array": pyarrow.list_(pyarrow.string())}
        return types.get(field.type, pyarrow.string())

    return pyarrow.schema([(field.name, type_of(field)) for field in REPORTS.fields])
