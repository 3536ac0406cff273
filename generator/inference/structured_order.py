"""Dates in figures, of a table or a page: where either number can be the month, both days are named."""

from __future__ import annotations

from generator.inference.date_lines import date_alone
from generator.inference.reading import Reading, quoted
from generator.model import Finding


def either_order(reading: Reading) -> Finding | None:
    """The two days that a published date may mean, as one of a set; a person knows which."""
    for candidate in reading.draft.values("date"):
        is_said = candidate.role == "published" or (
            not candidate.role and candidate.place.startswith("element of")
        )
        mention = date_alone(reading, candidate.value) if is_said else None
        if mention and not mention.is_converted and len(mention.days) > 1:
            note = "day and month can be read in either order"
            value = f"[{','.join(day.isoformat() for day in mention.days)}]"
            evidence = f"{candidate.place} {quoted(candidate.value)}, {note}"
            return Finding(value, evidence, note=note)
    return None
