"""`archive export`: the whole public archive to take away."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.opening import folder_option, open_archive, vocabulary_of
from generator.errors import ArchiveError
from generator.exports import exports
from generator.pipeline.exporting import export_archive


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(exports())))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where to (default: archive.sqlite and so on in the current folder).",
)
@folder_option
@click.pass_obj
def export(parent: Path | None, /, form: str, out: Path | None, folder: Path | None) -> None:
    """Write the whole public archive as one file or folder.

    FORMAT is sqlite (with full-text search, opens in Datasette), parquet (needs pyarrow), jsonl,
    or bagit (a folder with hashes, and the originals that are public). What is not on the site is
    not in it.

    Exit status: 0 if every article could be used, 1 otherwise.
    """
    archive, settings = open_archive(folder or parent)
    try:
        result = export_archive(archive, settings, vocabulary_of(archive), form, out)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error
    for problem in result.problems:
        click.echo(problem, err=True)
    count = result.reports
    click.echo(f"{result.place}: {count} report{'' if count == 1 else 's'}")
    sys.exit(1 if result.problems else 0)
