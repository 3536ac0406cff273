"""Texts of reports on the disk: one behind the other in a file, each read when it is asked for.

The texts of an archive need more memory than all else that a build knows of it, and a build in which
little changed looks into few of them. A text stands where it was put; others are added at the
end, and a file that is to begin anew takes the place of the old one, which goes on being read by
whoever has it open. A text that is public no longer is overwritten.
"""

from __future__ import annotations

import os
import secrets
import weakref
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import StateError

_FORM = b"archive texts 1\n"
_MARK = 16


class Texts:
    """A file of texts.

    Attributes:
        mark: stands for this file: places in another one of the same name mean nothing here.
        size: bytes that the file has.
    """

    def __init__(self, path: Path, descriptor: int, mark: bytes) -> None:
        """Read and write by an open file, which is closed when nobody asks any more."""
        self._path = path
        self._descriptor = descriptor
        self.mark = mark
        self.size = os.fstat(descriptor).st_size
        weakref.finalize(self, os.close, descriptor)

    @classmethod
    def at(cls, path: Path) -> Texts | None:
        """The file at a path; None where there is none of this form.

        Raises:
            OSError: it may not be read and written.
        """
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            return None
        head = os.pread(descriptor, len(_FORM) + _MARK, 0)
        if not head.startswith(_FORM) or len(head) < len(_FORM) + _MARK:
            os.close(descriptor)
            return None
        return cls(path, descriptor, head[len(_FORM) :])

    @classmethod
    def fresh(cls, path: Path) -> Texts:
        """An empty file at a path, in the place of what is there.

        Raises:
            OSError: the disk is full, or the folder may not be written.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".writing-{secrets.token_hex(8)}")
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        descriptor = os.open(draft, flags, 0o600)
        mark = secrets.token_bytes(_MARK)
        try:
            os.write(descriptor, _FORM + mark)
            draft.replace(path)
        except OSError:
            os.close(descriptor)
            draft.unlink(missing_ok=True)
            raise
        return cls(path, descriptor, mark)

    def add(self, text: str) -> TextOnDisk:
        """Write a text behind the others.

        Raises:
            OSError: the disk is full.
        """
        content = text.encode("utf-8", "surrogatepass")
        start, rest = self.size, memoryview(content)
        while rest:
            written = os.pwrite(self._descriptor, rest, self.size)
            self.size += written
            rest = rest[written:]
        return TextOnDisk(start, len(content), len(text), zlib.crc32(content), self)

    def cut(self, size: int) -> None:
        """Leave out what stands behind so many bytes: a build that failed had added it.

        Raises:
            OSError: the file may not be written.
        """
        if self.size > size:
            os.ftruncate(self._descriptor, size)
            self.size = size

    def erase(self, text: TextOnDisk) -> None:
        """Overwrite a text that is public no longer.

        Raises:
            OSError: the file may not be written.
        """
        os.pwrite(self._descriptor, bytes(text.size), text.start)

    def read(self, start: int, size: int, checksum: int) -> str:
        """The text of so many bytes that begins there.

        Raises:
            StateError: it is not what was written; the next build does without the file.
        """
        content = os.pread(self._descriptor, size, start)
        if len(content) != size or zlib.crc32(content) != checksum:
            self._path.unlink(missing_ok=True)
            raise StateError(
                f"{self._path} was damaged, and has been removed; build again, which reads every "
                f"article anew"
            )
        return content.decode("utf-8", "surrogatepass")


@dataclass(slots=True)
class TextOnDisk:
    """A text in such a file; implements ``model.StoredText``.

    Attributes:
        start, size: where it begins, and its length, in bytes.
        length: characters.
        checksum: CRC-32 of its bytes.
        texts: the file. It does not go along where this is remembered: whoever reads it again says
            which one it is.
    """

    start: int
    size: int
    length: int
    checksum: int
    texts: Texts | None = field(default=None, compare=False, repr=False)

    def __reduce__(self) -> tuple[type[TextOnDisk], tuple[int, int, int, int]]:
        return TextOnDisk, (self.start, self.size, self.length, self.checksum)

    def read(self) -> str:
        """The text.

        Raises:
            StateError: it is not what was written.
        """
        assert self.texts is not None
        return self.texts.read(self.start, self.size, self.checksum)
