"""Results as tables: on the terminal, and on a page of the docs that a test keeps true.

python -m benchmarks.results_shown writes docs/contributing/benchmarks.md from benchmarks/results/.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.table import Table

from benchmarks.chart import chart
from benchmarks.peers import ARCHIVE, SEARCHED
from benchmarks.results import COLD, NOTHING, WORKS, Results

_HERE = Path(__file__).parent
KEPT = _HERE / "results"
PAGE = _HERE.parent / "docs/contributing/benchmarks.md"
COLUMNS = ("work", "generator", "seconds", "spread", "CPU", "memory", "files", "×", "× with search")
_CHARTED = (COLD, NOTHING, "one added")
MARK = "<!-- figures: written by python -m benchmarks.results_shown -->"


def rows(results: Results) -> Iterator[Sequence[str]]:
    """A row for each work and generator, as ``COLUMNS`` has it."""
    for work in WORKS:
        own = [results.median(work, name) for name in (ARCHIVE, SEARCHED)]
        for peer in results.peers:
            middle = results.median(work, peer)
            if middle is None:
                continue
            rounds = results.of(work, peer)
            seconds = [one.taken.seconds for one in rounds]
            cpu = sorted(one.taken.cpu for one in rounds)[len(rounds) // 2]
            memory = max(one.taken.memory for one in rounds) / 1e6
            ratios = (f"{middle / base:.2f}" if base else "" for base in own)
            yield (
                work,
                peer,
                f"{middle:.2f}",
                f"{min(seconds):.2f} – {max(seconds):.2f}",
                f"{cpu:.1f}",
                f"{memory:,.0f} MB",
                f"{max(one.rewritten for one in rounds):,}",
                *ratios,
            )


def size_rows(results: Results) -> Iterator[Sequence[str]]:
    """What each site takes of a host."""
    for peer, size in results.sizes.items():
        yield (
            peer,
            f"{size.bytes / results.reports / 1e3:.0f} kB",
            f"{size.files / results.reports:.1f}",
            f"{size.largest_list / 1e3:.0f} kB",
        )


def table(results: Results) -> Table:
    """For a terminal."""
    shown = Table(title=f"{results.reports:,} reports")
    for column in COLUMNS:
        shown.add_column(column, justify="left" if column in COLUMNS[:2] else "right")
    last = ""
    for row in rows(results):
        if last and row[0] != last:
            shown.add_section()
        last = row[0]
        shown.add_row(*row)
    shown.add_section()
    for peer, size, files, largest in size_rows(results):
        shown.add_row("size of the site", peer, size, f"{files} files a report", "", "", largest)
    return shown


def page(text: str, kept: Sequence[Results]) -> str:
    """The page of the docs with these figures in the place of those that it has."""
    sections = (line for one in kept for line in _section(one))
    return "\n".join((text.partition(MARK)[0] + MARK, "", *_growth(kept), *sections))


def _growth(kept: Sequence[Results]) -> Iterator[str]:
    yield "## Growth\n"
    yield "Both scales of the charts are logarithmic. A cold build, in milliseconds a report:\n"
    peers = list(dict.fromkeys(peer for one in kept for peer in one.peers))
    yield f"| reports | {' | '.join(peers)} |"
    yield f"|{'---|' * (len(peers) + 1)}"
    for one in kept:
        middles = (one.median(COLD, peer) for peer in peers)
        cells = (f"{1000 * middle / one.reports:.2f}" if middle else "" for middle in middles)
        yield f"| {one.reports:,} | {' | '.join(cells)} |"
    yield ""
    for work in _CHARTED:
        yield from (
            "<figure>",
            _chart(work, peers, kept),
            f"<figcaption>{work.capitalize()}</figcaption>",
        )
        yield "</figure>\n"


def _chart(work: str, peers: Sequence[str], kept: Sequence[Results]) -> str:
    series = {peer: [(one.reports, one.median(work, peer)) for one in kept] for peer in peers}
    known = {peer: [(x, y) for x, y in points if y] for peer, points in series.items()}
    title = f"Seconds by number of reports, {work}: the figures are in the tables below."
    return chart(title, "reports", "seconds", {peer: line for peer, line in known.items() if line})


def _section(results: Results) -> Iterator[str]:
    yield f"## {results.reports:,} reports\n"
    yield from (f"{value}." for value in results.machine.values())
    yield from ("", *_lines(COLUMNS, rows(results)))
    columns = ("site", "bytes a report", "files a report", "largest list page")
    yield from ("", *_lines(columns, size_rows(results)), "")
    for peer, said in results.failures.items():
        yield f"{peer} failed: {said.splitlines()[0]}\n"


def _lines(columns: Sequence[str], cells: Iterator[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    yield from (f"| {' | '.join(row)} |" for row in cells)


def kept() -> list[Results]:
    """The runs that were kept, the smallest first."""
    found = (Results.read(file) for file in KEPT.glob("*.json"))
    return sorted(found, key=lambda one: one.reports)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8"), kept()), "utf-8")
