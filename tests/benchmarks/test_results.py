"""The benchmark: what it does with sites that build, fail and change, and the page that tells of it."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.__main__ import measure
from benchmarks.corpus import Corpus, Report
from benchmarks.peers import ARCHIVE, HUGO, Peer, peers
from benchmarks.results import COLD, NOTHING, WORKS, Measurement, Results, Size
from benchmarks.results_shown import PAGE, kept, page, rows
from benchmarks.running import Taken

BUILD = """
import pathlib, sys
site = pathlib.Path("site")
site.mkdir(exist_ok=True)
for source in sorted(pathlib.Path("in").rglob("*.md")):
    target = site / source.name
    if not target.exists() or target.read_text() != source.read_text():
        target.write_text(source.read_text())
for target in site.iterdir():
    if not list(pathlib.Path("in").rglob(target.name)):
        target.unlink()
(site / "index.html").write_text("x" * 500)
"""


def _copier(name: str, program: str = BUILD, *, keeps_addresses: bool = False) -> Peer:
    def file_of(report: Report) -> tuple[str, str]:
        return f"in/{report.path}.md", report.body

    def prepare(folder: Path, _: Corpus) -> None:
        folder.mkdir(parents=True)

    command = [sys.executable, "-c", program]
    return Peer(name, prepare, file_of, [command], "site", keeps_addresses=keeps_addresses)


def _measured(tmp_path: Path, *chosen: Peer, rounds: int = 2) -> tuple[Results, list[str]]:
    results = Results(20, {"machine": "a small one"}, [], {})
    said = list(measure(tmp_path, chosen, results, rounds))
    return results, said


def test_every_work_is_measured_in_every_round(tmp_path: Path) -> None:
    results, said = _measured(tmp_path, _copier("one"), _copier("other"))
    assert len(said) == 2 * 2 * len(WORKS)
    assert [one.peer for one in results.measured[: len(WORKS) + 1]] == ["one"] * 6 + ["other"]
    written = {work: {one.rewritten for one in results.of(work, "one")} for work in WORKS}
    assert written == {
        COLD: {21},
        NOTHING: {1},
        "one added": {2},
        "one changed": {2},
        "one renamed": {2},
        "one withdrawn": {1},
    }
    assert results.sizes["one"].files == 21


def test_who_fails_is_left_out_and_the_others_go_on(tmp_path: Path) -> None:
    results, said = _measured(
        tmp_path, _copier("broken", "raise SystemExit('no room')"), _copier("whole")
    )
    assert results.peers == ["whole"]
    assert len(results.of(COLD, "whole")) == 2
    assert "no room" in results.failures["broken"]
    assert sum("broken is left out" in line for line in said) == 1


def test_the_archive_keeps_the_addresses_of_what_moves_and_goes(tmp_path: Path) -> None:
    own, hugo = peers()[0], next(peer for peer in peers() if peer.name == HUGO)
    moved, gone = Corpus().reports(2)
    for peer in (own, hugo):
        site = tmp_path / peer.name
        peer.add(site, (moved, gone))
        peer.rename(site, moved)
        peer.withdraw(site, gone)
    left = {path.name: path.read_text("utf-8") for path in (tmp_path / ARCHIVE).rglob("*.md")}
    assert len(left) == 2
    assert f"reports/{moved.path}/" in next(t for n, t in left.items() if n.startswith("renamed-"))
    assert "status: withdrawn" in next(t for n, t in left.items() if not n.startswith("renamed-"))
    assert [path.name[:8] for path in (tmp_path / HUGO).rglob("*.md")] == ["renamed-"]


def test_works_can_be_left_out(tmp_path: Path) -> None:
    results = Results(20, {}, [], {})
    list(measure(tmp_path, [_copier("one")], results, 1, ["one changed"]))
    assert [one.work for one in results.measured] == [COLD, "one changed"]


def test_medians_and_ratios() -> None:
    seconds = {ARCHIVE: (4.0, 2.0, 3.0), "other": (9.0, 5.0, 6.0)}
    measured = [
        Measurement(COLD, peer, Taken(second, 2 * second, 10**6), 7)
        for peer, all_seconds in seconds.items()
        for second in all_seconds
    ]
    own, other = rows(Results(10, {}, measured, {}))
    assert own[:4] == (COLD, ARCHIVE, "3.00", "2.00 – 4.00")
    assert own[4:] == ("6.0", "1 MB", "7", "1.00", "")
    assert (other[2], other[7]) == ("6.00", "2.00")


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    measured = [Measurement(COLD, ARCHIVE, Taken(1.5, 2.5, 10**6), 7)]
    results = Results(10, {"machine": "m"}, measured, {ARCHIVE: Size(5, 6, 7)}, {"other": "why"})
    results.write(tmp_path / "10.json")
    assert Results.read(tmp_path / "10.json") == results


def test_the_page_has_the_figures_that_were_kept() -> None:
    text = PAGE.read_text("utf-8")
    assert kept()
    assert text == page(text, kept()), "run python -m benchmarks.results_shown"
