"""`archive check`: every mistake in every article, and every address that would be lost."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from generator.cli.opening import folder_option, open_archive, vocabulary_of
from generator.errors import ArchiveError
from generator.model import Problem
from generator.pipeline.checking import check_archive
from generator.pipeline.comparing import lost_addresses

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = {**_IN_MESSAGE, **str.maketrans({":": "%3A", ",": "%2C"})}


@click.command()
@folder_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="github: annotations in a pull request.",
)
@click.option(
    "--against",
    "revision",
    metavar="REV",
    help="A commit, tag or branch that was published: every address of it has to answer still.",
)
@click.pass_obj
def check(parent: Path | None, /, folder: Path | None, form: str, revision: str | None) -> None:
    """Look for mistakes in every article, and tell all of them.

    Exit status: 0 without problems, 1 with any.
    """
    archive, settings = open_archive(folder or parent)
    problems = list(check_archive(archive, settings, vocabulary_of(archive)))
    if revision is not None:
        try:
            problems += lost_addresses(archive, settings, revision)
        except ArchiveError as error:
            raise click.ClickException(str(error)) from error
    for problem in problems:
        click.echo(_PROBLEM_FORMATS[form](problem))
    if form == "text":
        count = len(problems)
        click.echo(f"{count} problem{'' if count == 1 else 's'}" if count else "no problems")
    sys.exit(1 if problems else 0)


def _as_annotation(problem: Problem) -> str:
    """A workflow command of GitHub Actions, escaped as its toolkit does."""
    file, title = (text.translate(_IN_PROPERTY) for text in (problem.file, problem.field))
    place = f"file={file},line={max(problem.line, 1)},title={title or 'article'}"
    return f"::error {place}::{problem.sentence.translate(_IN_MESSAGE)}"


_PROBLEM_FORMATS: Mapping[str, Callable[[Problem], str]] = {
    "text": str,
    "json": lambda problem: json.dumps(problem.as_dict(), ensure_ascii=False),
    "github": _as_annotation,
}
