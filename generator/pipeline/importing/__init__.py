"""Import: raw reports in, articles and stored originals out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.dates import parse_edtf
from generator.importers import importer_for
from generator.inference import Context, infer
from generator.inference.agencies import agencies_for
from generator.model import Draft, RawReport
from generator.pipeline.importing.inputs import Item, files_in, reports_in
from generator.pipeline.importing.keeping import Keeper
from generator.pipeline.importing.results import (
    Begun,
    Failure,
    Finished,
    ImportOptions,
    ImportResult,
    Outcome,
    Oversight,
    Prepared,
    told,
)
from generator.pipeline.importing.sharing import SharedOut, Workers
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
    "import_reports",
    "is_dated",
]

Mapper = Callable[..., Iterator[Prepared | Begun | Finished]]
"""Applies a function to every item and gives the results in order, as ``map``, Workers and SharedOut do."""


def import_reports(
    store: ArticleStore,
    inputs: Iterable[Path],
    settings: Settings,
    vocabulary: Vocabulary,
    options: ImportOptions,
    mapper: Mapper = map,
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
        mapper: where the reading and inferring is done: ``map``, Workers, or SharedOut.
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


def prepared(item: Item, context: Context) -> Prepared | Begun | Finished:
    """Read and infer one raw report: the pure, slow part of an import."""
    if not isinstance(item, RawReport):
        return item
    drafts = []
    for step in told((draft, infer(draft, context)) for draft in _read(item)):
        if isinstance(step, Failure):
            return Prepared(item, failure=step.reason)
        draft, inferred = step
        drafts.append((replace(draft, text="", blocks=()), inferred))  # read, and long
    signatures = (signature_of(Wording.of(inferred.body)) for _, inferred in drafts)
    return Prepared(item, tuple(drafts), tuple(signatures))


def _not_to_be_read(item: Item) -> Item:
    """A report that the archive has: what became of it shows without reading it."""
    return Prepared(item) if isinstance(item, RawReport) else item


def _read(raw: RawReport) -> Iterator[Draft]:
    yield from importer_for(raw).read(raw)


def is_dated(fields: Mapping[str, object]) -> bool:
    """Whether front matter knows anything about its date."""
    return parse_edtf(str(fields.get("date") or "XXXX")).is_known
