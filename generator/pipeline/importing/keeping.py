"""Keeping what was prepared: originals first, then the article, and only then the file leaves the inbox.

Reports are written in groups, which reach the disk together. What became of a report is known, and
told, when its group has.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.errors import ArchiveError, StoreError
from generator.inference import Inferred
from generator.inference.tags import unknown_tags
from generator.model import FIELD_ORDER, Draft, FrontMatter, Problem, RawReport
from generator.pipeline.importing.composing import (
    add_tags,
    compose,
    earliest_year,
    original_of,
    suffix_beside,
)
from generator.pipeline.importing.copied import CopyWatch
from generator.pipeline.importing.folders import FolderBeside, Within
from generator.pipeline.importing.illustrating import StoredPicture, illustrated
from generator.pipeline.importing.new_terms import NewTerms
from generator.pipeline.importing.results import (
    Begun,
    Finished,
    ImportOptions,
    ImportResult,
    Outcome,
    Prepared,
)
from generator.similarity import Signature
from generator.store import ArticleStore, GroupedStore, Unit, Unreadable
from generator.vocabulary import Vocabulary

INBOX = "inbox"

_MOST = 128  # reports that are told of at once

Step = Callable[[], ImportResult]
"""Says what became of a report, when its group is on the disk."""


@dataclass
class _Opened:
    """A container that is being imported.

    Attributes:
        raw: the container.
        reports: how many parts were told of.
        is_settled: whether nothing in it waits for a person, so that it may leave the inbox.
        brings_more: whether it has something that no container before it had.
        is_stored: whether its bytes are in originals/.
    """

    raw: RawReport
    reports: int = 0
    is_settled: bool = True
    brings_more: bool = False
    is_stored: bool = False


class Keeper:
    """One import: which originals are known by now, and where the next article goes.

    ``take`` writes, ``settled`` makes the group durable and tells what became of it.
    """

    def __init__(
        self,
        store: ArticleStore,
        vocabulary: Vocabulary,
        options: ImportOptions,
        own_names: Sequence[str] = (),
        is_alone: bool = False,
    ) -> None:
        """Begin one.

        Args:
            store: the archive.
            vocabulary: its terms.
            options: how to import.
            own_names: names under which the organisation itself publishes.
            is_alone: whether no other import is running, so that what a killed one left can go.
        """
        self.store = GroupedStore(store.folder)
        self.vocabulary = vocabulary
        self.options = options
        if is_alone:
            self.store.clear()
        self.known = store.known_originals()
        self.promised: set[str] = set()
        self._copies = CopyWatch(self.store, own_names, options.link_copies, options.dry_run)
        self.new_terms = NewTerms(store.folder, vocabulary, options.add_tags, options.dry_run)
        self._container: _Opened | None = None  # containers stand on the disk side by side
        self._steps: list[Callable[[], Iterator[ImportResult]]] = []
        self._lost: set[str] = set()
        self._inbox = Within(store.folder / INBOX)

    def knows(self, item: object) -> bool:
        """Whether it is a report that the archive has by now, or whose earlier self it has."""
        if not isinstance(item, RawReport):
            return False
        part = item.inside.part if item.inside and item.inside.lasts else ""
        return item.sha256 in self.known.paths or part in self.known.parts

    @property
    def is_full(self) -> bool:
        """Whether it is time to tell what became of the reports taken so far."""
        return len(self._steps) >= _MOST or self.store.is_full

    def take(self, item: Prepared | Begun | Finished) -> None:
        """Write what was prepared; nothing of it is in its place yet."""
        if isinstance(item, Begun):
            self._container = _Opened(item.container)
        elif isinstance(item, Finished):
            container, self._container = self._container, None
            assert container is not None, "begun before it is finished"
            self._steps.append(partial(self._finished, container))
        else:
            steps = self._steps_of(item)
            self._steps += (partial(_told, step, item.raw, self._container) for step in steps)

    def settled(self) -> Iterator[ImportResult]:
        """Put what was taken in its place, durably, and tell what became of each report."""
        self.store.settle()
        steps, self._steps = self._steps, []
        results = [result for step in steps for result in step()]
        yield from results

    def close(self) -> None:
        """Take back what was not settled."""
        self.store.drop()

    def _steps_of(self, item: Prepared) -> Iterator[Step]:
        raw = item.raw
        part = raw.inside.part if raw.inside and raw.inside.lasts else ""
        if item.is_left_out:
            problem = Problem(raw.name, 0, "", "", item.failure, "the original keeps it")
            yield partial(ImportResult, raw.name, Outcome.LEFT_OUT, problems=(problem,))
        elif item.failure:
            yield partial(_failed, raw.name, item.failure)
        elif raw.sha256 in self.known.paths:
            yield partial(self._already_there, raw, self.known.paths[raw.sha256])
        elif part in self.known.parts:
            yield partial(self._changed, raw, self.known.parts[part].path)
        else:
            for (draft, inferred), signature in zip(item.drafts, item.signatures, strict=True):
                yield self._begun(draft, inferred, signature)

    def _begun(self, draft: Draft, inferred: Inferred, signature: Signature) -> Step:
        """Write a report; what stands in its way ends its own import and no other."""
        unit = self.store.begin()
        try:
            return self._add(draft, inferred, signature, unit)
        except (ArchiveError, OSError, ValueError) as error:
            self.store.abandon(unit)
            return partial(_failed, draft.raw.name, str(error))

    def _added(
        self,
        raw: RawReport,
        unit: Unit,
        pictures: Sequence[StoredPicture],
        result: ImportResult,
    ) -> ImportResult:
        if unit.problem:
            self._lost.add(result.path)
            raise StoreError(unit.problem)
        self._leave_inbox(raw)
        if not self.options.dry_run:
            self._take_pictures(raw, pictures)
        return result

    def _already_there(self, raw: RawReport, path: str) -> ImportResult:
        if path in self._lost:
            raise StoreError(f"is the same as articles/{path}.md, which could not be written")
        if path in self.promised or (raw.inside and raw.inside.lasts):
            return ImportResult(raw.name, Outcome.UNCHANGED, path)
        article = self.store.read(path)
        if isinstance(article, Unreadable):
            return ImportResult(raw.name, Outcome.UNCHANGED, path, {}, (article.problem,))
        original = article.fields.get("original")
        file = str(original.get("file", "")) if isinstance(original, dict) else ""
        if self.store.has_original(path, file, raw.sha256):
            self._leave_inbox(raw)
            return ImportResult(raw.name, Outcome.UNCHANGED, path, article.fields)
        problem = Problem(
            f"articles/{path}.md",
            article.lines.get("original", 0),
            "original",
            raw.sha256,
            "the original of this article is missing or changed",
            f"put {raw.name} back in its place, or restore it from git",
        )
        return ImportResult(raw.name, Outcome.UNCHANGED, path, article.fields, (problem,))

    def _changed(self, raw: RawReport, path: str) -> ImportResult:
        """A part that was imported before, with other content: an editor decides what it means."""
        problem = Problem(
            f"articles/{path}.md",
            0,
            "original",
            raw.sha256,
            "has changed where it comes from since it was imported; the article was left as it is",
            f"compare them, correct the article, and write 'sha256: {raw.sha256}' there",
        )
        return ImportResult(raw.name, Outcome.UNCHANGED, path, problems=(problem,))

    def _add(self, draft: Draft, inferred: Inferred, signature: Signature, unit: Unit) -> Step:
        raw = draft.raw
        fields, problems = compose(draft, inferred, self.options.stated, self.vocabulary)
        unknown = tuple(unknown_tags(draft, self.vocabulary))
        added = self.new_terms.ids_of(unknown) if self.options.add_tags else {}
        add_tags(fields, added)
        front = FrontMatter.model_validate(fields)
        beside = suffix_beside(draft, front)
        path = self.store.free_path(
            front.title, earliest_year(front), beside, raw.sha256, self.promised
        )
        file = f"{path.rpartition('/')[2]}{beside}" if beside else ""
        fields["original"] = original_of(draft, front, file)
        shown = illustrated(draft, inferred.body, path.rpartition("/")[2])
        problems += shown.problems
        if shown.pictures:
            fields["pictures"] = [picture.record for picture in shown.pictures]
        coming = self._copies.coming(path, fields, shown.body, signature)
        if copied := self._copies.seen(raw.name, coming):
            problems.append(copied.problem)
            fields |= copied.fields(fields)
        ordered = {name: fields[name] for name in FIELD_ORDER if name in fields}
        if self.options.dry_run:
            self.promised.add(path)
        else:
            self._store_original(raw, path, file)
            self._store_pictures(path, shown.pictures)
            self.store.add(path, ordered, shown.body)
        self._copies.keep(coming, ordered)
        self.known.add(path, raw.sha256, raw.inside.part if raw.inside and raw.inside.lasts else "")
        result = ImportResult(
            raw.name,
            Outcome.IMPORTED,
            path,
            ordered,
            tuple(problems),
            (*draft.left_out, *inferred.dropped),
            () if added else tuple(tag.value for tag in unknown),
            tuple(added),
            inferred.passed_over,
        )
        return partial(self._added, raw, unit, shown.pictures, result)

    def _store_original(self, raw: RawReport, path: str, file: str) -> None:
        if file:
            self.store.store_beside(path, file, raw.content)
        elif self._container and raw.inside and raw.inside.lasts:
            self._store_container(self._container)
        else:
            self.store.store_withheld(raw.sha256, raw.open)

    def _store_pictures(self, path: str, pictures: Sequence[StoredPicture]) -> None:
        """Beside the article; as it came, too, where the report's own original does not have it."""
        for picture in pictures:
            self.store.store_beside(path, str(picture.record["file"]), picture.content)
            if picture.source.is_beside and picture.came_as != picture.content:
                opener = partial(io.BytesIO, picture.came_as)
                self.store.store_withheld(str(picture.record["original"]), opener)

    def _take_pictures(self, raw: RawReport, pictures: Sequence[StoredPicture]) -> None:
        """Pictures in the folder of a page leave the inbox with it."""
        beside = raw.beside
        if raw.inside or not isinstance(beside, FolderBeside) or Path(raw.name) not in self._inbox:
            return
        for picture in pictures:
            file = beside.own_file(picture.source.name)
            if file is not None:
                file.unlink(missing_ok=True)

    def _store_container(self, container: _Opened) -> None:
        if not container.is_stored:  # at once, since all its reports rest on it
            ArticleStore(self.store.folder).store_withheld(container.raw.sha256, container.raw.open)
            container.is_stored = True

    def _finished(self, container: _Opened) -> Iterator[ImportResult]:
        """A container leaves the inbox once no part waits for a person; stored if it brings more."""
        raw = container.raw
        if not container.reports:
            yield _failed(raw.name, "holds no report")
        elif container.is_settled and not self.options.dry_run and Path(raw.name) in self._inbox:
            try:
                if container.brings_more:
                    self._store_container(container)
                self._leave_inbox(raw)
            except (ArchiveError, OSError) as error:
                yield _failed(raw.name, str(error))

    def _leave_inbox(self, raw: RawReport) -> None:
        """Remove a stored file from the inbox; files anywhere else are the editor's."""
        file = Path(raw.name)
        if self.options.dry_run or raw.inside or file not in self._inbox:
            return
        try:
            (file.resolve() if file.is_symlink() else file).unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                f"is stored, but could not be removed from the inbox: {error.strerror}"
            ) from error


def _told(step: Step, raw: RawReport, container: _Opened | None) -> Iterator[ImportResult]:
    """What became of a report, which its container hears too."""
    try:
        result = step()
    except (ArchiveError, OSError, ValueError) as error:
        result = _failed(raw.name, str(error))
    if container:
        container.reports += 1
        container.is_settled &= result.outcome is not Outcome.FAILED and not _is_open(result)
        container.brings_more |= result.outcome is not Outcome.UNCHANGED
    yield result


def _is_open(result: ImportResult) -> bool:
    """Whether a report that is there already is not what the archive has."""
    return result.outcome is Outcome.UNCHANGED and bool(result.problems)


def _failed(name: str, reason: str) -> ImportResult:
    problem = Problem(name, 0, "", "", reason, "the file stays where it is")
    return ImportResult(name, Outcome.FAILED, problems=(problem,))
