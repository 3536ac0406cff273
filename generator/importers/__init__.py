"""Importers: one module per format, found by name; each claims raw reports by their content.

A module of this package is an importer. It defines

    NAME: str                                   for messages
    def claims(raw: RawReport) -> Claim         whether it reads this file
    def read(raw: RawReport) -> Iterator[Draft] the reports in it; raises UnreadableReport

Two strong claims on one file are an error, so no result depends on an order.
"""

from __future__ import annotations

import enum
import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from generator.errors import AmbiguousReport, UnclaimedReport
from generator.model import Draft, RawReport


class Claim(enum.Enum):
    """How sure an importer is that it reads a file."""

    NONE = 0
    FALLBACK = 1
    STRONG = 2


class Importer(Protocol):
    """What each module of this package defines."""

    NAME: str

    def claims(self, raw: RawReport) -> Claim:
        """Whether it reads this file."""
        ...

    def read(self, raw: RawReport) -> Iterator[Draft]:
        """The reports in the file."""
        ...


@cache
def importers() -> tuple[Importer, ...]:
    """Every importer, by module name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return tuple(cast(Importer, module) for module in modules)


def importer_for(raw: RawReport) -> Importer:
    """The importer that reads a file.

    Raises:
        AmbiguousReport: two importers claim it strongly.
        UnclaimedReport: none claims it at all.
    """
    claims = {importer: importer.claims(raw) for importer in importers()}
    strong = [importer for importer, claim in claims.items() if claim is Claim.STRONG]
    fallback = [importer for importer, claim in claims.items() if claim is Claim.FALLBACK]
    if len(strong) > 1:
        names = " and ".join(importer.NAME for importer in strong)
        raise AmbiguousReport(f"looks like {names} at once: remove the file's other parts")
    for importer in (*strong, *fallback):
        return importer
    names = ", ".join(importer.NAME for importer in importers())
    raise UnclaimedReport(
        f"begins with {raw.content[:16]!r}: no importer reads it (there are: {names}); "
        f"save its report as UTF-8 text, of a mail without the lines that name people, and import that"
    )
