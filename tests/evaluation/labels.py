"""Every labelled report: ``NN-name.yml`` beside its raw file, ``NN-name-3.yml`` for a container's third part.

The labels' keys are described in ``tests/inference/labelled.py``; one more is read here:

    body            all that a reader of the report should read, as plain text; pages only
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from generator.importers import container_for, importer_for
from generator.inference import infer
from generator.model import Draft, RawReport
from tests.inference.labelled import RETRIEVED, SAMPLES, context, drafts_in, rendered

_NO_RAW = (".yml", ".md")
_PART = re.compile(r"-(\d+)$")


@dataclass(frozen=True)
class Labelled:
    """A report with what is true of it and what the import makes of it.

    Attributes:
        name: its label's path below tests/samples/, without the suffix.
        raw: the raw file.
        truth: the label.
        found: each field that came out, the editor's options aside.
        body: what a reader sees of the body, white space made one.
    """

    name: str
    raw: Path
    truth: dict[str, object]
    found: dict[str, object]
    body: str

    @property
    def format(self) -> str:
        """The folder below tests/samples/ in which it lies."""
        return self.name.partition("/")[0]

    @property
    def language(self) -> str:
        """The language of its label."""
        return str(self.truth.get("language") or "?")

    def texts(self, field: str) -> list[str]:
        """A list of the truth."""
        listed = self.truth.get(field) or []
        assert isinstance(listed, list), f"{self.name}.yml: {field} must be a list"
        return [str(item) for item in listed]


@cache
def labelled() -> tuple[Labelled, ...]:
    """Every labelled report, by format and name."""
    return tuple(_read(file) for file in sorted(SAMPLES.glob("*/*.yml")))


def _read(label: Path) -> Labelled:
    truth = yaml.safe_load(label.read_text("utf-8"))
    raw, part = _raw_of(label)
    draft = list(_drafts(raw))[part - 1]
    inferred = infer(draft, context())
    findings = {field: finding.value for field, finding in inferred.findings.items()}
    name = label.relative_to(SAMPLES).with_suffix("").as_posix()
    return Labelled(name, raw, truth, {**findings, **draft.stated}, rendered(inferred.body))


def _raw_of(label: Path) -> tuple[Path, int]:
    """The raw file of a label, and which of its reports is meant, counted from 1."""
    stem = label.stem
    match = _PART.search(stem)
    for name, part in ((stem, 1), (stem[: match.start()], int(match[1])) if match else (stem, 1)):
        beside = (f for f in label.parent.glob("*") if name in (f.stem, f.name.partition(".")[0]))
        raw = [file for file in beside if file.suffix not in _NO_RAW or file.match("*.raw.md")]
        if raw:
            return raw[0], part
    raise AssertionError(f"{label} has no raw file beside it")


def _drafts(file: Path) -> Iterator[Draft]:
    raw = RawReport.of(file.name, file.read_bytes(), RETRIEVED)
    container = container_for(raw)
    if container is None:
        yield from importer_for(raw).read(raw)
        return
    yield from drafts_in(file)
