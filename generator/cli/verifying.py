"""`archive verify`: is every original and every record still what it was?"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from generator.cli.opening import folder_option, open_archive
from generator.errors import ArchiveError
from generator.outputs.manifest import MANIFEST_FILE
from generator.pipeline.verifying import State, sha256_of_manifest, verify_archive, verify_site
from generator.store import ArticleStore

_FINE = (State.SAME, State.ELSEWHERE)


@click.command()
@click.argument("site", required=False, type=click.Path(exists=True, path_type=Path))
@folder_option
@click.pass_obj
def verify(parent: Path | None, /, site: Path | None, folder: Path | None) -> None:
    """Say which originals and records have changed, are missing, or are extra.

    Without SITE every original of the archive is compared with the SHA-256 in its article. With
    SITE, the folder of a built or downloaded site, its files are compared with its manifest.

    Exit status: 0 if all is as recorded, 1 otherwise.
    """
    counts: Counter[State] = Counter()
    try:
        if site is None:
            archive, _ = open_archive(folder or parent)
            found = verify_archive(ArticleStore(archive))
        else:
            site = site.parent if site.name == MANIFEST_FILE else site
            found = verify_site(site)
        for item in found:
            counts[item.state] += 1
            if item.state not in _FINE:
                detail = f": {item.detail}" if item.detail else ""
                click.echo(f"{item.state.value}  {item.file}{detail}")
        told = [f"{counts[state]} {state.value}" for state in State if counts[state]]
        click.echo(", ".join(told) or "nothing to verify")
        if site is not None:
            click.echo(f"{sha256_of_manifest(site)}  {MANIFEST_FILE}")
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error
    sys.exit(0 if set(counts) <= set(_FINE) else 1)
