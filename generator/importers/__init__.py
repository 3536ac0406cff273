"""Importers: one module per format, found by name; each claims raw reports by their content.

A module of this package is an importer, unless its name begins with ``_``. It defines

    NAME: str                                   for messages
    def claims(raw: RawReport) -> Claim         whether it reads this file, by ``raw.head``
    def read(raw: RawReport) -> Iterator[Draft] the report in it; raises UnreadableReport

Two strong claims on one file are an error, so no result depends on an order. A format that holds
several reports defines one thing more:

    def parts(raw: RawReport) -> Iterator[Part] takes the file apart, streaming; raises UnreadableReport

A part is ``raw.part(id, content, importer="feed")``: bytes that ``read`` of the named importer, or of
the one that claims them, makes a draft of, later and maybe in another process. So taking apart has
to be cheap, and what is slow belongs into ``read``. What cannot be taken out is a ``BrokenPart`` with
the reason, what is not meant to be public is ``LeftOut``; both are told, and the rest goes on.
"""

from __future__ import annotations

import enum
import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from generator.errors import AmbiguousReport, UnclaimedReport
from generator.model import BrokenPart, Draft, LeftOut, RawReport

Part = RawReport | BrokenPart | LeftOut


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
        """The report in the file."""
        ...


class Container(Importer, Protocol):
    """What a module defines whose format holds several reports."""

    def parts(self, raw: RawReport) -> Iterator[Part]:
        """The parts of the file, in their order, in flat memory."""
        ...


@cache
def importers() -> tuple[Importer, ...]:
    """Every importer, by module name."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    names = sorted(name for name in found if not name.startswith("_"))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return tuple(cast(Importer, module) for module in modules)


def container_for(raw: RawReport) -> Container | None:
    """The importer that takes a file apart; None for a file, or a part, that is one report.

    Raises:
        AmbiguousReport: two importers claim it strongly.
        UnclaimedReport: none claims it at all.
    """
    if raw.inside and raw.inside.importer:
        return None
    importer = importer_for(raw)
    return cast(Container, importer) if hasattr(importer, "parts") else None


def importer_for(raw: RawReport) -> Importer:
    """The importer that reads a file, or a part of a container.

    Raises:
        AmbiguousReport: two importers claim it strongly.
        UnclaimedReport: none claims it at all.
    """
    if raw.inside and raw.inside.importer:
        return cast(Importer, importlib.import_module(f"{__name__}.{raw.inside.importer}"))
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
        f"begins with {raw.head[:16]!r}: no importer reads it (there are: {names}); "
        f"save its report as UTF-8 text, and import that"
    )
