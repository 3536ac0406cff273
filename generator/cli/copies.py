"""`archive copies`: the same story twice among the articles, and `same_as` on the editor's word."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from generator.cli.opening import folder_option, open_archive
from generator.errors import ArchiveError
from generator.pipeline.amending import write
from generator.pipeline.copies import Pair, Version, linked, links, pairs
from generator.pipeline.finding import find_report
from generator.similarity import DEFAULT
from generator.store import ArticleStore

_SHARE = click.FloatRange(0.3, 1.0)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@folder_option
@click.option(
    "--above",
    type=_SHARE,
    default=DEFAULT,
    show_default=True,
    help="The least similarity that is listed.",
)
@click.option("--link", is_flag=True, help="Write same_as for every pair that is listed.")
@click.option("--all", "also_linked", is_flag=True, help="List pairs that are linked already, too.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.pass_obj
def copies(
    parent: Path | None,
    /,
    paths: tuple[str, ...],
    folder: Path | None,
    above: float,
    link: bool,
    also_linked: bool,
    form: str,
) -> None:
    """List pairs of articles that are near copies: wire copy cut, with another title or head.

    With PATH (a file, a path, or the address of a page), only pairs with these articles. A pair
    that you name so and link is taken for confirmed; otherwise the similarity stands in `inferred`.

    Exit status: 0, also if there are copies; 1 if the archive cannot be read or written.
    """
    archive, settings = open_archive(folder or parent)
    store = ArticleStore(archive)
    try:
        only = {find_report(store, path) for path in paths}
        found = _found(store, settings.own_names, above, only)
        listed = [pair for pair in found if also_linked or not pair.is_linked]
        for pair in sorted(listed, key=lambda pair: -pair.similarity):
            click.echo(_as_json(pair) if form == "json" else _as_text(pair))
        is_json = form == "json"
        click.echo(_summary(found, listed), err=is_json)
        if link:
            _link(store, found, confirmed=bool(only), quiet=is_json)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error


def _found(store: ArticleStore, own: Sequence[str], above: float, only: set[str]) -> list[Pair]:
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Comparing", total=len(store.paths()))
        return list(pairs(store, own, above, only, lambda: progress.advance(task)))


def _link(store: ArticleStore, found: Sequence[Pair], *, confirmed: bool, quiet: bool) -> None:
    made = links(store, found)
    for link, amendment in zip(made, linked(store, made, confirmed), strict=True):
        write(store, amendment)
        click.echo(f"{amendment.file}: same_as {link.original}", err=quiet)
    click.echo(f"{len(made)} linked", err=quiet)


def _as_text(pair: Pair) -> str:
    share = f"{pair.similarity:.2f}"
    mark = "  (linked)" if pair.is_linked else ""
    return f"{share}  {_told(pair.first)}{mark}\n      {_told(pair.second)}"


def _told(version: Version) -> str:
    known = (version.text("date"), version.text("source") or version.text("publisher"))
    facts = " · ".join(text for text in known if text and text != "XXXX")
    return f"articles/{version.path}.md{f'  {facts}' if facts else ''}"


def _as_json(pair: Pair) -> str:
    record = {
        "similarity": round(pair.similarity, 3),
        "first": f"articles/{pair.first.path}.md",
        "second": f"articles/{pair.second.path}.md",
        "linked": pair.is_linked,
    }
    return json.dumps(record, ensure_ascii=False)


def _summary(found: Sequence[Pair], listed: Sequence[Pair]) -> str:
    known = sum(pair.is_linked for pair in found)
    told = f"{len(listed)} pair{'' if len(listed) == 1 else 's'}"
    return f"{told}, {known} linked already" if known else told
