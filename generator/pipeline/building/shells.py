"""What stands for the shells of pages: one digest each, which the keys of all pages have in them."""

from __future__ import annotations

import hashlib

from generator.rendering import Renderer
from generator.state import fingerprint


class Shells:
    """Stands for shells: a digest of each, taken once."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer
        self._toc = fingerprint(list(renderer.tables_of_contents()))
        self.known: dict[tuple[str, str], bytes] = {}

    def of(self, language: str, address: str) -> bytes:
        """That of the page at an address."""
        return self.digest(language, self._renderer.shell_address(language, address))

    def digest(self, language: str, shell_address: str) -> bytes:
        """That of the shell that stands for an address."""
        key = (language, shell_address)
        if key not in self.known:
            shell = self._renderer.shell(*key)
            text = hashlib.blake2b(repr(shell).encode(), digest_size=16)
            self.known[key] = fingerprint(text.digest(), self._toc)
        return self.known[key]
