"""What a long import shows while it runs, and how it is stopped."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import FrameType

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from generator.pipeline.importing import ImportResult

MANY = 50
"""From so many files on a progress bar is shown, and all cores are used."""

HEAVY = 5 * 1024 * 1024
"""Bytes from which on a few files are as much work as many."""


class Stopper:
    """Whether Ctrl-C was pressed; the reports at hand are stored and told of first."""

    def __init__(self) -> None:
        self.is_stopped = False

    def watching(self, results: Iterable[ImportResult]) -> Iterator[ImportResult]:
        """The results, while Ctrl-C is answered here."""
        before = signal.signal(signal.SIGINT, self._stop)
        try:
            yield from results
        finally:
            signal.signal(signal.SIGINT, before)

    def _stop(self, number: int, _: FrameType | None) -> None:
        """At the first Ctrl-C come to an end soon, at the second at once."""
        self.is_stopped = True
        signal.signal(number, signal.default_int_handler)
        click.echo("Stopping after the reports at hand (Ctrl-C again: at once) …", err=True)


def size_of(files: Iterable[Path]) -> int:
    """Bytes of all files; of one that is not there none."""
    return sum(map(_bytes_of, files))


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def with_progress(
    results: Iterable[ImportResult],
    files: Sequence[Path],
    position: Callable[[str], int] = lambda _: 0,
    console: Console | None = None,
) -> Iterator[ImportResult]:
    """The results, with a bar on standard error if that is a terminal and there is much to do.

    The bar moves with the bytes of the files that are done, and with those of the file at hand that
    have been read; the reports in them are counted.

    Args:
        results: of an import.
        files: all that are imported.
        position: how many bytes of a file have been read, where that is known.
        console: where the bar is shown; else on standard error.
    """
    console = console or Console(stderr=True)
    sizes = {str(file): max(_bytes_of(file), 1) for file in files}
    is_long = len(files) >= MANY or sum(sizes.values()) >= HEAVY
    if not (is_long and console.is_terminal):
        yield from results
        return
    columns = (
        BarColumn(),
        _Count(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=sys.stdout.isatty()
    ) as bar:
        total, count = sum(sizes.values()), f"{len(sizes):,}"
        task = bar.add_task("", total=total, reports=0, files=count, done=0)
        done, read, file = 0, 0, ""
        for reports, result in enumerate(results, 1):
            now = result.input.partition(" › ")[0]
            if now != file:
                read += sizes.pop(file, 0)
                done, file = done + 1, now
            at = read + min(position(file), sizes.get(file, 0))
            bar.update(task, completed=at, reports=reports, done=done)
            yield result


class _Count(ProgressColumn):
    """Which file it is, how many reports there were, and how many in a second."""

    def render(self, task: Task) -> Text:
        reports, seconds = task.fields["reports"], task.elapsed or 0
        rate = f"{reports / seconds:.0f}/s" if seconds > 1 else "–/s"
        return Text(
            f"file {task.fields['done']:,} of {task.fields['files']} · {reports:,} reports · {rate}"
        )


def _bytes_of(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
