"""What an import asks for and what it tells: options, steps on the way, results."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from generator.errors import ArchiveError
from generator.inference import Inferred
from generator.model import Candidate, Draft, Problem, RawReport
from generator.pipeline.importing.following import Following
from generator.similarity import Signature

T = TypeVar("T")


class Outcome(enum.Enum):
    """What became of an input."""

    IMPORTED = "imported"
    UNCHANGED = "already there"
    FAILED = "failed"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class ImportOptions:
    """How to import.

    Attributes:
        today: the day of the import.
        stated: fields that the editor set for every report of this import; tags are added to those
            that are found, all other fields overrule what is found.
        dry_run: write nothing and move nothing.
        add_tags: kind of the terms that a format's own tags become where the vocabulary does not
            have them; empty: they are left out and told.
        columns: which column of a table is which field, where its header doesn't say.
        link_copies: the similarity from which a near copy says ``same_as``; None: it is only told.
    """

    today: date
    stated: Mapping[str, object] = field(default_factory=dict)
    dry_run: bool = False
    add_tags: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    link_copies: float | None = None


@dataclass(frozen=True)
class Oversight:
    """How a long import is watched and stopped.

    Attributes:
        is_stopped: whether to end soon: nothing more is read, and what was read is stored.
        waiting: told that another import has to end first.
        following: follows how far a container has been read.
    """

    is_stopped: Callable[[], bool] = lambda: False
    waiting: Callable[[str], object] = lambda _: None
    following: Following = field(default_factory=Following)


@dataclass(frozen=True)
class Prepared:
    """A raw report, read and inferred, or why it could not be.

    Attributes:
        raw: the report.
        drafts: what was read, with what was inferred from it.
        signatures: of the body of each draft, by which near copies are found.
        failure: why it could not be read, or why it is not to be.
        is_left_out: ``failure`` says why a part is no public report, which is no mistake.
    """

    raw: RawReport
    drafts: tuple[tuple[Draft, Inferred], ...] = ()
    signatures: tuple[Signature, ...] = ()
    failure: str = ""
    is_left_out: bool = False


@dataclass(frozen=True)
class Begun:
    """The parts of a container follow, and then that it is Finished."""

    container: RawReport


@dataclass(frozen=True)
class Finished:
    """All parts of a container have been read."""

    container: RawReport


@dataclass(frozen=True)
class Failure:
    """What ended the reading of a file or of a container before its time."""

    reason: str


@dataclass(frozen=True)
class ImportResult:
    """What became of one report.

    Attributes:
        input: the path that the editor gave; of a part of a container with the part behind it.
        outcome: imported, already there, left out, or failed.
        path: below articles/ without ``.md``; empty if it failed or was left out.
        fields: its front matter.
        problems: why it failed, or what a person should look at.
        dropped: lines of the page around the report that were left out.
        unknown_tags: the format's own tags that are no terms of the vocabulary.
        added_tags: those that were added to it, by id.
        passed_over: what the structure of the file says and what did not become a field.
    """

    input: str
    outcome: Outcome
    path: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    dropped: tuple[str, ...] = ()
    unknown_tags: tuple[str, ...] = ()
    added_tags: tuple[str, ...] = ()
    passed_over: tuple[Candidate, ...] = ()


def told(steps: Iterator[T]) -> Iterator[T | Failure]:
    """Each step; and where one fails, why, as the last: one broken file must not end the batch."""
    try:
        yield from steps
    except ArchiveError as error:
        yield Failure(str(error))
    except Exception as error:  # noqa: BLE001  # the one boundary of a bulk import
        yield Failure(f"{type(error).__name__}: {error}: please report this file")
