"""The archive as tables: what they hold, and how they are written as CSV, JSON Lines and a package.

Pages, outputs and exports share it, so that every form has the same columns with the same rights.
"""

from generator.dataset.files import (
    FOLDER,
    UNKNOWN_MONTH,
    dataset_files,
    dataset_sections,
    describing_files,
    report_tables,
)
from generator.dataset.tables import (
    CORRECTIONS,
    REPORTS,
    TAGS,
    Field,
    Row,
    Rows,
    Table,
    Value,
)

__all__ = [
    "CORRECTIONS",
    "FOLDER",
    "REPORTS",
    "TAGS",
    "UNKNOWN_MONTH",
    "Field",
    "Row",
    "Rows",
    "Table",
    "Value",
    "dataset_files",
    "dataset_sections",
    "describing_files",
    "report_tables",
]
