"""An article as text, a report as validated, and the report that the public may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.dates import ArchiveDate
from generator.model.frontmatter import Correction, FrontMatter, Withdrawal


@dataclass(frozen=True)
class Article:
    """One file under articles/, read but not yet validated.

    Attributes:
        path: below articles/ without ``.md``, with forward slashes: ``2016/the-slug``.
        fields: the front matter as written: texts, lists and mappings of texts.
        lines: 1-based line of each field.
        body: the Markdown below the front matter.
        body_line: 1-based line of the file in which the body begins.
    """

    path: str
    fields: Mapping[str, object]
    lines: Mapping[str, int]
    body: str
    body_line: int = field(default=1, compare=False)

    @property
    def file(self) -> str:
        """The file's path below the archive's folder, for messages."""
        return f"articles/{self.path}.md"

    @property
    def files_beside(self) -> tuple[str, ...]:
        """The names of the files beside it that its front matter names, valid or not."""
        pictures = self.fields.get("pictures")
        records = (self.fields.get("original"), *(pictures if isinstance(pictures, list) else ()))
        files = (record.get("file") for record in records if isinstance(record, Mapping))
        return tuple(file for file in files if isinstance(file, str) and file)


@dataclass(frozen=True)
class Report:
    """One valid article. Pages and outputs never see it; they get a PublicReport."""

    path: str
    front: FrontMatter
    body: str


@dataclass(frozen=True)
class PublicOriginal:
    """What is public of an original: always its hash, and a file where it may be shown."""

    sha256: str
    file: str = ""
    media_type: str = ""
    retrieved: date | None = None
    withheld: str = ""


@dataclass(frozen=True)
class PublicPicture:
    """A picture that the public may see, beside the page of its report."""

    file: str
    sha256: str
    media_type: str
    width: int
    height: int


@dataclass(frozen=True)
class PublicReport:
    """A report as the public may see it. Only ``generator.publication`` makes one.

    The body is what the rights allow: all of it, an excerpt, or nothing. ``sha256`` is that of the
    report's record (``generator.record``), the hash that a citation carries. ``digest`` stands for
    all that is public of it, wherever a build asks whether anything changed.
    """

    path: str
    address: str
    site_language: str
    language: str
    title: str
    date: ArchiveDate
    body: str
    summary: str
    display: str
    source: str
    publisher: str
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    rights: str = ""
    url: str = ""
    archived_url: str = ""
    warning: str = ""
    translation_of: str = ""
    same_as: str = ""
    redirect_from: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    original: PublicOriginal | None = None
    pictures: tuple[PublicPicture, ...] = ()
    inferred: Mapping[str, str] = field(default_factory=dict)
    sha256: str = ""
    digest: str = ""


@dataclass(frozen=True)
class Tombstone:
    """What keeps answering at the addresses of a withdrawn report; it carries nothing of its content.

    Attributes:
        withdrawal: day and reason; None where the front matter lacks them, which is a problem.
        redirect_from: earlier addresses, which lead to the page that says all this.
    """

    path: str
    address: str
    site_language: str
    withdrawal: Withdrawal | None = None
    redirect_from: tuple[str, ...] = ()
