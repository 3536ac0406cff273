"""The editors' command: `archive import`, `archive check`, `archive schema`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from generator import __version__
from generator.errors import ArchiveError, SettingsError
from generator.model import FrontMatter, Problem, sift
from generator.pipeline import (
    ImportOptions,
    ImportResult,
    Outcome,
    check_archive,
    import_reports,
)
from generator.pipeline.importing import files_in, is_dated
from generator.settings import (
    CONFIG_FILE,
    Settings,
    read_settings,
    validate_settings,
    with_defaults,
)
from generator.store import ArticleStore
from generator.vocabulary import Vocabulary, read_vocabulary

_MANY = 50
_JSON_FIELDS = ("title", "publisher", "source", "authors", "date", "language", "tags", "rights")
_LISTS = ("authors", "tags")
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = {**_IN_MESSAGE, **str.maketrans({":": "%3A", ",": "%2C"})}
_SIGNS = {
    Outcome.IMPORTED: "+",
    Outcome.UNCHANGED: "=",
    Outcome.FAILED: "!",
    Outcome.LEFT_OUT: "-",
}

_folder_option = click.option(
    "-C",
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The archive to work in (default: the one around the current folder).",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="archive")
@_folder_option
@click.pass_context
def main(context: click.Context, folder: Path | None) -> None:
    """Keep an archive of reports: import raw texts, check the articles, build the site."""
    context.obj = folder


@main.command("import")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@_folder_option
@click.option("--source", help="Who wrote the reports: a name, or a vocabulary id.")
@click.option("--publisher", help="Who put them out.")
@click.option("--date", "edtf", help="Their date, in EDTF: 2016-10-28, 2016-10, 2016-10-28? …")
@click.option("--language", help="Their language: a BCP 47 tag such as en or ar.")
@click.option("--tag", "tags", multiple=True, help="A tag to add; may be given several times.")
@click.option("--author", "authors", multiple=True, help="An author; may be given several times.")
@click.option("--rights", help="The rights line.")
@click.option("--dry-run", is_flag=True, help="Show what would be imported; write nothing.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option("--if-any", is_flag=True, help="Say nothing where a given path does not exist.")
@click.pass_obj
def import_(
    parent: Path | None,
    /,
    inputs: tuple[Path, ...],
    folder: Path | None,
    dry_run: bool,
    form: str,
    if_any: bool,
    **stated: object,
) -> None:
    """Import raw reports: files, or folders with everything in them.

    Each becomes an article under articles/, with its original kept byte for byte. What was
    inferred stands under `inferred:` with its evidence. The same original again changes nothing.

    Exit status: 0 if every input was imported or is already there, 1 otherwise.
    """
    archive, settings = _open(folder or parent)
    present = tuple(path for path in inputs if path.exists() or not if_any)
    options = ImportOptions(datetime.now(UTC).date(), _stated(stated), dry_run)
    results = import_reports(
        ArticleStore(archive), present, settings, _vocabulary(archive), options
    )
    total = len(files_in(present))
    report = _import_as_json if form == "json" else _import_as_text
    try:
        outcomes = report(_with_progress(results, total, form), dry_run)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error
    if Outcome.FAILED in outcomes:
        sys.exit(1)


@main.command()
@_folder_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="github: annotations in a pull request.",
)
@click.pass_obj
def check(parent: Path | None, /, folder: Path | None, form: str) -> None:
    """Look for mistakes in every article, and tell all of them.

    Exit status: 0 without problems, 1 with any.
    """
    archive, settings = _open(folder or parent)
    problems = list(check_archive(archive, settings, _vocabulary(archive)))
    for problem in problems:
        click.echo(_PROBLEM_FORMATS[form](problem))
    if form == "text":
        count = len(problems)
        click.echo(f"{count} problem{'' if count == 1 else 's'}" if count else "no problems")
    sys.exit(1 if problems else 0)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the front matter."""
    described = FrontMatter.model_json_schema(mode="validation")
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
    click.echo(json.dumps(document, indent=2, ensure_ascii=False))


def _open(folder: Path | None) -> tuple[Path, Settings]:
    """The archive to work in, and its settings.

    A folder named with -C may be without mkdocs.yml: it becomes a new archive with plain settings.
    """
    try:
        if folder is None:
            archive = _around(Path.cwd())
            return archive, read_settings(archive)
        if (folder / CONFIG_FILE).exists():
            return folder, read_settings(folder)
        click.echo(f"{folder} has no {CONFIG_FILE}: using plain settings", err=True)
        return folder, validate_settings(with_defaults({}, ""))
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error


def _around(start: Path) -> Path:
    for folder in (start, *start.parents):
        if (folder / CONFIG_FILE).exists():
            return folder
    raise SettingsError(
        f"no {CONFIG_FILE} here or in a folder above: go into an archive, or name one with -C FOLDER"
    )


def _vocabulary(archive: Path) -> Vocabulary:
    try:
        return read_vocabulary(archive)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error


def _stated(options: Mapping[str, object]) -> dict[str, object]:
    """The fields that the editor set, validated."""
    named = {("date" if name == "edtf" else name): value for name, value in options.items()}
    fields = {
        name: list(value) if isinstance(value, tuple) else value for name, value in named.items()
    }
    fields = {name: value for name, value in fields.items() if value}
    _, mistakes = sift({"title": "-", **fields})
    if mistakes:
        flags = {"authors": "author", "tags": "tag"}
        lines = (f"--{flags.get(m.field, m.field)}: {m.message}" for m in mistakes)
        raise click.UsageError("; ".join(lines))
    return fields


def _with_progress(
    results: Iterator[ImportResult], total: int, form: str
) -> Iterable[ImportResult]:
    console = Console(stderr=True)
    if total < _MANY or not console.is_terminal or form == "json":
        return results
    return track(results, "Importing", total=total, console=console, transient=True)


def _import_as_json(results: Iterable[ImportResult], dry_run: bool) -> list[Outcome]:
    outcomes = []
    for result in results:
        outcomes.append(result.outcome)
        click.echo(json.dumps(_as_record(result), ensure_ascii=False))
    click.echo(_summary(outcomes, dry_run), err=True)
    return outcomes


def _as_record(result: ImportResult) -> dict[str, object]:
    fields = result.fields
    record: dict[str, object] = {
        "input": click.format_filename(result.input),
        "path": f"articles/{result.path}.md" if result.path else None,
    }
    for name in _JSON_FIELDS:
        record[name] = fields.get(name, [] if name in _LISTS else None)
    if not is_dated(fields):
        record["date"] = None
    record["inferred"] = fields.get("inferred", {})
    record["problems"] = [
        {**problem.as_dict(), "file": click.format_filename(problem.file)}
        for problem in result.problems
    ]
    return record


def _import_as_text(results: Iterable[ImportResult], dry_run: bool) -> list[Outcome]:
    console = Console(highlight=False, soft_wrap=True, emoji=False, markup=False)
    outcomes = []
    for result in results:
        outcomes.append(result.outcome)
        console.print(_as_line(result), style="red" if result.outcome is Outcome.FAILED else None)
        for problem in result.problems if result.path else ():
            found = f" '{problem.found}'" if problem.found and len(problem.found) < 80 else ""
            console.print(f"    look: {problem.field}{found}: {problem.message}")
    console.print(_summary(outcomes, dry_run))
    return outcomes


def _as_line(result: ImportResult) -> str:
    sign, name = _SIGNS[result.outcome], click.format_filename(result.input)
    if result.outcome in (Outcome.FAILED, Outcome.LEFT_OUT):
        return f"{sign} {name}: {'; '.join(p.message for p in result.problems)}"
    if result.outcome is Outcome.UNCHANGED:
        return f"{sign} {name}: already there as articles/{result.path}.md"
    fields = result.fields
    known = [
        f"{name} {_short(fields[name])}"
        for name in ("date", "source", "authors")
        if _has(fields, name)
    ]
    missing = [
        name for name in ("date", "source", "authors", "language", "tags") if not _has(fields, name)
    ]
    parts = [*known, *([f"open: {', '.join(missing)}"] if missing else [])]
    parts += [f"{len(result.dropped)} lines of the page left out"] if result.dropped else []
    return f"{sign} {name} → articles/{result.path}.md\n    {' · '.join(parts)}"


def _has(fields: Mapping[str, object], name: str) -> bool:
    return is_dated(fields) if name == "date" else bool(fields.get(name))


def _short(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _summary(outcomes: list[Outcome], dry_run: bool) -> str:
    told = [o for o in Outcome if o is not Outcome.LEFT_OUT or o in outcomes]
    counts = ", ".join(f"{outcomes.count(outcome)} {outcome.value}" for outcome in told)
    return f"{counts}{' (dry run: nothing was written)' if dry_run else ''}"


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
