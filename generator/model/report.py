"""An article as text, a report as validated, and the report that the public may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from operator import attrgetter
from typing import Any, Protocol, cast

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


class StoredText(Protocol):
    """A text that lies on the disk: an archive's texts need more room than all else of its reports."""

    @property
    def length(self) -> int:
        """How many characters it has."""
        ...

    def read(self) -> str:
        """The text, read anew each time."""
        ...


class _Body:
    """The field of a text that is held, or read when it is asked for."""

    def __get__(self, report: object | None, owner: type) -> str:
        if report is None:
            return ""  # what a report has that is made without one
        held = _held(report)
        return held if isinstance(held, str) else held.read()

    def __set__(self, report: object, body: str | StoredText) -> None:
        object.__setattr__(report, "_body", body)


def _held(report: object) -> str | StoredText:
    return cast("str | StoredText", report._body)  # type: ignore[attr-defined]  # _Body sets it


@dataclass(frozen=True)
class PublicReport:
    """A report as the public may see it. Only ``generator.publication`` makes one.

    The body is what the rights allow: all of it, an excerpt, or nothing. In a build it may be read
    from the disk when it is asked for; ``length`` tells its characters without that. ``sha256`` is
    that of the report's record (``generator.record``), the hash that a citation carries. ``digest``
    stands for all that is public of it, wherever a build asks whether anything changed.
    """

    path: str
    address: str
    site_language: str
    language: str
    title: str
    date: ArchiveDate
    summary: str
    display: str
    source: str
    publisher: str
    body: _Body = _Body()
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

    @property
    def length(self) -> int:
        """How many characters the body has."""
        held = _held(self)
        return len(held) if isinstance(held, str) else held.length

    @property
    def stored(self) -> StoredText | None:
        """The body as it lies on the disk; None where it is in memory."""
        held = _held(self)
        return None if isinstance(held, str) else held

    def altered(self, **changes: Any) -> PublicReport:
        """The report with some fields changed; the body stays where it is."""
        return replace(self, **{"body": _held(self), **changes})

    def __reduce__(self) -> tuple[type[PublicReport], tuple[object, ...]]:
        """By its fields in order; read back so, it takes half the room of one read name by name."""
        return PublicReport, _fields_of(self)


_fields_of = attrgetter(
    *("_body" if one.name == "body" else one.name for one in fields(PublicReport))
)


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
