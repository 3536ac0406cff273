"""A real Dask cluster does the work: the same bytes, and what happens where it cannot."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.errors import ExecutorError
from generator.executors import Remote, dask, executor_for
from generator.executors.dask import DaskWorkers
from generator.model import RawReport
from generator.pipeline.building import site
from generator.pipeline.importing import SharedOut
from generator.pipeline.importing.inputs import Item
from generator.pipeline.importing.results import Prepared
from generator.pipeline.importing.sharing import Result
from tests.conftest import CONFIG, VOCABULARY, SmallArchive
from tests.executors.cluster import Cluster, running
from tests.pipeline.reports import report
from tests.site.conftest import SiteArchive
from tests.site.test_elsewhere import filled
from tests.site.test_incremental import tree

TODAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with running(tmp_path_factory.mktemp("cluster")) as cluster:
        yield cluster


@pytest.fixture
def cluster(started: Cluster) -> Cluster:
    """The cluster, with as many workers as at first, whatever a test did to them."""
    started.allow_failures(3)
    return started.when_whole()


def _after(results: int, act: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Do something once, when so many results have come; how many there are in the end."""
    original, counted = dask._Work.result, [0]

    def result(self: Any, shard: Any, task: Any, *tries: int) -> Any:
        counted[0] += 1
        if counted[0] == results:
            act()
        return original(self, shard, task, *tries)

    monkeypatch.setattr(dask._Work, "result", result)
    return counted


def test_a_build_gives_the_same_bytes_although_a_worker_is_killed(
    site_archive: SiteArchive,
    cluster: Cluster,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    filled(site_archive)
    monkeypatch.setattr(site, "PER_SHARD", 8)
    monkeypatch.setenv("ARCHIVE_WORKERS", "1")
    site_archive.build()
    here = tree(site_archive.site)
    engines = {f.name for f in (site_archive.site / "pagefind").rglob("*.js")}
    for place in ("site", ".archive"):
        shutil.rmtree(site_archive.folder / place)
    monkeypatch.setenv("ARCHIVE_EXECUTOR", cluster.address)
    counted = _after(4, cluster.kill_one, monkeypatch)
    capfd.readouterr()
    site_archive.build()
    assert counted[0] > 8
    assert tree(site_archive.site) == here
    assert {f.name for f in (site_archive.site / "pagefind").rglob("*.js")} == engines
    assert not list(site_archive.folder.rglob(".workers"))
    said = "".join(capfd.readouterr())
    assert "distributed" not in said
    assert "Traceback" not in said


def test_an_import_gives_the_same_bytes_although_a_worker_is_killed(
    tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    options: tuple[tuple[str, str], ...] = (("--workers", "1"), ("--executor", cluster.address))
    for how in options:
        folder = tmp_path / how[0]
        for number in range(150):
            (folder / "inbox").mkdir(parents=True, exist_ok=True)
            (folder / f"inbox/{number:03}.txt").write_text(report(number % 140))
        (folder / "inbox/large.html").write_text(f"<!--{'-x' * 600_000}--><p>A page.</p>")
        (folder / "inbox/nothing.bin").write_bytes(bytes(range(256)))
        (folder / "mkdocs.yml").write_text(CONFIG)
        (folder / "vocabulary.yml").write_text(VOCABULARY)
        archive = SmallArchive(folder)
        counted = _after(2, cluster.kill_one, monkeypatch)
        result = archive.run("import", *how, folder / "inbox")
        monkeypatch.undo()
        assert isinstance(result.exception, SystemExit | None)
        assert (counted[0] > 2) == (how[0] == "--executor")
        found.append((archive.listing(), result.output.replace(str(folder), "")))
    assert found[0] == found[1]
    assert len(found[0][0]) > 140


def read(items: Sequence[Item]) -> list[Result]:
    """What a worker does here; some texts are its end."""
    return [_read(item) for item in items]


def _read(item: Item) -> Result:
    if not isinstance(item, RawReport):
        return item
    if item.content == b"die":
        os.kill(os.getpid(), signal.SIGKILL)
    return Prepared(item, failure=item.name)


def test_a_report_that_ends_its_workers_is_named_and_the_rest_goes_on(cluster: Cluster) -> None:
    items: list[Item] = [
        RawReport.of(f"{n}.txt", b"die" if n == 33 else b"A text.", TODAY) for n in range(35)
    ]
    executor = DaskWorkers(cluster.address.replace("dask", "tcp", 1), few=0)
    cluster.allow_failures(0)
    results = [r for r in SharedOut(executor)(read, items) if isinstance(r, Prepared)]
    died = [r.raw.name for r in results if "ended the process" in r.failure]
    assert died == ["33.txt"]
    assert [r.raw.name for r in results] == [f"{n}.txt" for n in range(35)]


def test_work_that_ends_its_workers_is_named(cluster: Cluster) -> None:
    class Work:
        def do(self, shard: int) -> None:
            raise AssertionError(shard)

        def remote(self) -> Remote:
            return Remote(None, _die, str, _second, label=lambda shard: f"shard {shard}")

    executor = DaskWorkers(cluster.address.replace("dask", "tcp", 1), few=0)
    cluster.allow_failures(0)
    with pytest.raises(ExecutorError, match="shard 1 ended every worker"):
        list(executor.run(Work(), Work.do, [1]))


def test_another_program_on_the_workers_is_told(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask, "installed", lambda: {"Python": "2.7"})
    executor = DaskWorkers(cluster.address.replace("dask", "tcp", 1), few=0)
    items: list[Item] = [RawReport.of("a.txt", b"A text.", TODAY)]
    with pytest.raises(ExecutorError, match=r"Python: 2\.7, on the worker 3"):
        list(SharedOut(executor)(read, items))


def test_few_shards_are_not_sent(cluster: Cluster) -> None:
    executor = executor_for(cluster.address)
    items: list[Item] = [RawReport.of("a.txt", b"A text.", TODAY)]
    here = [r for r in SharedOut(executor)(_where, items) if isinstance(r, Prepared)]
    assert here[0].failure == str(os.getpid())


def _where(items: Sequence[Item]) -> list[Result]:
    here = str(os.getpid())
    return [Prepared(item, failure=here) for item in items if isinstance(item, RawReport)]


def _die(_: object, __: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _second(_: object, result: object) -> object:
    return result
