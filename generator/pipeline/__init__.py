"""The three things that the archive does, each in one module that reads as prose."""

from generator.pipeline.checking import check_archive
from generator.pipeline.importing import ImportOptions, ImportResult, Outcome, import_reports

__all__ = ["ImportOptions", "ImportResult", "Outcome", "check_archive", "import_reports"]
