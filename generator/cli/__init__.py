"""The editors' command, `archive`: one module for each thing that it does.

Only here the archive prints and reads the clock. A command's module is loaded when the command is called,
so that none waits for what the others need.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import cast

import click

from generator import __version__
from generator.cli.opening import folder_option

_COMMANDS: Mapping[str, str] = {
    "import": "importing:import_",
    "build": "building:build",
    "check": "checking:check",
    "copies": "copies:copies",
    "move": "moving:move",
    "withdraw": "amending:withdraw",
    "correct": "amending:correct",
    "picture": "picturing:picture",
    "verify": "verifying:verify",
    "export": "exporting:export",
    "schema": "describing:schema",
    "vocabulary": "vocabulary:vocabulary",
}
"""Each command, with its module in this package and its name there."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name, loaded now; None where there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        return cast(click.Command, getattr(import_module(f"{__name__}.{module}"), name))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="archive")
@folder_option
@click.pass_context
def main(context: click.Context, folder: Path | None) -> None:
    """Keep an archive of reports: import raw texts, check the articles, build the site."""
    context.obj = folder
