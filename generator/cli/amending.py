"""`archive withdraw` and `archive correct`: what an editor takes back, and what was wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator.addresses import address_of
from generator.cli.opening import folder_option, open_archive
from generator.dates import parse_edtf
from generator.errors import ArchiveError, EdtfError
from generator.pipeline.amending import Amendment, corrections, withdrawals, write
from generator.pipeline.finding import find_report
from generator.pipeline.mentions import Place, mentions
from generator.settings import Settings
from generator.store import ArticleStore

_HIDDEN = ("draft", "embargoed")
_path_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
_date_option = click.option(
    "--date", "day", help="The day, such as 2026-03-01 (default: today, in UTC)."
)


@click.command()
@_path_argument
@folder_option
@click.option("--reason", required=True, help="Why; it stands on the page in its place.")
@_date_option
@click.pass_obj
def withdraw(
    parent: Path | None,
    /,
    paths: tuple[str, ...],
    folder: Path | None,
    reason: str,
    day: str | None,
) -> None:
    """Withdraw reports: their addresses say when and why, and nothing else of them is left.

    PATH is a file (articles/2016/x.md), a path (2016/x), or the address of the page. Either all of
    them are withdrawn, or none. No file is removed.

    Exit status: 0 if all of them were withdrawn, 1 otherwise.
    """
    archive, settings = open_archive(folder or parent)
    store = ArticleStore(archive)
    try:
        made = withdrawals(store, _found(store, paths), _day(day), _said(reason, "--reason"))
        for amendment in made:
            write(store, amendment)
            click.echo(f"{amendment.file}: withdrawn")
            _tell_what_is_left(store, settings, amendment)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error


@click.command()
@_path_argument
@folder_option
@click.option("--note", required=True, help="What was wrong, and what is right.")
@_date_option
@click.pass_obj
def correct(
    parent: Path | None,
    /,
    paths: tuple[str, ...],
    folder: Path | None,
    note: str,
    day: str | None,
) -> None:
    """Add a dated correction to reports. It stands at the top of the page.

    PATH is a file (articles/2016/x.md), a path (2016/x), or the address of the page. Correct the
    text itself by hand.

    Exit status: 0 if all of them were changed, 1 otherwise.
    """
    archive, _ = open_archive(folder or parent)
    store = ArticleStore(archive)
    try:
        made = corrections(store, _found(store, paths), _day(day), _said(note, "--note"))
        for amendment in made:
            write(store, amendment)
            click.echo(f"{amendment.file}: correction added")
            if amendment.was.status in _HIDDEN:
                click.echo(f"    the report is not public: its status is {amendment.was.status}")
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error


def _found(store: ArticleStore, paths: Iterable[str]) -> list[str]:
    """The article of each path; every one that is not there is named."""
    found, missing = [], []
    for given in paths:
        try:
            found.append(find_report(store, given))
        except ArchiveError as error:
            missing.append(str(error))
    if missing:
        raise click.ClickException("\n".join(missing))
    return found


def _day(given: str | None) -> date:
    if given is None:
        return datetime.now(UTC).date()
    try:
        parsed = parse_edtf(given)
    except EdtfError as error:
        raise click.UsageError(f"--date: {error}") from error
    if not parsed.is_exact or parsed.earliest is None:
        raise click.UsageError(f"--date: {given!r} is not one day: write it as 2026-03-01")
    return parsed.earliest


def _said(text: str, option: str) -> str:
    if not text.strip():
        raise click.UsageError(f"{option} is empty: readers will want to know")
    return text.strip()


def _tell_what_is_left(store: ArticleStore, settings: Settings, made: Amendment) -> None:
    """What the withdrawal does not do by itself."""
    place = Place(made.path, address_of(made.path, made.was.language, settings))
    if made.was.status in _HIDDEN:
        click.echo(
            f"    it was {made.was.status}, and its address /{place.address} becomes public by this"
        )
    original = made.was.original.file if made.was.original else None
    for file in filter(None, (original, *(picture.file for picture in made.was.pictures))):
        click.echo(f"    {file} stays beside it in the repository, but not on the site")
    for mention in mentions(store, place):
        click.echo(f"    named in {mention}")
