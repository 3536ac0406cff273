"""`archive move`: a report to another path, with a redirect from the one before."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.opening import folder_option, open_archive
from generator.errors import ArchiveError
from generator.pipeline.finding import find_report, path_in
from generator.pipeline.mentions import mentions
from generator.pipeline.moving import carry_out, has_moved, plan_move
from generator.store import ArticleStore


@click.command()
@click.argument("path")
@click.argument("newpath")
@folder_option
@click.pass_obj
def move(parent: Path | None, /, path: str, newpath: str, folder: Path | None) -> None:
    """Move a report, with its original, and leave redirects from its addresses.

    PATH is a file (articles/2016/x.md), a path (2016/x), or the address of the page. NEWPATH is
    such a path too, or a folder with a slash at its end (2017/). References and links to the report
    are mended. Nothing is overwritten. A move that was interrupted goes on when asked for again.

    Exit status: 0 if the report stands at its new path, 1 otherwise.
    """
    archive, settings = open_archive(folder or parent)
    store = ArticleStore(archive)
    try:
        new = path_in(newpath)
        if newpath.rstrip().endswith("/") and "/" not in new:
            new = f"{new}/{path_in(path).rpartition('/')[2]}"
        if has_moved(store, settings, path_in(path), new):
            click.echo(f"articles/{new}.md stands there already")
            return
        old = find_report(store, path)
        planned = plan_move(store, settings, old, new)
        named = [name for name, _, _ in planned.mended]
        for written in carry_out(store, planned):
            click.echo(f"{'~' if written in named else '+'} {written}")
        click.echo(f"- {planned.old.file}")
        for entry in planned.redirects:
            click.echo(f"    keeps answering: /{entry}")
        for mention in mentions(store, planned.old):
            click.echo(f"    still named in {mention}")
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error
