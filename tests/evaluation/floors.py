"""Floors: the scores that the samples may not fall below, by format and over all, in floors.yml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from .bodies import Bodies
from .labels import Labelled
from .scoring import FIELDS, date_outcome, total

FILE = Path(__file__).with_name("floors.yml")
_ALL = "all"
_HEAD = """\
# Scores that the samples may not fall below (F1), and how many dates may be wrong or invented.
# Only `make eval FLOORS=write` writes this file, up or down: the difference in git is the reason to tell.
"""

Floors = Mapping[str, Mapping[str, float]]


def measured(reports: Sequence[Labelled], bodies: Bodies) -> dict[str, dict[str, float]]:
    """What the floors would be today."""
    groups = {_ALL: list(reports)}
    for report in reports:
        groups.setdefault(report.format, []).append(report)
    floors = {kind: _of(group) for kind, group in groups.items()}
    floors[_ALL]["body by words"] = _down(bodies.ours[2])
    return floors


def read() -> Floors:
    """The floors that are kept."""
    kept: Floors = yaml.safe_load(FILE.read_text("utf-8"))
    return kept


def write(floors: Floors) -> None:
    """Keep these floors from now on."""
    FILE.write_text(_HEAD + yaml.safe_dump(dict(floors), sort_keys=True), "utf-8")


def below(floors: Floors, today: Floors) -> Iterator[str]:
    """Each score that is below its floor, and each format that has none yet or is gone."""
    for kind, scores in floors.items():
        for name, floor in scores.items():
            now = today.get(kind, {}).get(name)
            if now is None:
                yield f"{kind}: {name} is no longer measured; the floor is {floor}"
            elif (now > floor) if name == "bad dates" else (now < floor):
                yield f"{kind}: {name} {now}, the floor is {floor}"
    yield from (f"{kind}: has no floors yet" for kind in today.keys() - floors.keys())


def _of(reports: Sequence[Labelled]) -> dict[str, float]:
    scores = {field: total(reports, field) for field in FIELDS}
    floors = {field: _down(score.f1) for field, score in scores.items() if not score.is_empty}
    bad = sum(date_outcome(report) in ("wrong", "invented") for report in reports)
    return {**floors, "bad dates": bad}


def _down(value: float) -> float:
    return int(value * 1000 + 1e-9) / 1000
