"""`archive build`: the site, by MkDocs, with the work shared out as asked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from generator.cli.opening import executor_option, folder_option, open_archive
from generator.executors import VARIABLE
from generator.settings import CONFIG_FILE


@click.command()
@folder_option
@click.option("--strict", is_flag=True, help="Any warning fails, and the site of before stays.")
@executor_option
@click.option(
    "--workers", type=click.IntRange(1, 256), help="Processes that work; else one a core."
)
@click.option("--without-search", is_flag=True, help="Make no search index.")
@click.pass_obj
def build(
    parent: Path | None,
    /,
    folder: Path | None,
    strict: bool,
    executor: str | None,
    workers: int | None,
    without_search: bool,
) -> None:
    """Build the site, as `mkdocs build` does.

    Exit status: that of MkDocs: 0 when the site was built.
    """
    archive, _ = open_archive(folder or parent)
    asked = {
        VARIABLE: executor or "",
        "ARCHIVE_WORKERS": str(workers) if workers else "",
        "ARCHIVE_SEARCH": "off" if without_search else "",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(archive / CONFIG_FILE)]
    environment = {**os.environ, **{name: value for name, value in asked.items() if value}}
    sys.stdout.flush()
    built = subprocess.run([*command, *(["--strict"] if strict else [])], env=environment)
    sys.exit(built.returncode)
