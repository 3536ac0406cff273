"""Anchors: days after which a report is not from, by what the structure says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.inference.mentions import is_plausible_day
from generator.inference.reading import Reading, quoted
from generator.inference.structured_dating import day_in
from generator.model import Finding

_ROLES = ("updated", "sent", "crawl")


@dataclass(frozen=True)
class Anchor:
    """A day after which the report is not from, and where the structure says so."""

    day: date
    evidence: str


def anchor_of(reading: Reading) -> Anchor | None:
    """The earliest plausible day on which the report was changed, sent or captured."""
    latest = reading.draft.raw.retrieved
    found = [
        Anchor(day, f"{candidate.place} {quoted(candidate.value)}")
        for candidate in reading.draft.values("date")
        if candidate.role in _ROLES
        and (day := day_in(candidate.value))
        and is_plausible_day(day, latest)
    ]
    return min(found, key=lambda anchor: anchor.day, default=None)


def not_after(reading: Reading) -> Finding | None:
    """No date, but for the editor the day after which the report is not from; the last rule of all."""
    anchor = anchor_of(reading)
    if anchor is None:
        return None
    return Finding(
        None, anchor.evidence, note=f"is open, and not after {anchor.day}: {anchor.evidence}"
    )
