"""What travels through the archive: frozen values without I/O."""

from generator.model.draft import Draft, Finding, RawReport
from generator.model.frontmatter import (
    FIELD_ORDER,
    Correction,
    FieldError,
    FrontMatter,
    LanguageTag,
    Original,
    Withdrawal,
    is_language_tag,
    sift,
)
from generator.model.page import OutputFile, Page, Problem
from generator.model.report import Article, PublicOriginal, PublicReport, Report, Tombstone

__all__ = [
    "FIELD_ORDER",
    "Article",
    "Correction",
    "Draft",
    "FieldError",
    "Finding",
    "FrontMatter",
    "LanguageTag",
    "Original",
    "OutputFile",
    "Page",
    "Problem",
    "PublicOriginal",
    "PublicReport",
    "RawReport",
    "Report",
    "Tombstone",
    "Withdrawal",
    "is_language_tag",
    "sift",
]
