"""Import: raw reports in, articles and stored originals out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.dates import parse_edtf
from generator.importers import importer_for
from generator.inference import Context, Inferred, infer_all
from generator.inference.agencies import agencies_for
from generator.model import Draft, RawReport
from generator.pipeline.importing.inputs import Item, files_in, reports_in
from generator.pipeline.importing.keeping import Keeper
from generator.pipeline.importing.results import (
    Failure,
    ImportOptions,
    ImportResult,
    Outcome,
    Oversight,
    Prepared,
    told,
)
from generator.pipeline.importing.sharing import Result, Shard, SharedOut, Workers, here
from generator.settings import Settings
from generator.similarity import Wording, signature_of
from generator.store import ArticleStore, alone
from generator.vocabulary import Vocabulary

__all__ = [
    "ImportOptions",
    "ImportResult",
    "Mapper",
    "Outcome",
    "Oversight",
    "SharedOut",
    "Workers",
    "files_in",
    "here",
    "import_reports",
    "is_dated",
]

Mapper = Callable[..., Iterator[Result]]
"""Applies a function to the items, in shards, and gives the results in order: ``here``, Workers, SharedOut."""


def import_reports(
    store: ArticleStore,
    inputs: Iterable[Path],
    settings: Settings,
    vocabulary: Vocabulary,
    options: ImportOptions,
    mapper: Mapper = here,
    oversight: Oversight | None = None,
) -> Iterator[ImportResult]:
    """Import files and folders; one result a report, failures among them.

    An original that the archive knows changes nothing. A file of the inbox is removed once its
    articles and its original are safely stored. Reports are stored in groups.

    Args:
        store: the archive.
        inputs: files, and folders whose files are imported in order of name.
        settings: the archive's settings.
        vocabulary: the archive's terms.
        options: how to import.
        mapper: where the reading and inferring is done: ``here``, Workers, or SharedOut.
        oversight: how it is watched and stopped.
    """
    oversight = oversight or Oversight()
    with ExitStack() as stack:
        is_alone = not options.dry_run and stack.enter_context(
            alone(store.folder, oversight.waiting)
        )
        keeper = stack.enter_context(
            closing(Keeper(store, vocabulary, options, settings.own_names, is_alone))
        )
        context = Context(vocabulary, agencies_for(vocabulary), settings.own_names)
        items = reports_in(
            inputs, store.articles_folder, options.today, options.columns, oversight.following
        )
        new = (_not_to_be_read(item) if keeper.knows(item) else item for item in items)
        for item in mapper(partial(prepared, context=context), new):
            keeper.take(item)
            if keeper.is_full:
                yield from keeper.settled()
            if oversight.is_stopped():
                break
        yield from keeper.settled()


def prepared(items: Shard, context: Context) -> list[Result]:
    """Read and infer raw reports: the pure, slow part of an import. One result an item."""
    read = [tuple(told(_drafts(item))) for item in items]
    drafts = [step for steps in read for step in steps if isinstance(step, Draft)]
    inferred = iter(_inferred(drafts, context))
    return [_prepared(item, steps, inferred) for item, steps in zip(items, read, strict=True)]


def _inferred(drafts: Sequence[Draft], context: Context) -> list[Inferred | Failure]:
    """What was inferred from each draft; where that fails, of each by itself: the others do not."""
    found = list(told(_together(drafts, context)))
    if not any(isinstance(step, Failure) for step in found):
        return found
    return [next(told(_together((draft,), context))) for draft in drafts]


def _together(drafts: Sequence[Draft], context: Context) -> Iterator[Inferred]:
    yield from infer_all(drafts, context)


def _prepared(
    item: Item, steps: Sequence[Draft | Failure], inferred: Iterator[Inferred | Failure]
) -> Result:
    """An item that was read in these steps, with what was inferred from its drafts, which comes next."""
    if not isinstance(item, RawReport):
        return item
    pairs: list[tuple[Draft, Inferred]] = []
    failures: list[Failure] = []
    for step in steps:
        answer = next(inferred) if isinstance(step, Draft) else step
        if isinstance(answer, Failure):
            failures.append(answer)
        elif isinstance(step, Draft):
            pairs.append((replace(step, text="", blocks=()), answer))  # read, and long
    if failures:
        return Prepared(item, failure=failures[0].reason)
    signatures = (signature_of(Wording.of(inferred.body)) for _, inferred in pairs)
    return Prepared(item, tuple(pairs), tuple(signatures))


def _not_to_be_read(item: Item) -> Item:
    """A report that the archive has: what became of it shows without reading it."""
    return Prepared(item) if isinstance(item, RawReport) else item


def _drafts(item: Item) -> Iterator[Draft]:
    if isinstance(item, RawReport):
        yield from importer_for(item).read(item)


def is_dated(fields: Mapping[str, object]) -> bool:
    """Whether front matter knows anything about its date."""
    return parse_edtf(str(fields.get("date") or "XXXX")).is_known
