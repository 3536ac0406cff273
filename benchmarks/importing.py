"""Measures the import: pages beside trafilatura, texts a second, memory over a file of 200 MB.

python -m benchmarks.importing [--pages N] [--texts N] [--rounds R] [--megabytes M]

Processor time is compared, since it hardly depends on what else the machine does; each round
measures everyone in turn.
"""

from __future__ import annotations

import datetime
import gzip
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks.running import run
from benchmarks.saved_pages import saved_pages
from benchmarks.words import tongues
from generator.html import page_parts
from generator.inference import Context
from generator.inference.agencies import agencies_for
from generator.model import RawReport
from generator.pipeline.importing import here, prepared
from generator.vocabulary import read_vocabulary

_WORDS = 450
_DAY = datetime.date(2026, 1, 1)
_ROOT = Path(__file__).parents[1]

Work = Callable[[Sequence[bytes]], object]


@click.command()
@click.option("--pages", default=200, show_default=True, help="How many pages.")
@click.option("--texts", default=1000, show_default=True, help="How many texts.")
@click.option("--rounds", default=3, show_default=True, help="How often each is measured.")
@click.option(
    "--megabytes", default=200, show_default=True, help="Size of the web archive; 0: none."
)
def main(pages: int, texts: int, rounds: int, megabytes: int) -> None:
    """Measure reading and inferring on one core, and the memory of a whole import."""
    console = Console()
    console.print(_pages_table(list(saved_pages(pages)), rounds))
    written, read = _texts(texts * (rounds + 1)), _reader("report.txt")
    _taken(read, list(islice(written, texts)))  # the model and the caches of words
    seconds = [_taken(read, list(islice(written, texts))) for _ in range(rounds)]
    rate = texts / statistics.median(seconds)
    console.print(f"texts of {_WORDS} words: {rate:.0f} a second of one core, each read once")
    if megabytes:
        console.print(_import_of_much(megabytes))


def _pages_table(corpus: Sequence[bytes], rounds: int) -> Table:
    peers: dict[str, Work] = {
        "trafilatura: text alone": _one_by_one(_text_alone),
        "trafilatura: XML with links, tables and metadata": _one_by_one(_whole),
        "our reading: body, fields, language of the page": _one_by_one(
            lambda content: page_parts(RawReport.of("page.html", content, _DAY))
        ),
        "our import: reading and inferring": _reader("page.html"),
    }
    for work in peers.values():
        _taken(work, corpus[:10])
    measured: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(rounds):
        for name, work in peers.items():
            measured[name].append(_taken(work, corpus) / len(corpus) * 1000)
    middle = {name: statistics.median(rounds) for name, rounds in measured.items()}
    alone, whole, *_ = middle.values()
    table = Table(title=f"{len(corpus):,} saved pages")
    for column in ("", "ms a page", "ratio to text alone", "ratio to XML"):
        table.add_column(column, justify="right" if column else "left")
    for name, value in middle.items():
        table.add_row(name, f"{value:.2f}", f"{value / alone:.2f}", f"{value / whole:.2f}")
    return table


def _one_by_one(work: Callable[[bytes], object]) -> Work:
    def for_all(corpus: Sequence[bytes]) -> None:
        for content in corpus:
            work(content)

    return for_all


def _text_alone(page: bytes) -> object:
    from trafilatura import extract

    return extract(page)


def _whole(page: bytes) -> object:
    from trafilatura import extract

    return extract(
        page,
        output_format="xml",
        include_comments=False,
        include_formatting=True,
        include_images=True,
        include_links=True,
        with_metadata=True,
    )


def _reader(name: str) -> Work:
    """Reads as many together as an import does."""
    vocabulary = read_vocabulary(_ROOT)
    context = Context(vocabulary, agencies_for(vocabulary), ("Harbour Watch",))
    read = partial(prepared, context=context)
    return lambda corpus: list(here(read, (RawReport.of(name, page, _DAY) for page in corpus)))


def _taken(work: Work, corpus: Sequence[bytes]) -> float:
    """Processor seconds."""
    start = time.process_time()
    work(corpus)
    return time.process_time() - start


def _texts(count: int) -> Iterator[bytes]:
    english, arabic = tongues()
    for number in range(count):
        chance = random.Random(f"text/{number}")
        tongue = arabic if chance.random() < 1 / 3 else english
        sentences = tongue.sentences(_WORDS, chance)
        paragraphs = [" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3)]
        day = _DAY - datetime.timedelta(days=chance.randrange(4000))
        head = f"{tongue.title(chance)}\n\nBy {english.name(chance, 2).title()}\n\nNuwar, {day:%b %d, %Y} – "
        yield (head + "\n\n".join(paragraphs) + f"\n\n© {day.year} Tarn Mirror\n").encode()


def _import_of_much(megabytes: int) -> str:
    """What the import of a web archive of this size, unpacked, takes; written to nothing."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        file = Path(folder) / "crawl.warc.gz"
        pages = _write_crawl(file, megabytes * 1_000_000)
        command = (sys.executable, "-c", "from generator.cli import main; main()")
        taken = run((*command, "-C", folder, "import", "--dry-run", str(file)), Path(folder))
    return (
        f"a web archive of {megabytes} MB unpacked, {pages:,} pages: {taken.seconds:.0f} s,"
        f" {taken.cpu:.0f} s of processors, {taken.memory / 1e6:.0f} MB in the largest process"
    )


def _write_crawl(file: Path, size: int) -> int:
    written = number = 0
    samples = list(saved_pages(200))
    with file.open("wb") as packed:
        while written < size:
            page = samples[number % len(samples)].replace(
                b"Tarn Mirror", b"Tarn Mirror %d" % number
            )
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
            fields = (
                b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2019-11-20T06:00:00Z\r\n"
                b"WARC-Target-URI: https://mirror.example/%d\r\nContent-Length: %d\r\n\r\n"
            ) % (number, len(http))
            packed.write(gzip.compress(fields + http + b"\r\n\r\n", 6))
            written, number = written + len(http), number + 1
            if written >= size:
                break
    return number


if __name__ == "__main__":
    main()
