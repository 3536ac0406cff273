"""`archive import`: raw reports become articles."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from generator.cli.explaining import as_record, explained
from generator.cli.failures import FailureList, failed_inputs
from generator.cli.opening import executor_option, folder_option, open_archive, vocabulary_of
from generator.cli.progress import HEAVY, MANY, Stopper, cores, size_of, with_progress
from generator.errors import ArchiveError
from generator.executors import executor_for
from generator.importers._columns import FIELDS
from generator.model import Problem, sift
from generator.pipeline.importing import (
    ImportOptions,
    ImportResult,
    Mapper,
    Outcome,
    Oversight,
    SharedOut,
    Workers,
    files_in,
    here,
    import_reports,
    is_dated,
)
from generator.store import ArticleStore
from generator.vocabulary import VOCABULARY_FILE

_BEFORE_FIELD = re.compile(rf",(?=\s*(?:{'|'.join(FIELDS)})\s*=)")
_INTERRUPTED = 130  # as a shell says it of a program ended by Ctrl-C
_LONGEST_FOUND = 80
_JSON_FIELDS = ("title", "publisher", "source", "authors", "date", "language", "tags", "rights")
_LISTS = ("authors", "tags")
_SIGNS = {
    Outcome.IMPORTED: "+",
    Outcome.UNCHANGED: "=",
    Outcome.FAILED: "!",
    Outcome.LEFT_OUT: "-",
}


@click.command("import")
@click.argument("inputs", nargs=-1, type=click.Path(path_type=Path))
@folder_option
@click.option("--source", help="Who wrote the reports: a name, or a vocabulary id.")
@click.option("--publisher", help="Who put them out.")
@click.option("--date", "edtf", help="Their date, in EDTF: 2016-10-28, 2016-10, 2016-10-28? …")
@click.option("--language", help="Their language: a BCP 47 tag such as en or ar.")
@click.option("--tag", "tags", multiple=True, help="A tag to add; may be given several times.")
@click.option("--author", "authors", multiple=True, help="An author; may be given several times.")
@click.option("--rights", help="The rights line.")
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN,…",
    help="Which column of a table is which field, where its header doesn't say.",
)
@click.option("--add-tags", is_flag=True, help="Add tags that vocabulary.yml lacks, as themes.")
@click.option("--add-tags-as", metavar="KIND", help="Add them as terms of this kind.")
@click.option(
    "--link-copies",
    type=click.FloatRange(0.3, 1.0),
    metavar="SIMILARITY",
    help="Write same_as into near copies from this similarity on, such as 0.9.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be imported; write nothing.")
@click.option(
    "--explain", is_flag=True, help="Tell how each field came about and what was dropped."
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option("--if-any", is_flag=True, help="Say nothing where a given path does not exist.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that read; else as needed.")
@executor_option
@click.option("--failures", type=click.Path(path_type=Path), help="Write what failed to this file.")
@click.option("--again", type=click.Path(path_type=Path), help="Import what such a file names.")
@click.pass_obj
def import_(
    parent: Path | None,
    /,
    inputs: tuple[Path, ...],
    folder: Path | None,
    columns: tuple[str, ...],
    add_tags: bool,
    add_tags_as: str | None,
    link_copies: float | None,
    dry_run: bool,
    explain: bool,
    form: str,
    if_any: bool,
    workers: int | None,
    executor: str | None,
    failures: Path | None,
    again: Path | None,
    **stated: object,
) -> None:
    """Import raw reports: files, or folders with everything in them.

    Each becomes an article under articles/, with its original kept byte for byte. What was
    inferred stands under `inferred:` with its evidence. The same original again changes nothing.

    Exit status: 0 if every input was imported or is already there, 130 after Ctrl-C, 1 otherwise.
    """
    if not inputs and not again:
        raise click.UsageError("Missing argument 'INPUTS...'.")
    archive, settings = open_archive(folder or parent)
    named = (*inputs, *(failed_inputs(again) if again else ()))
    present = tuple(path for path in named if path.exists() or not if_any)
    kind = add_tags_as or ("theme" if add_tags else "")
    today = datetime.now(UTC).date()
    options = ImportOptions(today, _stated(stated), dry_run, kind, _columns(columns), link_copies)
    files = files_in(present)
    stopper = Stopper()
    oversight = Oversight(lambda: stopper.is_stopped, partial(click.echo, err=True))
    results = import_reports(
        ArticleStore(archive),
        present,
        settings,
        vocabulary_of(archive),
        options,
        _mapper(workers, executor, files),
        oversight,
    )
    noted = stopper.watching(FailureList(failures).noting(results))
    shown = with_progress(noted, files, oversight.following.position)
    report = _import_as_json if form == "json" else _import_as_text
    try:
        outcomes = report(shown, dry_run, explain=explain)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error
    if stopper.is_stopped:
        click.echo("Stopped: import the same again, and it goes on from here.", err=True)
        sys.exit(_INTERRUPTED)
    if Outcome.FAILED in outcomes:
        sys.exit(1)


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


def _columns(said: Iterable[str]) -> dict[str, str]:
    """The column of each field, out of ``title=Headline,text=Body``."""
    columns: dict[str, str] = {}
    for piece in (piece for text in said for piece in _BEFORE_FIELD.split(text)):
        name, sign, column = piece.partition("=")
        if not sign or name.strip() not in FIELDS:
            raise click.UsageError(
                f"--map: '{piece}' is not FIELD=COLUMN; fields are {', '.join(FIELDS)}"
            )
        columns[name.strip()] = column.strip()
    return columns


def _mapper(workers: int | None, executor: str | None, files: Sequence[Path]) -> Mapper:
    """Reading by the executor that was named; here for a few files; in a process a core for much."""
    if executor:
        try:
            return SharedOut(executor_for(executor))
        except ArchiveError as error:
            raise click.ClickException(str(error)) from error
    is_much = len(files) >= MANY or size_of(files) >= HEAVY
    count = workers or (cores() if is_much else 1)
    return Workers(count) if count > 1 else here


def _import_as_json(
    results: Iterable[ImportResult], dry_run: bool, *, explain: bool
) -> list[Outcome]:
    outcomes = []
    tags = _Tags()
    for result in results:
        outcomes.append(result.outcome)
        tags.count(result)
        record = _as_record(result) | (as_record(result) if explain else {})
        click.echo(json.dumps(record, ensure_ascii=False))
    for line in (*tags.lines(), _summary(outcomes, dry_run)):
        click.echo(line, err=True)
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


def _as_look(problem: Problem) -> str:
    """What an editor has to look at, after the field and what was found there."""
    found = f"'{problem.found}'" if 0 < len(problem.found) < _LONGEST_FOUND else ""
    subject = " ".join(filter(None, (problem.field, found)))
    return f"{subject}: {problem.message}" if subject else problem.message


def _import_as_text(
    results: Iterable[ImportResult], dry_run: bool, *, explain: bool
) -> list[Outcome]:
    outcomes = []
    tags = _Tags()
    for result in results:
        outcomes.append(result.outcome)
        tags.count(result)
        click.secho(_as_line(result), fg="red" if result.outcome is Outcome.FAILED else None)
        for problem in result.problems if result.path else ():
            click.echo(f"    look: {_as_look(problem)}")
        for line in explained(result) if explain else ():
            click.echo(line)
    for line in (*tags.lines(), _summary(outcomes, dry_run)):
        click.echo(line)
    return outcomes


class _Tags:
    """The formats' own tags that the vocabulary did not have, over a whole import."""

    def __init__(self) -> None:
        self.unknown: Counter[str] = Counter()
        self.added: Counter[str] = Counter()

    def count(self, result: ImportResult) -> None:
        """Count those of one report."""
        self.unknown.update(result.unknown_tags)
        self.added.update(result.added_tags)

    def lines(self) -> Iterator[str]:
        """A line for each, the most frequent first."""
        for tag, count in self.unknown.most_common():
            yield f"? tag '{tag}' of {count} is no term of the vocabulary (--add-tags adds it)"
        for tag, count in self.added.most_common():
            yield f"+ term '{tag}', tag of {count}, added to {VOCABULARY_FILE}"


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
    parts += [_left_out(len(result.dropped))] if result.dropped else []
    return f"{sign} {name} → articles/{result.path}.md\n    {' · '.join(parts)}"


def _left_out(count: int) -> str:
    return f"{count} {'line' if count == 1 else 'lines'} of the page left out"


def _has(fields: Mapping[str, object], name: str) -> bool:
    return is_dated(fields) if name == "date" else bool(fields.get(name))


def _short(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _summary(outcomes: list[Outcome], dry_run: bool) -> str:
    told = [o for o in Outcome if o is not Outcome.LEFT_OUT or o in outcomes]
    counts = ", ".join(f"{outcomes.count(outcome)} {outcome.value}" for outcome in told)
    return f"{counts}{' (dry run: nothing was written)' if dry_run else ''}"
