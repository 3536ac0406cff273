"""A raw report on its way to an article."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import BinaryIO, Literal, Protocol

from generator.errors import UnreadableReport
from generator.model.page import Problem

HEAD = 65_536
"""Bytes of a file by which importers recognise it."""

WHOLE = 32 * 1024 * 1024
"""Bytes up to which a file may be read as a whole; containers are read in a stream."""

TEXT = 8 * 1024 * 1024
"""Bytes up to which one report is read as text, which takes some four seconds."""


class Beside(Protocol):
    """What came together with a page: the folder, the ZIP or the web archive that it stands in."""

    def name_of(self, target: str, base: str) -> str:
        """What a picture is called there; empty for one that can't have come with the page.

        Args:
            target: as the page refers to it.
            base: the page's address, or an empty text.
        """
        ...

    def read(self, name: str) -> bytes:
        """Its bytes.

        Raises:
            LookupError: it did not come with the page.
            UnusablePicture: it is too big.
            OSError: it cannot be read.
        """
        ...


@dataclass(frozen=True)
class Inside:
    """Where in a container a raw report stands.

    Attributes:
        container: SHA-256 of the outermost container's bytes.
        part: GUID, Message-ID, address or member name.
        lasts: whether ``part`` means the same report in every container, as a GUID does, so that
            other content under it is a change; the name of a ZIP member does not.
        importer: module name of the importer that reads the part; empty: the one that claims it.
    """

    container: str
    part: str
    lasts: bool
    importer: str = ""


@dataclass(frozen=True)
class RawReport:
    """A file as it arrived, small or big, or one part of it; ``RawReport.of`` makes a small one.

    Attributes:
        name: the path that the editor gave, for messages; nothing is derived from it.
        retrieved: the day of the import or of the capture, an upper bound for every date in it.
        head: its first 64 kB.
        size: bytes of the whole.
        sha256: SHA-256 of the whole, as 64 lower-case hexadecimal digits.
        open: opens it for reading, from its start; can be pickled.
        inside: where it stands, if it is a part of a container.
        columns: what the editor said of a table: its column, or an empty text, by field.
        beside: what came with it.
    """

    name: str
    retrieved: date
    head: bytes
    size: int
    sha256: str
    open: Callable[[], BinaryIO]
    inside: Inside | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    beside: Beside | None = None

    @classmethod
    def of(
        cls, name: str, content: bytes, retrieved: date, inside: Inside | None = None
    ) -> RawReport:
        """A raw report whose bytes are at hand."""
        digest = hashlib.sha256(content).hexdigest()
        opener = partial(io.BytesIO, content)
        return cls(name, retrieved, content[:HEAD], len(content), digest, opener, inside)

    @property
    def content(self) -> bytes:
        """All its bytes.

        Raises:
            UnreadableReport: it has more than 32 MB.
        """
        return self.read_whole(WHOLE)

    def read_whole(self, limit: int) -> bytes:
        """All its bytes, for a format that cannot be read in a stream.

        Raises:
            UnreadableReport: it has more than ``limit`` bytes.
        """
        if self.size > limit:
            raise UnreadableReport(
                f"has {self.size / 2**20:.1f} MB, more than the {limit / 2**20:.0f} MB of which one"
                f" report of this kind is read: part it, or save the report alone"
            )
        if self.size <= len(self.head):
            return self.head
        with self.open() as file:
            return file.read()

    def part(
        self,
        part: str,
        content: bytes,
        *,
        importer: str = "",
        counted: bytes | None = None,
        retrieved: date | None = None,
        lasts: bool = True,
    ) -> RawReport:
        """A part of this container, to be read as a raw report of its own.

        Args:
            part: its GUID, Message-ID, address or name.
            content: its bytes.
            importer: module name of the importer that reads it; empty: the one that claims it.
            counted: the bytes whose hash is the part's own, if not all of them count: without what
                may change while the report doesn't, such as counters or the site's name.
            retrieved: the day of its capture, where the container knows.
            lasts: see Inside.
        """
        container = self.inside.container if self.inside else self.sha256
        inside = Inside(container, part, lasts, importer)
        whole = self.of(f"{self.name} › {part}", content, retrieved or self.retrieved, inside)
        digest = whole.sha256 if counted is None else hashlib.sha256(counted).hexdigest()
        return replace(whole, sha256=digest, columns=self.columns)


@dataclass(frozen=True)
class BrokenPart:
    """A part of a container that could not be taken out of it, and why; the rest goes on."""

    part: str
    reason: str


@dataclass(frozen=True)
class LeftOut:
    """A part of a container that is no public report, such as a draft; told, and not imported."""

    part: str
    reason: str


Role = Literal["", "published", "updated", "event", "photo", "copyright", "crawl", "sent", "made"]
"""What happened on a day; ``crawl``, ``sent`` and ``made``: the report is no younger than a capture, is
hardly older than its mail, and has nothing to do with the day on which somebody saved its file."""


@dataclass(frozen=True)
class Candidate:
    """A value that the structure of a format gives for a field, before any rule has judged it.

    Attributes:
        field: field of the front matter.
        value: the text as it stands there: a date unparsed, a byline undivided.
        place: where it stands, as evidence: ``JSON-LD datePublished``, ``meta og:title``.
        role: for dates: what happened on that day; empty where the structure doesn't say.
        alias: for tags: another name that the structure has for the same, such as the part of
            an address.
    """

    field: str
    value: str
    place: str
    role: Role = ""
    alias: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, list, table or quote of a body that has a structure.

    Attributes:
        markdown: the block as Markdown, of one or more lines.
        text: its words without markup; empty for a block that rules must leave alone.
    """

    markdown: str
    text: str


@dataclass(frozen=True)
class PictureInside:
    """A picture that came with a report; where it stands in the text is marked by ``mark_of``.

    Attributes:
        name: what it is called there, for messages.
        read: its bytes; can be pickled. Raises LookupError where it did not come with the report.
        address: where else it is, as a web address.
        withheld: why it may not go public before a person has looked at it.
        is_beside: whether it lay beside the report, whose own bytes don't have it.
        is_apart: whether it stands nowhere in the text, and so is put behind it.
        smallest: pixels of width and height below which it is an ornament.
        where: where an editor finds it in the original, if it is put behind the text: ``page 3``.
    """

    name: str
    read: Callable[[], bytes]
    address: str = ""
    withheld: str = ""
    is_beside: bool = False
    is_apart: bool = False
    smallest: int = 50
    where: str = ""


def mark_of(number: int) -> str:
    """The target that stands in Markdown for a draft's picture of that number, until it is stored."""
    return f"picture:{number}.png"


@dataclass(frozen=True)
class Draft:
    """What an importer read from a raw report, before anything is inferred.

    Attributes:
        raw: where it came from.
        media_type: IANA media type of the original, such as ``text/plain``.
        text: the readable text; lines end with ``\\n``. Not used where there are blocks.
        is_markdown: whether ``text`` is Markdown that its author wrote and that stays as it is;
            plain text is escaped later.
        stated: fields that the format itself states, as in front matter; nothing overrules them
            but the editor.
        problems: what could not be read, and what an editor should look at.
        blocks: the body of a format with structure; rules may take whole blocks out of it.
        candidates: what the structure says of fields, the most trustworthy first.
        withheld: why the original may never go public; empty where the format allows it.
        pictures: those that came with it, by their number in the text.
        left_out: lines of the page that are none of the report's, for a person to look through.
    """

    raw: RawReport
    media_type: str
    text: str = ""
    is_markdown: bool = False
    stated: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    blocks: tuple[Block, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    withheld: str = ""
    pictures: tuple[PictureInside, ...] = ()
    left_out: tuple[str, ...] = ()

    def values(self, name: str) -> tuple[Candidate, ...]:
        """The candidates for a field, in their order."""
        return tuple(found for found in self.candidates if found.field == name)


@dataclass(frozen=True)
class Finding:
    """What a rule inferred for one field.

    Attributes:
        value: the value, as front matter has it; None where the rule found that nothing can be
            said, and says why in ``note``.
        evidence: the words it rests on, for a person to check.
        consumed: indices of lines that are this field and not the body.
        note: what a person should look at.
    """

    value: object
    evidence: str
    consumed: frozenset[int] = frozenset()
    note: str = ""
