"""Dates that may be uncertain: EDTF values, their bounds, and their wording."""

from generator.dates.edtf import UNDATED, ArchiveDate, DaySpan, days_between, from_days, parse_edtf
from generator.dates.words import in_words

__all__ = [
    "UNDATED",
    "ArchiveDate",
    "DaySpan",
    "days_between",
    "from_days",
    "in_words",
    "parse_edtf",
]
