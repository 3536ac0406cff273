"""Reading shared out to processes: the same results in the same order, whatever their number.

Processes are spawned, not forked: the parent has threads (its progress bar), and spawned ones are
the same on every system. Work goes out in shards through a window, since ``Executor.map`` would pull
every report of a batch into memory at once.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, closing, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import partial

from generator.errors import ImportFailure
from generator.executors import Again, Executor, Remote
from generator.model import RawReport
from generator.model.draft import WHOLE
from generator.pipeline.importing.inputs import Item
from generator.pipeline.importing.results import Begun, Finished, Prepared

Result = Prepared | Begun | Finished
Shard = Sequence[Item]
Read = Callable[[Shard], list[Result]]

_MOST = 32  # reports of a shard
_HEAVIEST = 2 * 1024 * 1024  # bytes of a shard, but for its last report
_HEAVIEST_HERE = 512 * 1024  # of one that is read between two looks at what a person wants
_AHEAD = 3  # shards that wait for each process
_DIED = (
    "ended the process that read it, as happens when memory runs out; the rest went on:"
    " part it, or import it alone with --workers 1"
)

_reading: ContextVar[Read] = ContextVar("reading")


def here(read: Read, items: Iterable[Item]) -> Iterator[Result]:
    """Each item's result, in the order of the items, read in this process; a Mapper."""
    for shard in shards(items, _HEAVIEST_HERE):
        yield from read(shard)


class Workers:
    """A number of processes that read reports; a Mapper."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __call__(self, read: Read, items: Iterable[Item]) -> Iterator[Result]:
        """Each item's result, in the order of the items.

        A process that dies costs the one report that it died of, which is named.

        Raises:
            ImportFailure: this system starts no processes.
        """
        waiting: deque[tuple[Shard, Future[list[Result]]]] = deque()
        with closing(_Pool(self.count, read)) as pool, closing(_Pool(1, read)) as alone:
            for shard in shards(items):
                waiting.append((shard, pool.submit(shard)))
                if len(waiting) > _AHEAD * self.count:
                    yield from _results(*waiting.popleft(), alone)
            while waiting:
                yield from _results(*waiting.popleft(), alone)


def shards(items: Iterable[Item], heaviest: int = _HEAVIEST) -> Iterator[Shard]:
    """The items in groups: worth the way to another process and back, and quicker together.

    Args:
        items: what is to be read.
        heaviest: bytes of a group, but for its last report.
    """
    shard: list[Item] = []
    weight = 0
    for item in items:
        shard.append(item)
        weight += item.size if isinstance(item, RawReport) else 0
        if len(shard) == _MOST or weight > heaviest:
            yield tuple(shard)
            shard, weight = [], 0
    if shard:
        yield tuple(shard)


def _results(shard: Shard, future: Future[list[Result]], alone: _Pool) -> Iterator[Result]:
    """What became of a shard; if a process died meanwhile, of each of its reports by itself."""
    try:
        yield from future.result()
    except BrokenProcessPool:
        for item in shard:
            yield _result(item, alone)


def _result(item: Item, alone: _Pool) -> Result:
    if not isinstance(item, RawReport):
        return item
    try:
        return alone.submit((item,)).result()[0]
    except BrokenProcessPool:
        return Prepared(item, failure=_DIED)


class SharedOut:
    """Reading by an executor, such as the workers of a cluster; a Mapper."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def __call__(self, read: Read, items: Iterable[Item]) -> Iterator[Result]:
        """Each item's result, in the order of the items.

        Raises:
            ExecutorError: the work cannot go on.
        """
        reading = Reading(read)
        for results in self._executor.run(reading, Reading.read_all, shards(items)):
            yield from results


@dataclass(frozen=True)
class Reading:
    """What executors are given: it needs nothing but the reports."""

    read: Read

    def read_all(self, shard: Shard) -> list[Result]:
        """The result for each item."""
        return self.read(shard)

    def remote(self) -> Remote:
        """The same work for other machines, which don't see the files."""
        return Remote(self, Reading.read_all, _with_bytes, self._with_large, _one_by_one)

    def _with_large(self, shard: Shard, results: list[Result]) -> list[Result]:
        """The results, with those for what was too large to be sent."""
        sent = iter(results)
        return [self.read((item,))[0] if _stays(item) else next(sent) for item in shard]


def _stays(item: Item) -> bool:
    return isinstance(item, RawReport) and item.size > WHOLE


def _with_bytes(shard: Shard) -> Shard:
    """The items with their bytes; those of which no more than the head is needed have them."""
    return tuple(
        replace(item, open=partial(io.BytesIO, item.content))
        if isinstance(item, RawReport) and item.size > len(item.head)
        else item
        for item in shard
        if not _stays(item)
    )


def _one_by_one(shard: Shard, again: Again) -> list[Result]:
    """A shard that ended its workers: each report by itself, and which one it was."""
    if len(shard) > 1:
        return [result for item in shard for result in again((item,))]
    return [
        Prepared(item, failure=_DIED) if isinstance(item, RawReport) else item for item in shard
    ]


class _Pool:
    """Processes that are replaced by new ones after one of them died."""

    def __init__(self, count: int, read: Read) -> None:
        self.count = count
        self.read = read
        self._running = ExitStack()
        self._executor: ProcessPoolExecutor | None = None

    def submit(self, shard: Shard) -> Future[list[Result]]:
        """Begin to read a shard."""
        for _ in range(2):
            try:
                self._executor = self._executor or self._started()
                return self._executor.submit(_read_all, shard)
            except BrokenProcessPool:
                self.close()
        raise ImportFailure("no process could be started to read files: try --workers 1")

    def _started(self) -> ProcessPoolExecutor:
        executor = ProcessPoolExecutor(
            self.count, multiprocessing.get_context("spawn"), _begin, (self.read,)
        )
        self._running.callback(executor.shutdown, wait=False, cancel_futures=True)
        try:
            with _unstoppable():
                first = executor.submit(_read_all, ())
            first.result()
        except BrokenProcessPool as error:
            raise ImportFailure(
                "no process could be started to read files: try --workers 1"
            ) from error
        return executor

    def close(self) -> None:
        """Let the processes go; what they are reading now is dropped."""
        self._running.close()
        self._executor = None


@contextmanager
def _unstoppable() -> Iterator[None]:
    """Begin processes that know no Ctrl-C, even before they are ready; it waits here meanwhile."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # would let Ctrl-C through again once it has begun
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(read: Read) -> None:
    """Prepare a process: Ctrl-C is its parent's to answer, and without a parent it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _reading.set(read)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_all(shard: Shard) -> list[Result]:
    return _reading.get()(shard)
