"""Keeping what was prepared: originals first, then the article, and only then the file leaves the inbox."""

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
from generator.pipeline.importing.folders import FolderBeside
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
from generator.store import ArticleStore, Unreadable
from generator.vocabulary import Vocabulary

INBOX = "inbox"


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
    """One import: which originals are known by now, and where the next article goes."""

    def __init__(
        self,
        store: ArticleStore,
        vocabulary: Vocabulary,
        options: ImportOptions,
        own_names: Sequence[str] = (),
    ) -> None:
        self.store = store
        self.vocabulary = vocabulary
        self.options = options
        self.known = store.known_originals()
        self.promised: set[str] = set()
        self._copies = CopyWatch(store, own_names, options.link_copies, options.dry_run)
        self.new_terms = NewTerms(store.folder, vocabulary, options.add_tags, options.dry_run)
        self._container: _Opened | None = None  # containers stand on the disk side by side

    def knows(self, item: object) -> bool:
        """Whether it is a report that the archive has by now, or whose earlier self it has."""
        if not isinstance(item, RawReport):
            return False
        part = item.inside.part if item.inside and item.inside.lasts else ""
        return item.sha256 in self.known.paths or part in self.known.parts

    def keep(self, item: Prepared | Begun | Finished) -> Iterator[ImportResult]:
        """Store what was prepared."""
        if isinstance(item, Begun):
            self._container = _Opened(item.container)
        elif isinstance(item, Finished):
            yield from self._finished(item.container)
        else:
            for result in self._results(item):
                if self._container:
                    self._container.reports += 1
                    is_fine = result.outcome is not Outcome.FAILED and not _is_open(result)
                    self._container.is_settled &= is_fine
                    self._container.brings_more |= result.outcome is not Outcome.UNCHANGED
                yield result

    def _results(self, item: Prepared) -> Iterator[ImportResult]:
        raw = item.raw
        part = raw.inside.part if raw.inside and raw.inside.lasts else ""
        if item.is_left_out:
            problem = Problem(raw.name, 0, "", "", item.failure, "the original keeps it")
            yield ImportResult(raw.name, Outcome.LEFT_OUT, problems=(problem,))
        elif item.failure:
            yield _failed(raw.name, item.failure)
        elif raw.sha256 in self.known.paths:
            known = self.known.paths[raw.sha256]
            yield _settled(raw, partial(self._already_there, raw, known))
        elif part in self.known.parts:
            yield self._changed(raw, self.known.parts[part].path)
        else:
            for (draft, inferred), signature in zip(item.drafts, item.signatures, strict=True):
                yield _settled(raw, partial(self._add, draft, inferred, signature))

    def _already_there(self, raw: RawReport, path: str) -> ImportResult:
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

    def _add(self, draft: Draft, inferred: Inferred, signature: Signature) -> ImportResult:
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
            self._leave_inbox(raw)
            self._take_pictures(raw, shown.pictures)
        self._copies.keep(coming, ordered)
        self.known.add(path, raw.sha256, raw.inside.part if raw.inside and raw.inside.lasts else "")
        return ImportResult(
            raw.name,
            Outcome.IMPORTED,
            path,
            ordered,
            tuple(problems),
            inferred.dropped,
            () if added else tuple(tag.value for tag in unknown),
            tuple(added),
            inferred.passed_over,
        )

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
        if raw.inside or not isinstance(beside, FolderBeside) or not self._is_in_inbox(raw):
            return
        for picture in pictures:
            file = beside.own_file(picture.source.name)
            if file is not None:
                file.unlink(missing_ok=True)

    def _store_container(self, container: _Opened) -> None:
        if not container.is_stored:
            self.store.store_withheld(container.raw.sha256, container.raw.open)
            container.is_stored = True

    def _finished(self, raw: RawReport) -> Iterator[ImportResult]:
        """A container leaves the inbox once no part waits for a person; stored if it brings more."""
        container, self._container = self._container, None
        assert container is not None, "begun before it is finished"
        if not container.reports:
            yield _failed(raw.name, "holds no report")
        elif container.is_settled and not self.options.dry_run and self._is_in_inbox(raw):
            try:
                if container.brings_more:
                    self._store_container(container)
                self._leave_inbox(raw)
            except (ArchiveError, OSError) as error:
                yield _failed(raw.name, str(error))

    def _is_in_inbox(self, raw: RawReport) -> bool:
        inbox = (self.store.folder / INBOX).resolve()
        return Path(raw.name).resolve().is_relative_to(inbox)

    def _leave_inbox(self, raw: RawReport) -> None:
        """Remove a stored file from the inbox; files anywhere else are the editor's."""
        if self.options.dry_run or raw.inside or not self._is_in_inbox(raw):
            return
        try:
            Path(raw.name).resolve().unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                f"is stored, but could not be removed from the inbox: {error.strerror}"
            ) from error


def _is_open(result: ImportResult) -> bool:
    """Whether a report that is there already is not what the archive has."""
    return result.outcome is Outcome.UNCHANGED and bool(result.problems)


def _settled(raw: RawReport, step: Callable[[], ImportResult]) -> ImportResult:
    """What became of a report; what stands in its way ends its own import and no other."""
    try:
        return step()
    except (ArchiveError, OSError, ValueError) as error:
        return _failed(raw.name, str(error))


def _failed(name: str, reason: str) -> ImportResult:
    problem = Problem(name, 0, "", "", reason, "the file stays where it is")
    return ImportResult(name, Outcome.FAILED, problems=(problem,))
