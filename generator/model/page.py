"""What the archive puts out: pages, files, and problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Generic, Protocol, TypeVar

_LONGEST_FOUND = 80
_T = TypeVar("_T")


@dataclass(frozen=True)
class Page:
    """One page of the site, before it is rendered.

    Attributes:
        address: path below the site's root, ``reports/2016/slug/`` or ``ar/browse/``.
        language: interface language of the page.
        title: plain text, for the head and the header.
        template: name of the content template, such as ``report.html``.
        context: what the template receives besides the archive; the text of its ``report``, where
            there is one, is rendered for it as ``body``.
        derive: what else the template receives, made when the page is rendered; nothing but the
            context, the settings and the vocabulary may shape it.
    """

    address: str
    language: str
    title: str
    template: str
    context: Mapping[str, object]
    derive: Callable[[], Mapping[str, object]] | None = None

    def completed(self) -> Page:
        """The page with all that its template receives."""
        if self.derive is None:
            return self
        return replace(self, context={**self.context, **self.derive()}, derive=None)


@dataclass(frozen=True)
class OutputFile:
    """A file of the site that is not a page; ``path`` is below the site's root."""

    path: str
    content: bytes


@dataclass(frozen=True)
class DerivedFile:
    """A file of the site that is made when its content is asked for, in another process as well.

    Attributes:
        path: below the site's root.
        make: makes the content; a function of a module, with its arguments (``functools.partial``).
        made_from: everything that shapes the content besides settings, vocabulary and code: a file
            whose ``made_from`` did not change is not made again.
    """

    path: str
    make: Callable[[], bytes]
    made_from: object

    @property
    def content(self) -> bytes:
        """The bytes, made anew each time."""
        return self.make()


@dataclass(frozen=True)
class Section(Generic[_T]):
    """Pages or files that are as they were while what shapes them is: one list, some reports.

    A build that finds ``made_from`` unchanged need not even put them together to take their keys.

    Attributes:
        name: what the section is called; no other section has it.
        make: makes the pages, or the files.
        made_from: everything that shapes them besides settings, vocabulary and code, as for
            ``DerivedFile``; None where nobody has written that down.
    """

    name: str
    make: Callable[[], Iterable[_T]]
    made_from: object = None


@dataclass(frozen=True)
class FileGroup:
    """Files that are made together, by one call, such as the shard of a search index.

    Attributes:
        name: what the group is called; no other group has it.
        make: makes the files, as for ``DerivedFile``.
        made_from: everything that shapes them, as for ``DerivedFile``.
        is_heavy: whether making them takes seconds, so that it is one worker's task by itself.
    """

    name: str
    make: Callable[[], Iterable[OutputFile]]
    made_from: object
    is_heavy: bool = False


class MadeFiles(Protocol):
    """The files of groups, once they are made: by this build or an earlier one."""

    def __call__(self, path: str) -> bytes:
        """The bytes of a file."""
        ...

    def mark(self, path: str) -> tuple[str, int]:
        """SHA-256 of a file in hexadecimal digits, and its size in bytes."""
        ...


@dataclass(frozen=True, order=True)
class Problem:
    """Something an editor has to look at.

    Attributes:
        file: path of the file, as the editor knows it.
        line: 1-based line, or 0 where the file as a whole is meant.
        field: front matter field, or an empty text.
        found: the value found.
        message: what is wrong.
        remedy: what to do about it.
    """

    file: str
    line: int
    field: str
    found: str
    message: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        subject = f" {self.field}:" if self.field else ""
        return f"{place}:{subject} {self.sentence}"

    @property
    def sentence(self) -> str:
        """What is wrong, what was found where the message doesn't say it, and what to do."""
        is_told = not self.found or self.found in self.message
        found = "" if is_told else f" (found '{_short(self.found)}')"
        return f"{self.message}{found}; {self.remedy}"

    def as_dict(self) -> dict[str, str | int]:
        """The problem as plain values, for JSON."""
        return asdict(self)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_FOUND else f"{text[: _LONGEST_FOUND - 1]}…"
