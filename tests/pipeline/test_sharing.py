"""Reading shared out to processes: the same articles, flat memory, and what survives an end."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from generator.cli.failures import failed_inputs
from generator.model import RawReport
from generator.pipeline.importing.inputs import Item
from generator.pipeline.importing.results import Begun, Finished, Prepared
from generator.pipeline.importing.sharing import Result, Workers, shards
from tests.conftest import CONFIG, VOCABULARY, WIRE, SmallArchive
from tests.importers.test_zip import packed
from tests.importers.warcs import Crawl, story
from tests.pipeline.reports import report

TODAY = date(2026, 1, 1)
COMMAND = (sys.executable, "-c", "from generator.cli import main; main()")


def _raw(number: int, content: bytes = b"A text.") -> RawReport:
    return RawReport.of(f"{number}.txt", content, TODAY)


def echoed(items: Sequence[Item]) -> list[Result]:
    """What a worker does in these tests; some texts are its end."""
    return [_echoed(item) for item in items]


def _echoed(item: Item) -> Result:
    if not isinstance(item, RawReport):
        return item
    if item.content == b"die":
        os.kill(os.getpid(), signal.SIGKILL)
    return Prepared(item, failure=item.name)


def _mixed(folder: Path) -> None:
    """An inbox with all kinds of things in it, good and bad, twins among them."""
    for number in range(70):
        (folder / f"{number:03}.txt").write_text(report(number % 60))
    (folder / "070.html").write_bytes(story(70))
    (folder / "071.bin").write_bytes(bytes(range(256)))
    crawl = Crawl()
    for number in range(40):
        crawl.add(f"https://port.example/{number}", story(number))
    (folder / "072.warc.gz").write_bytes(crawl.bytes())
    (folder / "073.zip").write_bytes(packed({f"{n}.txt": report(100 + n) for n in range(40)}))
    (folder / "074.txt").write_text(WIRE)


def test_any_number_of_processes_gives_the_same_articles(tmp_path: Path) -> None:
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    _mixed(inputs)
    found = []
    for workers in ("1", "2", "3"):
        folder = tmp_path / workers
        shutil.copytree(inputs, folder / "inbox")
        (folder / "mkdocs.yml").write_text(CONFIG)
        (folder / "vocabulary.yml").write_text(VOCABULARY)
        archive = SmallArchive(folder)
        result = archive.run("import", "--workers", workers, folder / "inbox")
        assert "1 failed" in result.output
        found.append((archive.listing(), result.output.replace(str(folder), "")))
    assert found[0] == found[1] == found[2]
    assert len(found[0][0]) > 140


def test_results_keep_the_order_of_the_items() -> None:
    items: list[Item] = [_raw(number) for number in range(150)]
    items.insert(40, Begun(_raw(1)))
    items.insert(90, Finished(_raw(1)))
    results = list(Workers(2)(echoed, items))
    assert [type(r) is Prepared for r in results] == [isinstance(i, RawReport) for i in items]
    names = [result.failure for result in results if isinstance(result, Prepared)]
    assert names == [item.name for item in items if isinstance(item, RawReport)]


def test_only_a_window_of_items_is_taken_at_a_time() -> None:
    taken = 0

    def items() -> Iterator[RawReport]:
        nonlocal taken
        for number in range(2000):
            taken += 1
            yield _raw(number)

    results = Workers(1)(echoed, items())
    next(results)
    assert taken < 300
    assert len(list(results)) == 1999


def test_shards_are_cut_by_number_and_by_weight() -> None:
    assert [len(shard) for shard in shards(_raw(n) for n in range(70))] == [32, 32, 6]
    heavy = [_raw(n, bytes(1_500_000)) for n in range(5)]
    assert [len(shard) for shard in shards(heavy)] == [2, 2, 1]
    assert list(shards(())) == []


def test_a_report_that_ends_its_process_is_named_and_the_rest_goes_on() -> None:
    items = [_raw(number, b"die" if number in (7, 90) else b"A text.") for number in range(120)]
    results = list(Workers(2)(echoed, items))
    died = [
        r.raw.name for r in results if isinstance(r, Prepared) and "ended the process" in r.failure
    ]
    assert died == ["7.txt", "90.txt"]
    assert len(results) == 120


def _started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [*COMMAND, "-C", str(folder), "import", *arguments, str(folder / "inbox")]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def _wait(until: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not until():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_an_import_that_is_ended_goes_on_and_gives_the_same_archive(
    archive: SmallArchive, tmp_path: Path, number: signal.Signals
) -> None:
    """Ended at IMPORT_ENDS random moments (2) of an import of IMPORT_FILES files (200)."""
    files, ends = (
        int(os.environ.get(*of)) for of in (("IMPORT_FILES", "200"), ("IMPORT_ENDS", "2"))
    )
    for n in range(files):
        archive.write(f"inbox/{n:05}.txt", report(n % (files - 20)))  # twins among them
    whole = SmallArchive(tmp_path / "whole")
    shutil.copytree(archive.folder, whole.folder)
    assert whole.run("import", whole.folder / "inbox").exit_code == 0
    chance = random.Random(files + number)
    for _ in range(ends):
        done = len(archive.articles())
        started = _started(archive.folder, "--workers", "2")
        until = min(done + 1 + chance.randrange(files // ends), files - 40)
        _wait(lambda at_least=until: len(archive.articles()) >= at_least)  # type: ignore[misc]
        time.sleep(chance.random() / 5)
        started.send_signal(number)
        output, _ = started.communicate(timeout=60)
        if started.returncode == 130:
            assert b"Stopped: import the same again" in output
    for path, content in archive.listing().items():
        if path.startswith("articles/") and "/.writing-" not in path:
            assert content == whole.listing()[path]
    result = archive.run("import", archive.folder / "inbox")
    assert result.exit_code == 0, result.output
    assert _kept(archive) == _kept(whole)


def _kept(archive: SmallArchive) -> dict[str, bytes]:
    return {n: c for n, c in archive.listing().items() if not n.startswith(".archive/")}


def test_no_process_outlives_its_parent(archive: SmallArchive) -> None:
    for n in range(400):
        archive.write(f"inbox/{n:03}.txt", report(n))
    started = _started(archive.folder, "--workers", "2")
    _wait(lambda: len(archive.articles()) >= 5)
    children = Path(f"/proc/{started.pid}/task/{started.pid}/children").read_text().split()
    assert children
    started.kill()
    started.communicate(timeout=60)
    _wait(lambda: not any(_runs(child) for child in children))


def _runs(process: str) -> bool:
    try:
        return ") Z" not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


def test_failures_are_listed_and_imported_again(archive: SmallArchive) -> None:
    bad = archive.write("inbox/bad.bin", bytes(range(256)))
    crawl = Crawl().add("https://port.example/1", story(1))
    crawl.add("https://port.example/2", story(2), warc={"WARC-Truncated": "length"})
    export = archive.write("inbox/crawl.warc.gz", crawl.bytes())
    listed = archive.folder / "failures.jsonl"
    result = archive.run("import", "--failures", listed, archive.folder / "inbox")
    assert result.exit_code == 1
    assert failed_inputs(listed) == (bad, export)
    bad.write_text(WIRE)
    result = archive.run("import", "--again", listed, "--failures", listed)
    assert "1 imported, 1 already there, 1 failed" in result.output
    assert failed_inputs(listed) == (export,)
    assert "was cut when it was captured" in listed.read_text()


def test_a_name_that_is_no_text_comes_back(tmp_path: Path) -> None:
    archive = SmallArchive(tmp_path)
    name = tmp_path / os.fsdecode(b"caf\xe9.bin")
    name.write_bytes(bytes(range(256)))
    archive.run("import", "--failures", tmp_path / "list", name)
    assert failed_inputs(tmp_path / "list") == (name,)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b"a text"])
def test_what_is_no_list_of_failures(archive: SmallArchive, content: bytes) -> None:
    result = archive.run("import", "--again", archive.write("list", content))
    assert result.exit_code == (2 if content else 0)


def test_nothing_to_import(archive: SmallArchive) -> None:
    assert archive.run("import").exit_code == 2


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="tells what a process blocks")
def test_processes_know_no_interrupt_from_their_first_moment() -> None:
    """Python itself would end with a traceback at a Ctrl-C while it loads its modules."""
    found = Workers(1)(echoed_mask, iter([_raw(1)]))
    (prepared,) = found
    assert isinstance(prepared, Prepared)
    blocked = next(
        line for line in prepared.failure.splitlines() if line.startswith("SigBlk:")
    ).split()[1]
    assert int(blocked, 16) & 1 << (signal.SIGINT - 1)


def echoed_mask(items: Sequence[Item]) -> list[Result]:
    """What a worker's process blocks."""
    status = Path("/proc/self/status").read_text()
    return [Prepared(item, failure=status) for item in items if isinstance(item, RawReport)]


def test_no_command_waits_for_what_the_others_need() -> None:
    code = "import sys; from generator.cli import main; print(*sys.modules)"
    loaded = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, text=True, check=True
    )
    assert "generator.inference" not in loaded.stdout.split()
