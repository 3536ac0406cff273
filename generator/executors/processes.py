"""Processes of this machine, through the seam of ``concurrent.futures``.

What the work needs besides its own shard (the workshop: an archive, a reader) is given to each
worker once. On this machine workers are forked, so that they share the archive's memory with the
process that started them; few shards stay in that process. The same shards give the same results,
in the same order, whoever does them.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar

_W = TypeVar("_W")
_S = TypeVar("_S")
_R = TypeVar("_R")
_FEW = 2
_WAITING = 3
"""Shards that wait for each worker: enough to keep it busy, few enough to fit into memory."""

_workshop: list[
    Any
] = []  # of a worker: filled once when it starts, never in the process of a build


def _default_count() -> int:
    if (
        sys.platform != "linux"
    ):  # elsewhere a fork of a process with a network stack may not be safe
        return 1
    return len(os.sched_getaffinity(0))


@dataclass(frozen=True)
class Processes:
    """Who does the work.

    Attributes:
        count: how many processes; with one, the work is done in this one.
        few: so many shards are not worth a process.
    """

    count: int = field(default_factory=_default_count)
    few: int = _FEW

    def run(
        self, workshop: _W, function: Callable[[_W, _S], _R], shards: Iterable[_S]
    ) -> Iterator[_R]:
        """The result for each shard, in their order.

        A shard that says that it ``is_heavy`` is worth a process by itself, and begins while those
        behind it are still being put together.
        """
        remaining = iter(shards)
        first: list[_S] = []
        for shard in remaining if self.count > 1 else ():
            first.append(shard)
            if len(first) > self.few or getattr(shard, "is_heavy", False):
                return self._shared_out(workshop, function, chain(first, remaining))
        return (function(workshop, shard) for shard in chain(first, remaining))

    def _shared_out(
        self, workshop: _W, function: Callable[[_W, _S], _R], shards: Iterable[_S]
    ) -> Iterator[_R]:
        context = multiprocessing.get_context("fork")
        waiting: deque[Future[_R]] = deque()
        with (
            _lifeline() as line,
            ProcessPoolExecutor(self.count, context, _open, (workshop, *line)) as pool,
        ):
            try:
                for shard in shards:
                    waiting.append(pool.submit(_do, function, shard))
                    if len(waiting) > self.count * _WAITING:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()


@contextmanager
def _lifeline() -> Iterator[tuple[int, int]]:
    """A pipe, to be read and to be written to: it ends when the process of the build does.

    A worker whose build was killed would otherwise wait for more to do for ever, and hold what it
    was born with: the lock of the build.
    """
    line = os.pipe()
    try:
        yield line
    finally:
        for end in line:
            os.close(end)


def _open(workshop: Any, line: int, own_end: int) -> None:
    os.close(own_end)  # only the process of the build keeps this one
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()
    gc.freeze()  # what came with the fork stays, and to look through it would copy it
    _workshop[:] = [workshop]


def _end_with(line: int) -> None:
    os.read(line, 1)
    os._exit(1)


def _do(function: Callable[[Any, _S], _R], shard: _S) -> _R:
    return function(_workshop[0], shard)
