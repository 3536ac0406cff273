"""Measures the search: making its index, making one shard again, and what a query costs a reader.

python -m benchmarks.searching [--reports N] [--processes P] [--site FOLDER] [--keep FILE]

Bytes are those of whole answers with their headers, as Chromium counts them, with texts compressed.
Each query begins with an empty cache: its first results, then what narrows them, then all shards;
after that another query. With ``--site`` the index stays, and is not made again.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import click
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks.corpus import Corpus
from benchmarks.peers import peers
from benchmarks.running import run
from benchmarks.serving import served
from benchmarks.words import tongues
from generator.archive import PublicArchive
from generator.model import FileGroup, FrontMatter, Report
from generator.outputs.search_index import closing_files, file_groups
from generator.pagefind import words_of
from generator.publication import publish
from generator.settings import read_settings
from generator.vocabulary import read_vocabulary

_FRAME = 40  # reports of the site whose pages the search stands in
_RANKS = {"frequent": 60, "usual": 900, "rare": 12_000}  # of words, by how often they are used
_PATIENCE = 300_000  # milliseconds
_FIGURES = "index.json"
_IDLE = "document.getElementById('archive-results').getAttribute('aria-busy') === 'false'"

_groups: list[FileGroup] = []  # what forked processes have from this one


@dataclass(frozen=True)
class Made:
    """What one group of files took.

    Attributes:
        seconds: of a processor, with those of Pagefind.
        memory: bytes of the process and of the largest that it began.
    """

    name: str
    seconds: float
    memory: int
    files: int
    bytes: int


@dataclass(frozen=True)
class Asked:
    """What a reader loads, in kilobytes."""

    query: str
    first: float
    facets: float
    everything: float
    later: float


@click.command()
@click.option("--reports", default=10_000, show_default=True, help="How many reports.")
@click.option("--processes", default=os.cpu_count() or 1, help="How many make the index.")
@click.option("--site", type=click.Path(path_type=Path), help="Where the site is, or is to be.")
@click.option("--keep", type=click.Path(path_type=Path), help="Write the figures to a JSON file.")
def main(reports: int, processes: int, site: Path | None, keep: Path | None) -> None:
    """Measure the search of an archive of this size."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as temporary:
        folder = site or Path(temporary) / "archive"
        if not (folder / _FIGURES).exists():
            _prepare(folder)
            figures = _make(folder, reports, processes)
            (folder / _FIGURES).write_text(json.dumps(figures), "utf-8")
        index = json.loads((folder / _FIGURES).read_text("utf-8"))
        asked = _ask(folder / "site")
    console = Console()
    for name, value in index.items():
        console.print(f"{name}: {value}", highlight=False)
    console.print(_table(asked))
    if keep is not None:
        content = {**index, "kilobytes": [asdict(one) for one in asked]}
        keep.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _prepare(folder: Path) -> None:
    """A small site: the pages that the search stands in."""
    archive = peers()[1]
    archive.prepare(folder, Corpus())
    archive.add(folder, Corpus().reports(_FRAME))
    run(archive.commands[0], folder)
    shutil.rmtree(folder / "site/pagefind")


def _make(folder: Path, reports: int, processes: int) -> Mapping[str, object]:
    """The index of so many reports in the place of the small site's."""
    archive = _archive(folder, reports)
    _groups[:] = file_groups(archive)
    start = time.perf_counter()
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        work = ((number, folder / "site") for number in range(len(_groups)))
        made = list(pool.imap_unordered(_made, work))
    seconds = time.perf_counter() - start
    site = folder / "site"
    for file in closing_files(archive, lambda path: (site / path).read_bytes()):
        (site / file.path).write_bytes(file.content)
    shards = json.loads((site / "pagefind/shards.json").read_bytes())["shards"]
    counts = sorted(int(shard["count"]) for shard in shards)
    return {
        "reports": reports,
        "shards": len(shards),
        "reports in a shard": [counts[0], int(statistics.median(counts)), counts[-1]],
        "seconds, all shards": round(seconds, 1),
        "processor seconds, all shards": round(sum(one.seconds for one in made), 1),
        "largest process in megabytes, without what it shares": max(o.memory for o in made)
        // 10**6,
        "files": sum(one.files for one in made),
        "megabytes": sum(one.bytes for one in made) // 10**6,
        "processor seconds, one shard alone": _alone(shards),
    }


def _archive(folder: Path, reports: int) -> PublicArchive:
    known = (
        Report(one.path, FrontMatter.model_validate(one.fields), one.body)
        for one in Corpus().reports(reports)
    )
    return publish(known, read_settings(folder), read_vocabulary(folder), lambda *_: b"")


def _made(work: tuple[int, Path]) -> Made:
    number, site = work
    group = _groups[number]
    start = _processor_seconds()
    files = size = 0
    for file in group.make():
        path = site / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        files, size = files + 1, size + len(file.content)
    return Made(group.name, _processor_seconds() - start, _own_memory(), files, size)


def _alone(shards: Iterable[Mapping[str, object]]) -> Mapping[str, float]:
    """The largest shard of each language, as if by a process that knows no word yet."""
    taken = {}
    for language in {str(shard["language"]) for shard in shards}:
        own = [shard for shard in shards if shard["language"] == language]
        largest = max(own, key=lambda shard: int(str(shard["count"])))
        name = str(largest["path"]).removeprefix("pagefind/").strip("/").replace("/", " ")
        (group,) = (group for group in _groups if group.name == f"search {name}")
        words_of.cache_clear()
        start = _processor_seconds()
        list(group.make())
        taken[f"{language}, {largest['count']} reports"] = round(_processor_seconds() - start, 2)
    return taken


def _processor_seconds() -> float:
    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def _own_memory() -> int:
    """Bytes of this process that are its own, and of the largest one that it waited for."""
    status = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    own = sum(int(line.split()[1]) for line in status if line.startswith("Private_"))
    return (own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) * 1024


def _ask(site: Path) -> Sequence[Asked]:
    with served(site) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        return [_asked(browser, root, query) for query in _queries()]


def _queries() -> Iterable[str]:
    """One, two and three words of each frequency in each language, and phrases."""
    for tongue in tongues():
        for rank in _RANKS.values():
            yield tongue.words[rank]
        for rank in list(_RANKS.values())[:2]:
            yield f"{tongue.words[rank]} {tongue.words[rank + 3]}"
            yield f"{tongue.words[rank]} {tongue.words[rank + 3]} {tongue.words[rank + 6]}"
        yield f'"{tongue.words[3]} {tongue.words[60]}"'


def _asked(browser: Browser, root: str, query: str) -> Asked:
    with browser.new_context() as context:
        page = context.new_page()
        loaded = _Loaded(context.new_cdp_session(page))
        prefix = "ar/" if "\u0621" <= max(query) <= "\u06ff" else ""
        page.goto(f"{root}{prefix}search/")
        page.locator("#archive-query").fill(query)
        page.locator("#archive-search button[type=submit]").click()
        _wait(page)
        first = loaded.take()
        page.locator("#archive-narrow > summary").click()
        page.locator("#archive-panel fieldset").first.wait_for(timeout=_PATIENCE)
        page.wait_for_load_state("networkidle")
        facets = loaded.take()
        page.locator("#archive-narrow > summary").click()
        if page.locator("#archive-all").is_visible():
            page.locator("#archive-all").click()
            _wait(page)
        everything = first + loaded.take()
        page.locator("#archive-query").fill(f"{query} {query[:-1]}")
        page.locator("#archive-search button[type=submit]").click()
        _wait(page)
        return Asked(query, first, facets, everything, loaded.take())


def _wait(page: Page) -> None:
    page.wait_for_timeout(200)
    for _ in range(_PATIENCE // 100):
        if page.evaluate(_IDLE):
            page.wait_for_load_state("networkidle")
            return
        page.wait_for_timeout(100)
    raise RuntimeError(f"no answer: {page.locator('#archive-status').inner_text()}")


class _Loaded:
    """Bytes that a page has loaded."""

    def __init__(self, session: CDPSession) -> None:
        self._bytes = 0.0
        session.on("Network.loadingFinished", self._add)
        session.send("Network.enable")

    def _add(self, event: Mapping[str, float]) -> None:
        self._bytes += event["encodedDataLength"]

    def take(self) -> float:
        """Kilobytes since the last time."""
        taken, self._bytes = self._bytes, 0.0
        return round(taken / 1000, 1)


def _table(asked: Sequence[Asked]) -> Table:
    table = Table(title="kilobytes for a reader")
    for column in ("query", "first results", "what narrows them", "all shards", "a later query"):
        table.add_column(column, justify="left" if column == "query" else "right")
    for one in asked:
        row = (one.first, one.facets, one.everything, one.later)
        table.add_row(one.query, *(f"{value:.0f}" for value in row))
    return table


if __name__ == "__main__":
    if shutil.which("chromium") is None:
        sys.exit("Chromium is missing: install it under this name")
    main()
