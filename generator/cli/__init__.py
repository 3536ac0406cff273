"""The editors' command, `archive`: one module for each thing that it does.

Only here the archive prints and reads the clock.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator import __version__
from generator.cli.amending import correct, withdraw
from generator.cli.building import build
from generator.cli.checking import check
from generator.cli.copies import copies
from generator.cli.describing import schema
from generator.cli.exporting import export
from generator.cli.importing import import_
from generator.cli.moving import move
from generator.cli.opening import folder_option
from generator.cli.picturing import picture
from generator.cli.verifying import verify
from generator.cli.vocabulary import vocabulary


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="archive")
@folder_option
@click.pass_context
def main(context: click.Context, folder: Path | None) -> None:
    """Keep an archive of reports: import raw texts, check the articles, build the site."""
    context.obj = folder


for _command in (
    import_,
    build,
    check,
    copies,
    move,
    withdraw,
    correct,
    picture,
    verify,
    export,
    schema,
    vocabulary,
):
    main.add_command(_command)
