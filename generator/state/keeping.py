"""Writing and reading what a build remembers: whole or not at all, and nothing that could run.

A file is a line that names its form, the SHA-256 of what follows, and a pickle. Only the classes
named here are made from it: a file from a strange cache can't call anything.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import tempfile
from collections.abc import Callable, Set
from pathlib import Path
from typing import Any

_FORM = b"archive build state 2\n"
_DIGEST = hashlib.sha256().digest_size
_PLAIN = frozenset({("datetime", "date"), ("builtins", "set"), ("builtins", "frozenset")})


class BrokenState(ValueError):
    """The file is none of ours, or damaged, or of another version."""


def save(path: Path, value: object) -> None:
    """Write a value; whoever reads the file sees the value of before or this one.

    Raises:
        OSError: the disk is full, or the folder may not be written.
    """
    content = pickle.dumps(value, protocol=5)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".writing-", delete=False) as file:
        written = Path(file.name)
        try:
            file.write(_FORM)
            file.write(hashlib.sha256(content).digest())
            file.write(content)
            file.flush()
            written.replace(path)
        except BaseException:
            written.unlink(missing_ok=True)
            raise


def load(path: Path, classes: Set[Callable[..., object]]) -> Any:
    """The value in a file; None where there is none that can be used.

    Args:
        path: of the file.
        classes: those of which the value may have instances, besides plain values and days; and
            functions that make such.
    """
    try:
        content = path.read_bytes()
        if not content.startswith(_FORM):
            return None
        start = len(_FORM) + _DIGEST
        body = memoryview(content)[start:]
        if hashlib.sha256(body).digest() != content[len(_FORM) : start]:
            return None
        return unpacked(body, classes)
    except (OSError, BrokenState, pickle.UnpicklingError, EOFError, TypeError, AttributeError):
        return None


def unpacked(content: bytes | memoryview, classes: Set[Callable[..., object]]) -> Any:
    """The value that a pickle stands for, if it has none but these classes.

    Raises:
        BrokenState: it has others.
    """
    return _Unpickler(io.BytesIO(content), classes).load()


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, classes: Set[Callable[..., object]]) -> None:
        super().__init__(file)
        self._known = {(one.__module__, one.__qualname__): one for one in classes}

    def find_class(self, module: str, name: str) -> Any:
        """The class of that name, if it is one of those allowed."""
        if (module, name) in self._known:
            return self._known[module, name]
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        raise BrokenState(f"{module}.{name} has no place in a build's state")
