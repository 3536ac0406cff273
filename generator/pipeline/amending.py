"""Withdraw and correct: all asked for is looked at first, and only then written, one file at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator import frontmatter
from generator.errors import AmendmentError, ArchiveError, FrontMatterError
from generator.model import FrontMatter, sift
from generator.store import ARTICLES, Append, ArticleStore, Change, Put, edited


@dataclass(frozen=True)
class Amendment:
    """An article as it is, and as it is to be."""

    path: str
    before: bytes
    after: bytes
    was: FrontMatter

    @property
    def file(self) -> str:
        """Its file below the archive's folder."""
        return f"{ARTICLES}/{self.path}.md"


def withdrawals(
    store: ArticleStore, paths: Iterable[str], day: date, reason: str
) -> Sequence[Amendment]:
    """The articles with status and reason of a withdrawal; nothing is written yet.

    Raises:
        AmendmentError: one of them is withdrawn already, or cannot be changed; all are named.
    """
    record = {"date": day.isoformat(), "reason": reason}
    changes = [Put("status", "withdrawn"), Put("withdrawn", record)]
    return _planned(store, paths, changes)


def corrections(
    store: ArticleStore, paths: Iterable[str], day: date, note: str
) -> Sequence[Amendment]:
    """The articles with one dated correction more; nothing is written yet.

    Raises:
        AmendmentError: one of them is withdrawn, or cannot be changed; all are named.
    """
    change = Append("corrections", {"date": day.isoformat(), "note": note})
    return _planned(store, paths, [change])


def write(store: ArticleStore, amendment: Amendment) -> None:
    """Write one article in one step, if nobody changed it meanwhile.

    Raises:
        StoreError: it changed, or cannot be written.
    """
    store.replace(amendment.file, amendment.before, amendment.after)


def amended(path: str, content: bytes, changes: Sequence[Change]) -> bytes:
    """The bytes of an article with changes, which have to leave it valid.

    Raises:
        AmendmentError: the article is not valid, before or after; says where.
    """
    valid_front(path, content)
    try:
        after = edited(content, changes)
    except FrontMatterError as error:
        raise AmendmentError(
            f"{ARTICLES}/{path}.md:{error.line}: {error}; {error.remedy}"
        ) from error
    valid_front(path, after)
    return after


def valid_front(path: str, content: bytes) -> FrontMatter:
    """The front matter of an article.

    Raises:
        AmendmentError: it is not valid; with every mistake.
    """
    name = f"{ARTICLES}/{path}.md"
    try:
        read = frontmatter.parse(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except FrontMatterError as error:
        raise AmendmentError(f"{name}:{error.line}: {error}; {error.remedy}") from error
    except UnicodeDecodeError as error:
        raise AmendmentError(f"{name}: not UTF-8; save the file as UTF-8") from error
    fields = {field: value for field, value in read.fields.items() if value != ""}
    _, mistakes = sift(fields)
    if mistakes:
        told = (f"{name}:{read.lines.get(m.field, 1)}: {m.place}: {m.message}" for m in mistakes)
        raise AmendmentError("\n".join(told))
    return FrontMatter.model_validate(fields)


def _planned(
    store: ArticleStore,
    paths: Iterable[str],
    changes: Sequence[Change],
) -> Sequence[Amendment]:
    planned: list[Amendment] = []
    refused: list[str] = []
    for path in dict.fromkeys(paths):
        try:
            content = store.content(path)
            was = valid_front(path, content)
            _refuse_withdrawn(path, was)
            planned.append(Amendment(path, content, amended(path, content, changes), was))
        except ArchiveError as error:
            refused.append(str(error))
    if refused:
        raise AmendmentError("\n".join(refused))
    return planned


def _refuse_withdrawn(path: str, front: FrontMatter) -> None:
    if front.status == "withdrawn":
        since = f" since {front.withdrawn.date}" if front.withdrawn else ""
        raise AmendmentError(f"{ARTICLES}/{path}.md is withdrawn already{since}; nothing to do")
