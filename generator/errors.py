"""Every error that the archive raises on purpose.

ArchiveError                  anything below; its text tells an editor what to do
├── SettingsError             mkdocs.yml or its `archive` section cannot be used
├── VocabularyError           vocabulary.yml cannot be used
├── EdtfError                 a text that is not a date in EDTF (also a ValueError)
├── FrontMatterError          front matter that cannot be read; knows its line
├── ImportFailure             one raw report that cannot be imported; the batch goes on
│   ├── UnclaimedReport       no importer reads this kind of file
│   ├── AmbiguousReport       two importers claim the same file
│   ├── UnreadableReport      an importer claimed the file and could not read it
│   └── UnusablePicture       a picture that cannot be shown; its report is imported without it
├── StoreError                articles/ or an original could not be read or written
├── StateError                what a build remembers in .archive/ is damaged
├── HistoryError              git cannot say what was published at a commit
├── AmendmentError            an article that cannot be changed as asked; nothing was written
├── GazetteerError            a table of places cannot be used
├── OutlineError              the map's outline cannot be used
├── ExecutorError             work could not be shared out: nobody answers there, or cannot go on
├── ExportError               the archive could not be written for taking away
└── SearchIndexError          Pagefind did not answer as its protocol says
"""

from __future__ import annotations


class ArchiveError(Exception):
    """Base of all errors raised on purpose; ``str(error)`` is a sentence for an editor."""


class SettingsError(ArchiveError):
    """mkdocs.yml, or its ``archive`` section, cannot be used."""


class VocabularyError(ArchiveError):
    """vocabulary.yml cannot be used."""


class EdtfError(ArchiveError, ValueError):
    """A text that is not a date in EDTF (ISO 8601-2:2019)."""


class FrontMatterError(ArchiveError):
    """Front matter that cannot be read.

    Attributes:
        line: 1-based line of the file where reading stopped.
        found: what stands there.
        remedy: what an editor can do about it.
    """

    def __init__(self, line: int, found: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.line = line
        self.found = found
        self.remedy = remedy


class ImportFailure(ArchiveError):
    """One raw report that cannot be imported; the rest of the batch goes on."""


class UnclaimedReport(ImportFailure):
    """No importer reads this kind of file."""


class AmbiguousReport(ImportFailure):
    """Two importers make a strong claim on the same file."""


class UnreadableReport(ImportFailure):
    """An importer claimed the file and could not read it."""


class UnusablePicture(ImportFailure):
    """A picture of a report that cannot be shown; the report is imported without it."""


class StoreError(ArchiveError):
    """articles/ or an original could not be read or written."""


class StateError(ArchiveError):
    """What a build remembers in .archive/ is damaged."""


class HistoryError(ArchiveError):
    """Git cannot say what was published at a commit."""


class AmendmentError(ArchiveError):
    """An article that cannot be changed as asked; nothing was written."""


class GazetteerError(ArchiveError):
    """A table of places, as GeoNames offers them, cannot be read or has no place of the country."""


class OutlineError(ArchiveError):
    """The map's outline, a GeoJSON file of the organisation's own, cannot be used."""


class ExportError(ArchiveError):
    """The archive could not be written for taking away: the place, or what a format needs."""


class SearchIndexError(ArchiveError):
    """Pagefind did not answer as its protocol says."""


class ExecutorError(ArchiveError):
    """Work could not be shared out: nobody answers at the address, or the work cannot go on."""
