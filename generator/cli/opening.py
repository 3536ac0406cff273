"""Which archive a command works in: its folder, settings and vocabulary."""

from __future__ import annotations

from pathlib import Path

import click

from generator.errors import ArchiveError, SettingsError
from generator.executors import VARIABLE
from generator.settings import (
    CONFIG_FILE,
    Settings,
    read_settings,
    validate_settings,
    with_defaults,
)
from generator.vocabulary import Vocabulary, read_vocabulary

folder_option = click.option(
    "-C",
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The archive to work in (default: the one around the current folder).",
)

executor_option = click.option(
    "--executor",
    metavar="ADDRESS",
    envvar=VARIABLE,
    help="Who does the work, such as dask://HOST:PORT (default: processes of this machine).",
)


def open_archive(folder: Path | None) -> tuple[Path, Settings]:
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


def vocabulary_of(archive: Path) -> Vocabulary:
    """The archive's terms; a mistake in them ends the command."""
    try:
        return read_vocabulary(archive)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error
