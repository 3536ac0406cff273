"""What hand-written pages have from the archive, remembered while nothing of it changed.

So that a build in which nothing changed need not put the archive together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.rendering.links import Links


class Remembered:
    """Texts by a key: those of the build before where they still hold, otherwise made anew."""

    def __init__(self, before: Mapping[object, str]) -> None:
        """Begin with what still holds."""
        self._before = before
        self.facts: dict[object, str] = {}

    def get(self, key: object, make: Callable[[], str]) -> str:
        """The text of this key."""
        if key not in self.facts:
            self.facts[key] = self._before[key] if key in self._before else make()
        return self.facts[key]


class RememberedLinks:
    """Finds where links of hand-written pages lead, as ``Links`` does."""

    def __init__(self, remembered: Remembered, links: Callable[[], Links]) -> None:
        """Ask ``links`` for what is not remembered."""
        self._remembered = remembered
        self._links = links

    def address(self, target: str, source: str) -> str:
        """See ``Links.address``."""
        key = ("link", target, source)
        return self._remembered.get(key, lambda: self._links().address(target, source))

    def is_meant_for_reports(self, target: str, source: str) -> bool:
        """See ``Links.is_meant_for_reports``."""
        return Links.is_meant_for_reports(target, source)
