"""Dask: the workers of a ``distributed`` scheduler, for what is too much for one machine.

The workshop is pickled and compressed once, handed to the cluster, and opened once by each worker
process; shards follow through a window, since ``Executor.map`` would submit all of them at once. A
worker does one shard at a time, however many threads it has: workshops are not made for more. What
a worker that ended was doing, and had done, is done again by another.
"""

from __future__ import annotations

import importlib.util
import logging
import pickle
import re
import uuid
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, TypeVar

from generator.errors import ExecutorError
from generator.executors.parcels import do, packed
from generator.executors.sameness import installed
from generator.executors.seam import Portable, Remote

EXAMPLE = "dask://HOST:PORT"
INSTALL = (
    "in the project's folder run `pip install -e '.[dask]'`, or take the versions of the lock file with"
    " `pip install --no-deps --require-hashes -r requirements/dask.txt`"
)

_S = TypeVar("_S")
_R = TypeVar("_R")
_W = TypeVar("_W", bound=Portable)
_PLACE = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s:/\[\]@]+):(?P<port>[0-9]{1,5})/?")
_LOGGERS = ("distributed", "tornado", "asyncio")
_SILENT = 100
_OF_ALL = ("python", "dask", "distributed", "msgpack")
_CONNECTING = 10  # seconds
_LOOKING = 5
_ALONE = 60
_WAITING = 3
_TRIES = 3
_FEW = 2


def connect(place: str) -> DaskWorkers:
    """The workers of the scheduler at ``HOST:PORT``.

    Raises:
        ExecutorError: that is no address, the extra is not installed, nobody answers there, no
            worker is connected, or versions differ.
    """
    match = _PLACE.fullmatch(place)
    if not match or not 0 < int(match["port"]) < 65536:
        raise ExecutorError(
            f"'dask://{place}' is no address of a scheduler: write dask://HOST:PORT, such as"
            " dask://10.0.0.5:8786"
        )
    if importlib.util.find_spec("distributed") is None:
        raise ExecutorError(f"dask://{place} needs the extra 'dask': {INSTALL}")
    workers = DaskWorkers(f"tcp://{match['host']}:{match['port']}")
    with workers.client() as client:
        _compare(client)
    return workers


@dataclass(frozen=True)
class DaskWorkers:
    """The workers of one scheduler; an Executor.

    Attributes:
        address: of the scheduler, as Dask writes it.
        few: so many shards are done here: they are not worth the way.
        patience: seconds for which there may be no worker at all.
    """

    address: str
    few: int = _FEW
    patience: float = _ALONE

    def run(
        self, workshop: _W, function: Callable[[_W, _S], _R], shards: Iterable[_S]
    ) -> Iterator[_R]:
        """See ``Executor``."""
        remaining = iter(shards)
        first = list(islice(remaining, self.few + 1))
        if len(first) <= self.few:
            return (function(workshop, shard) for shard in first)
        return self._sent(workshop.remote(), chain(first, remaining))

    def _sent(self, remote: Remote, shards: Iterable[Any]) -> Iterator[Any]:
        with closing(remote), self.client() as client:
            work = _Work(client, remote, self)
            waiting: deque[tuple[Any, Any]] = deque()
            for shard in shards:
                waiting.append((shard, work.submit(shard)))
                if len(waiting) > work.window:
                    yield work.result(*waiting.popleft())
            while waiting:
                yield work.result(*waiting.popleft())

    @contextmanager
    def client(self) -> Iterator[Any]:
        """A connection to the scheduler; what is under way there is dropped when it ends.

        Raises:
            ExecutorError: nobody answers, or no worker is connected.
        """
        distributed = _quiet()
        try:
            client = distributed.Client(
                self.address, timeout=_CONNECTING, set_as_default=False, name="archive"
            )
        except (OSError, ValueError) as error:
            raise ExecutorError(
                f"no Dask scheduler answers at {self.address}: start one there with"
                " `dask scheduler`, or leave --executor out"
            ) from error
        try:
            _some_worker(client, self.address, _CONNECTING)
            yield client
        finally:
            client.close()


class _Work:
    """One workshop on the cluster, and the shards that are done with it."""

    def __init__(self, client: Any, remote: Remote, workers: DaskWorkers) -> None:
        self._client, self._remote, self._workers = client, remote, workers
        self._token = uuid.uuid4().hex
        self._origin = installed()
        self._workshop: Any = None
        self._send()
        self.window = _WAITING * max(1, len(_workers_of(client)))

    def _send(self) -> None:
        """Give the workshop to all workers; those that come later take it from these."""
        content = packed(self._remote.workshop)
        self._some_worker()
        self._workshop = self._client.scatter(content, broadcast=True, hash=False)

    def submit(self, shard: Any) -> Any:
        """Begin to do a shard."""
        task = pickle.dumps((self._remote.function, self._remote.pack(shard)), protocol=5)
        return self._client.submit(
            do, self._token, self._origin, self._workshop, task, pure=False, key=uuid.uuid4().hex
        )

    def result(self, shard: Any, task: Any, tries: int = _TRIES) -> Any:
        """What came of a shard."""
        self._wait(task)
        if task.status == "error":
            return self._instead(shard, task.exception())
        try:
            returned = task.result()
        except _lost() as error:
            if not tries or self._client.status != "running":
                raise ExecutorError(
                    f"the scheduler at {self._workers.address}, or every worker that held the work,"
                    " went away: run the same again when they are back"
                ) from error
            if self._workshop.status != "finished":  # all workers ended that had it
                self._send()
            return self.result(shard, self.submit(shard), tries - 1)
        return self._remote.unpack(shard, pickle.loads(returned))

    def _instead(self, shard: Any, error: Exception) -> Any:
        """What came of a shard that failed, where anything did."""
        from distributed import KilledWorker

        address = self._workers.address
        if isinstance(error, KilledWorker) and self._remote.died is not None:
            return self._remote.died(shard, lambda part: self.result(part, self.submit(part)))
        if isinstance(error, KilledWorker):
            raise ExecutorError(
                f"{self._remote.label(shard)} ended every worker of {address} that it was given to,"
                " as happens when memory runs out: give the workers more, or leave --executor out"
            ) from error
        if isinstance(error, (ImportError, AttributeError)):
            raise ExecutorError(
                f"a worker of {address} has not this version of the archive's program ({error}):"
                " install the same commit and the same lock file there"
            ) from error
        raise error

    def _wait(self, task: Any) -> None:
        """Until a task is done; a cluster without any worker would let it wait for ever."""
        while True:
            try:
                task.exception(timeout=_LOOKING)
            except TimeoutError:
                self._some_worker()
            except _lost():
                return  # its result tells
            else:
                return

    def _some_worker(self) -> None:
        _some_worker(self._client, self._workers.address, self._workers.patience)


def _quiet() -> Any:
    """Dask, which writes nothing to anybody's screen: what matters comes back as an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import distributed
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(_SILENT)
    return distributed


def _lost() -> tuple[type[BaseException], ...]:
    """What Dask raises where a result is no longer to be had."""
    from distributed.client import FutureCancelledError

    return (CancelledError, FutureCancelledError, OSError)


def _workers_of(client: Any) -> Any:
    return client.scheduler_info(n_workers=-1)["workers"]


def _some_worker(client: Any, address: str, patience: float) -> None:
    """Wait for a worker.

    Raises:
        ExecutorError: none came in so many seconds, or the scheduler is gone.
    """
    try:
        client.wait_for_workers(1, timeout=patience)
    except (TimeoutError, OSError) as error:
        raise ExecutorError(
            f"the Dask scheduler at {address} has had no worker for {patience:.0f} seconds: start"
            f" some with `dask worker {address}`"
        ) from error


def _compare(client: Any) -> None:
    """Raise an ExecutorError where Dask itself is not the same everywhere."""
    found = client.get_versions()
    here = found["client"]["packages"]
    others = {"the scheduler": found["scheduler"], **found["workers"]}
    for place, there in sorted(others.items()):
        for name in _OF_ALL:
            if there["packages"].get(name) != here.get(name):
                raise ExecutorError(
                    f"{name} is {there['packages'].get(name)} at {place} and {here.get(name)} here:"
                    " install the same lock file everywhere"
                )
