"""Run a command and say what it took."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Taken:
    """What a command took.

    Attributes:
        seconds: by the clock.
        cpu: seconds of all its processes.
        memory: bytes of its largest process.
    """

    seconds: float
    cpu: float
    memory: int


def run(command: Sequence[str], folder: Path) -> Taken:
    """Run a command in a folder.

    Raises:
        RuntimeError: it failed; with what it said.
    """
    log = folder / ".benchmark.log"
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, env=_environment()
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{' '.join(command)} in {folder} failed:\n{log.read_text('utf-8')}")
    process.returncode = 0
    return Taken(seconds, usage.ru_utime + usage.ru_stime, _bytes(usage))


def _bytes(usage: resource.struct_rusage) -> int:
    return usage.ru_maxrss * 1024  # Linux counts kilobytes


def _environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
