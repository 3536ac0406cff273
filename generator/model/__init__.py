"""What travels through the archive: frozen values without I/O."""

from generator.model.draft import (
    TEXT,
    WHOLE,
    Block,
    BrokenPart,
    Candidate,
    Draft,
    Finding,
    Inside,
    LeftOut,
    RawReport,
    Role,
)
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
    "TEXT",
    "WHOLE",
    "Article",
    "Block",
    "BrokenPart",
    "Candidate",
    "Correction",
    "Draft",
    "FieldError",
    "Finding",
    "FrontMatter",
    "Inside",
    "LanguageTag",
    "LeftOut",
    "Original",
    "OutputFile",
    "Page",
    "Problem",
    "PublicOriginal",
    "PublicReport",
    "RawReport",
    "Report",
    "Role",
    "Tombstone",
    "Withdrawal",
    "is_language_tag",
    "sift",
]
