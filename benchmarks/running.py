"""Run commands and say what they took."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Taken:
    """What commands took.

    Attributes:
        seconds: by the clock.
        cpu: seconds of all their processes.
        memory: bytes of the largest process.
    """

    seconds: float
    cpu: float
    memory: int

    def __add__(self, other: Taken) -> Taken:
        """One after the other."""
        memory = max(self.memory, other.memory)
        return Taken(self.seconds + other.seconds, self.cpu + other.cpu, memory)


def run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] = {}
) -> Taken:  # read only
    """Run a command in a folder.

    Raises:
        RuntimeError: it failed; with what it said.
    """
    log = folder / ".benchmark.log"
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, env=variables
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = log.read_text("utf-8", "replace")[-2000:]
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{said}")
    memory = usage.ru_maxrss * 1024  # Linux counts kilobytes
    return Taken(seconds, usage.ru_utime + usage.ru_stime, memory)
