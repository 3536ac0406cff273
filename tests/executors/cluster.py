"""A Dask scheduler and its workers on this machine, in processes of their own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from distributed import Client

WORKERS = 2


@dataclass(frozen=True)
class Cluster:
    """A running cluster.

    Attributes:
        address: as `--executor` takes it.
    """

    address: str

    def processes(self) -> list[int]:
        """The process of each worker."""
        with self._client() as client:
            found: dict[str, int] = client.run(os.getpid)
        return sorted(found.values())

    def kill_one(self) -> None:
        """End a worker at once; another takes its place after a while."""
        os.kill(self.processes()[0], signal.SIGKILL)

    def when_whole(self) -> Cluster:
        """The cluster, once it has all its workers."""
        with self._client() as client:
            client.wait_for_workers(WORKERS, timeout=60)
        return self

    def allow_failures(self, number: int) -> None:
        """How many workers may end over one task before it is given up."""
        with self._client() as client:
            client.run_on_scheduler(_allow_failures, number=number)

    def _client(self) -> Any:
        place = self.address.replace("dask", "tcp", 1)
        return Client(place, set_as_default=False, timeout=30)  # type: ignore[no-untyped-call]


def _allow_failures(number: int, dask_scheduler: Any = None) -> None:
    dask_scheduler.allowed_failures = number


@contextmanager
def running(folder: Path) -> Iterator[Cluster]:
    """Start one, and end it."""
    told = folder / "scheduler.json"
    started = [_started(folder, "scheduler", "--port", "0", "--scheduler-file", str(told))]
    try:
        address = _address(told)
        number = ("--nworkers", str(WORKERS), "--nthreads", "2")
        place = ("--local-directory", str(folder / "spill"))
        started.append(_started(folder, "worker", address, *number, *place))
        yield Cluster(address.replace("tcp", "dask", 1)).when_whole()
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(60)


def _started(folder: Path, kind: str, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dask", kind, "--host", "127.0.0.1", "--no-dashboard"]
    with (folder / f"{kind}.log").open("wb") as log:
        return subprocess.Popen([*command, *arguments], stdout=log, stderr=log)


def _address(told: Path) -> str:
    deadline = time.monotonic() + 60
    while not told.exists() or not told.read_text():
        assert time.monotonic() < deadline, "the scheduler did not start"
        time.sleep(0.05)
    found: str = json.loads(told.read_text())["address"]
    return found
