"""What templates compile to, kept from one run to the next as Python keeps its modules.

To compile them takes half a second, in a small archive a third of a build. It is kept beside the
compiled modules of this package, wherever Python puts these (``sys.pycache_prefix``). Where nothing
can be written there, templates are compiled each time.
"""

from __future__ import annotations

import hashlib
import importlib.util
import pickle
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

_NAME = "template-%s.cache"
_DAMAGED = (
    pickle.UnpicklingError,
    ArithmeticError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    OSError,
    TypeError,
    ValueError,
)
"""What reading a damaged file raises: ``pickle`` names some of these, and says that others occur."""


class CompiledTemplates(jinja2.FileSystemBytecodeCache):
    """Compiled templates of one kind; a kind's language, say, is part of what it is called by."""

    def __init__(self, kind: str, shaped_by: bytes) -> None:
        """Find the folder; it is made when something is kept.

        Args:
            kind: what else a template's name says nothing of; each has its own files.
            shaped_by: stands for all that shapes them besides their text; nothing kept under another
                is used.
        """
        super().__init__(str(Path(importlib.util.cache_from_source(__file__)).parent), _NAME)
        self._kind = kind
        self._shaped_by = shaped_by

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """By what a template is found; one that changed takes the place of what it was."""
        return super().get_cache_key(f"{self._kind}|{name}", filename)

    def get_source_checksum(self, source: str) -> str:
        """By what it is known to be still true."""
        return hashlib.sha256(self._shaped_by + source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept, unless it is damaged."""
        try:
            super().load_bytecode(bucket)
        except _DAMAGED:
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, if that is possible."""
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
