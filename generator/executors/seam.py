"""What executors have in common: how work is handed to them, and what of it can travel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

_S = TypeVar("_S")
_R = TypeVar("_R")

Again = Callable[[Any], Any]
"""Does a part of a shard by itself."""


@dataclass(frozen=True)
class Remote:
    """Work as it is done on another machine, which has this program and nothing else of the archive.

    Attributes:
        workshop: what all the work needs; pickled, and sent to each worker once.
        function: does one packed shard with it; a function of a module.
        pack: what is sent for a shard; pickled as well.
        unpack: the result for a shard, from the shard and what the function returned.
        died: the result for a shard that ended every worker it was given to; it may try parts of the
            shard again. Without it such a shard ends the whole work.
        label: a shard in words, for messages.
        close: called when the work has ended, one way or another.
    """

    workshop: object
    function: Callable[[Any, Any], Any]
    pack: Callable[[Any], Any]
    unpack: Callable[[Any, Any], Any]
    died: Callable[[Any, Again], Any] | None = None
    label: Callable[[Any], str] = str
    close: Callable[[], None] = lambda: None


class Portable(Protocol):
    """A workshop whose work can be done on another machine."""

    def remote(self) -> Remote:
        """What travels."""
        ...


_W = TypeVar("_W", bound=Portable)


class Executor(Protocol):
    """Who does the work."""

    def run(
        self, workshop: _W, function: Callable[[_W, _S], _R], shards: Iterable[_S]
    ) -> Iterator[_R]:
        """The result for each shard, in their order; shards are taken as they are needed.

        Raises:
            ExecutorError: the work cannot go on.
        """
        ...
