"""Signatures of articles, kept between two commands: what an article's bytes give is computed once.

They stand in .archive/, which git ignores, and can be removed at any time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

_FILE = ".archive/signatures.sqlite"
_TABLE = (
    "CREATE TABLE IF NOT EXISTS signatures"
    " (path TEXT PRIMARY KEY, scheme TEXT, stamp TEXT, signature BLOB) WITHOUT ROWID"
)


class KeptSignatures:
    """The signatures that an earlier command left for the archive in ``folder``.

    What cannot be read or written is computed anew: nothing depends on it but time.
    """

    def __init__(self, folder: Path, scheme: str) -> None:
        """Use those of one scheme; others cannot be compared with them."""
        self._file = folder / _FILE
        self._scheme = scheme

    def read(self) -> dict[str, tuple[str, bytes]]:
        """Stamp and signature of each article that has one, by path."""
        if not self._file.is_file():
            return {}
        try:
            with self._opened() as database:
                rows = database.execute(
                    "SELECT path, stamp, signature FROM signatures WHERE scheme = ?",
                    (self._scheme,),
                )
                return {str(path): (str(stamp), bytes(kept)) for path, stamp, kept in rows}
        except (sqlite3.Error, OSError, ValueError, TypeError):
            return {}

    def keep(self, found: Mapping[str, tuple[str, bytes]]) -> None:
        """Keep these, by path, besides what is there."""
        try:
            self._file.parent.mkdir(exist_ok=True)
            with self._opened() as database, database:
                rows = ((path, self._scheme, stamp, kept) for path, (stamp, kept) in found.items())
                database.executemany("REPLACE INTO signatures VALUES (?, ?, ?, ?)", rows)
        except (sqlite3.Error, OSError):
            return

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._file, timeout=1)) as database:
            database.execute(_TABLE)
            yield database
