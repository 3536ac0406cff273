"""The list of what could not be imported: a file to work through, and to import again from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from generator.pipeline.importing import ImportResult, Outcome
from generator.store.files import replace_file


class FailureList:
    """The failures of an import, written as one JSON object a line.

    It is ASCII, so that a name that is no text comes back as it was.
    """

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self.lines: list[str] = []

    def noting(self, results: Iterable[ImportResult]) -> Iterator[ImportResult]:
        """The results, while what failed among them is noted, and written at their end."""
        try:
            for result in results:
                if self.file and result.outcome is Outcome.FAILED:
                    self.lines.append(_line(result))
                yield result
        finally:
            if self.file:
                replace_file(self.file, "".join(self.lines).encode("ascii"))


def failed_inputs(file: Path) -> tuple[Path, ...]:
    """The files that a list names, each once.

    Raises:
        click.UsageError: it is no such list.
    """
    try:
        lines = file.read_text("ascii").splitlines()
        names = [str(json.loads(line)["file"]) for line in lines if line.strip()]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise click.UsageError(f"--again: {file} is no list of failures: {error}") from error
    return tuple(Path(name) for name in dict.fromkeys(names))


def _line(result: ImportResult) -> str:
    file = result.input.partition(" › ")[0]
    reasons = "; ".join(problem.message for problem in result.problems)
    return json.dumps({"file": file, "input": result.input, "reason": reasons}) + "\n"
