"""What travels, as bytes: a workshop, which is opened once in each process, and shards."""

from __future__ import annotations

import io
import pickle
import threading
import zlib
from collections.abc import Mapping
from typing import Any

from generator.executors.sameness import compare

_CHUNK = 64 * 1024
_FAST = 1  # of zlib's levels: the network is the narrow place, but not by much

_opened: dict[str, Any] = {}  # of a worker: the one workshop that it works in
_door = threading.Lock()


def packed(value: object) -> bytes:
    """A value as compressed bytes; what is not compressed yet is never held as a whole."""
    written = _Deflating()
    with io.BufferedWriter(written, 1024 * 1024) as buffer:
        pickle.Pickler(buffer, protocol=5).dump(value)
        buffer.flush()
        return written.finish()


def unpacked(content: bytes) -> Any:
    """The value again."""
    with io.BufferedReader(_Inflating(content), 1024 * 1024) as buffer:
        return pickle.Unpickler(buffer).load()


def do(token: str, origin: Mapping[str, str], workshop: bytes, task: bytes) -> bytes:
    """On a worker: do a pickled shard in the workshop of this name, one after the other.

    Raises:
        ExecutorError: this machine has not the same program.
    """
    with _door:
        if token not in _opened:
            compare(origin)
            _opened.clear()
            _opened[token] = unpacked(workshop)
        function, shard = pickle.loads(task)
        return pickle.dumps(function(_opened[token], shard), protocol=5)


class _Deflating(io.RawIOBase):
    def __init__(self) -> None:
        self._compressor = zlib.compressobj(_FAST)
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self._parts.append(self._compressor.compress(content))
        return len(content)

    def finish(self) -> bytes:
        """All that was written."""
        return b"".join((*self._parts, self._compressor.flush()))


class _Inflating(io.RawIOBase):
    def __init__(self, content: bytes) -> None:
        self._decompressor = zlib.decompressobj()
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        found = b""
        while not found:
            fed = self._decompressor.unconsumed_tail or self._content.read(_CHUNK)
            if not fed:
                return 0
            found = self._decompressor.decompress(fed, len(buffer))
        buffer[: len(found)] = found
        return len(found)
