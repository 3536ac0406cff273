"""`archive picture`: a picture of an editor's own, beside a report."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.opening import folder_option, open_archive
from generator.errors import ArchiveError
from generator.pipeline.finding import find_report
from generator.pipeline.picturing import add_picture, plan_picture
from generator.store import ArticleStore


@click.command()
@click.argument("path")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@folder_option
@click.pass_obj
def picture(parent: Path | None, /, path: str, file: Path, folder: Path | None) -> None:
    """Put a picture beside a report, without what it tells of place, people and device.

    PATH is a file (articles/2016/x.md), a path (2016/x), or the address of the page. FILE is a
    JPEG, PNG, GIF or WebP; it stays where it is. Write the line that is printed where the picture
    is to stand, with words between its brackets that say what is to be seen.

    Exit status: 0 if the picture stands beside the report, 1 otherwise.
    """
    archive, _ = open_archive(folder or parent)
    store = ArticleStore(archive)
    try:
        found = find_report(store, path)
        added = plan_picture(store, found, file)
        add_picture(store, found, added)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error
    gone = len(added.came_as) - len(added.content)
    click.echo(f"articles/{found}.md: picture {added.file}" + _told(gone))
    click.echo(f"    ![what is to be seen]({added.file})")


def _told(gone: int) -> str:
    return f"; {gone:,} bytes that it does not show were left out" if gone else ""
