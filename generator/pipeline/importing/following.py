"""How far the file at hand has been read: what a progress bar moves by while one file is all there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import BinaryIO, TypeVar

from generator.model import RawReport

_T = TypeVar("_T")


class Following:
    """Follows the reading of one container after the other by where its file stands."""

    def __init__(self) -> None:
        self._name = ""
        self._files: list[BinaryIO] = []

    def of(self, raw: RawReport) -> RawReport:
        """The container, followed from now on when it is opened in this process."""
        self._name, self._files = raw.name, []
        return replace(raw, open=_Followed(raw.open, self._files))

    def position(self, name: str) -> int:
        """Bytes of the file of that name that have been read; 0 if it is not the one at hand."""
        if name != self._name:
            return 0
        self._files[:] = [file for file in self._files if not file.closed]
        return self._files[0].tell() if self._files else 0


@dataclass(frozen=True)
class _Followed:
    """Opens a file and notes it; in another process it is the opener alone."""

    opener: Callable[[], BinaryIO]
    files: list[BinaryIO]

    def __call__(self) -> BinaryIO:
        file = self.opener()
        self.files.append(file)
        return file

    def __reduce__(self) -> tuple[object, ...]:
        return _itself, (self.opener,)


def _itself(value: _T) -> _T:
    return value
