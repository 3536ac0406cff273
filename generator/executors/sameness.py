"""Whether another machine has the same program: other code would make other bytes."""

from __future__ import annotations

import hashlib
import platform
import re
from collections.abc import Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

import generator
from generator.errors import ExecutorError

_DISTRIBUTION = "monitoring-archive"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_CODE = "the archive's program"


@cache
def installed() -> Mapping[str, str]:
    """Python, the program's own code by a hash, and the packages that it needs, each with its version."""
    return {"Python": platform.python_version(), _CODE: _hash_of_code(), **_packages()}


def compare(there: Mapping[str, str]) -> None:
    """Compare with what another machine has.

    Raises:
        ExecutorError: something differs; all of it is named.
    """
    here = installed()
    other = [name for name in sorted({*here, *there}) if here.get(name) != there.get(name)]
    if other:
        told = "; ".join(
            f"{name}: {there.get(name, 'missing')}, on the worker {here.get(name, 'missing')}"
            for name in other
        )
        raise ExecutorError(
            f"the worker on {platform.node()} is not set up as this machine is ({told}): install the"
            " same commit and the same lock file there"
        )


def _packages() -> Mapping[str, str]:
    try:
        needed = metadata.requires(_DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return {}
    names = [match[0] for line in needed if "extra ==" not in line and (match := _NAME.match(line))]
    return {name: _version(name) for name in sorted(names)}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"


def _hash_of_code() -> str:
    folder = Path(generator.__file__).parent
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(f"{file.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:12]
