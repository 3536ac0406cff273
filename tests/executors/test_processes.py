"""Processes of this machine: none of them outlives the build that it works for."""

from __future__ import annotations

import fcntl
import signal
import subprocess
import sys
import time
from pathlib import Path

WORKS_FOR_EVER = """
import fcntl, os, sys, time
from generator.executors import Processes

def work(workshop, shard):
    print(os.getpid(), flush=True)
    return time.sleep(0 if shard else 600)

lock = open(sys.argv[1], "a")
fcntl.flock(lock, fcntl.LOCK_EX)
list(Processes(2).run(None, work, iter([1] * 8 + [0] * 2)))
"""


def _is_free(lock: Path) -> bool:
    with lock.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def test_workers_of_a_killed_build_end_and_let_go_of_its_lock(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    command = [sys.executable, "-c", WORKS_FOR_EVER, str(lock)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as build:
        assert build.stdout
        assert build.stdout.readline().strip().isdigit()
        time.sleep(0.5)
        assert not _is_free(lock)
        build.send_signal(signal.SIGKILL)
    until = time.monotonic() + 30
    while not _is_free(lock) and time.monotonic() < until:
        time.sleep(0.05)
    assert _is_free(lock)
