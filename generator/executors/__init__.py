"""Where work is done that can be shared out: in processes of this machine, or elsewhere.

An executor takes a workshop (what all the work needs), a function of it, and shards, and gives the
result for each shard in their order: the same ones, whoever does the work. ``processes`` is the one
of this machine. Every other is a module named as its addresses begin, ``dask`` for
``dask://HOST:PORT``, with

    EXAMPLE: str                          # an address, for messages
    def connect(place: str) -> Executor   # raises ExecutorError; place stands behind the ``//``

What travels to another machine is told by the workshop itself (``Portable``).
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

from generator.errors import ExecutorError
from generator.executors.processes import Processes
from generator.executors.seam import Again, Executor, Portable, Remote

__all__ = ["VARIABLE", "Again", "Executor", "Portable", "Processes", "Remote", "executor_for"]

VARIABLE = "ARCHIVE_EXECUTOR"
"""Environment variable that names the executor of a build."""


def executor_for(address: str) -> Executor:
    """The executor at an address such as ``dask://HOST:PORT``.

    Raises:
        ExecutorError: there is no such kind, its package is not installed, or nobody answers.
    """
    kind, sign, place = address.partition("://")
    known = _kinds()
    if not sign or kind not in known:
        examples = ", ".join(module.EXAMPLE for module in known.values())
        raise ExecutorError(f"'{address}' is no executor: write it as {examples}")
    executor: Executor = known[kind].connect(place)
    return executor


def _kinds() -> dict[str, ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = {name: importlib.import_module(f"{__name__}.{name}") for name in names}
    return {name: module for name, module in modules.items() if hasattr(module, "connect")}
