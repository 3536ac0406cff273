"""A preview shows a saved report soon: what takes long follows when nobody saves anything any more.

MkDocs looks at every watched file twice a second to find out whether one changed. The folders of the
archive are watched by what the system tells instead, which costs nothing however many files there are.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

VARIABLE, POLL = "ARCHIVE_WATCH", "poll"
"""What the environment says where the system tells nothing, as of a folder of another machine."""

CALM = 10.0
"""Seconds without a save after which a preview makes what takes long."""

_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]


class Preview:
    """How the builds of a preview follow one another."""

    def __init__(self, calm: float = CALM) -> None:
        """Nothing is built yet."""
        self._calm = calm
        self._is_first = True
        self._is_due = False
        self._timer: threading.Timer | None = None
        self._signal: Path | None = None

    def begin(self) -> bool:
        """Whether what takes long may wait in the build that begins."""
        may_wait = not self._is_first and not self._is_due
        self._is_first = self._is_due = False
        if self._timer is not None:
            self._timer.cancel()
        return may_wait

    def follow(self) -> None:
        """Let another build follow, in which nothing waits."""
        self._timer = threading.Timer(self._calm, self._wake)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, server: LiveReloadServer, signal: Path) -> None:
        """Be able to start a build of this server, by a change of the file ``signal``."""
        signal.parent.mkdir(parents=True, exist_ok=True)
        signal.touch()
        self._signal = signal
        server.watch(str(signal))

    def _wake(self) -> None:
        if self._signal is not None:
            self._is_due = True
            self._signal.write_text(f"{os.times().elapsed}\n", "utf-8")


class Told:
    """An observer for a server: folders are watched by what the system tells, files as before.

    Where the system refuses, which has a limit of folders, they are looked at as before, too.
    """

    def __init__(self, polling: BaseObserver) -> None:
        """Take over from the observer that looks by itself."""
        self._polling = polling
        self._native: BaseObserver = Observer()
        self._folders: list[tuple[FileSystemEventHandler, str, bool]] = []

    def schedule(
        self, event_handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> ObservedWatch:
        """Call the handler for what changes at a path."""
        if not Path(path).is_dir():
            return self._polling.schedule(event_handler, path, recursive=recursive)
        self._folders.append((event_handler, path, recursive))
        return self._native.schedule(
            event_handler, path, recursive=recursive, event_filter=_CHANGES
        )

    def unschedule(self, watch: ObservedWatch) -> None:
        """Stop watching."""
        is_own = any(path == watch.path for _, path, _ in self._folders)
        (self._native if is_own else self._polling).unschedule(watch)

    def start(self) -> None:
        """Begin to watch."""
        try:
            self._native.start()
        except OSError:
            for handler, path, recursive in self._folders:
                self._polling.schedule(handler, path, recursive=recursive)
        self._polling.start()

    def stop(self) -> None:
        """Watch nothing any more."""
        for observer in self._running():
            observer.stop()

    def join(self, timeout: float | None = None) -> None:
        """Wait until that is so."""
        for observer in self._running():
            observer.join(timeout)

    def _running(self) -> list[BaseObserver]:
        return [one for one in (self._native, self._polling) if one.is_alive()]


def watch_folders(server: LiveReloadServer) -> None:
    """Let the folders that are watched from now on be watched by what the system tells."""
    if os.environ.get(VARIABLE) != POLL:
        told: Any = Told(server.observer)
        server.observer = told
