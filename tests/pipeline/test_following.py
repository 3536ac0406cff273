"""How far an import is: by files that are done, and inside one big file by the bytes read of it."""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console
from rich.progress import Progress

from generator.cli import progress
from generator.cli.progress import with_progress
from generator.model import RawReport
from generator.pipeline.importing import ImportResult, Outcome
from generator.pipeline.importing.following import Following
from generator.pipeline.importing.inputs import reports_in
from tests.importers.test_zip import packed
from tests.importers.warcs import Crawl, story
from tests.pipeline.reports import report

TODAY = date(2026, 1, 1)


def _crawl() -> bytes:
    crawl = Crawl()
    for number in range(60):
        crawl.add(f"https://port.example/{number}", story(number))
    return crawl.bytes()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("crawl.warc.gz", _crawl()),
        ("all.zip", packed({f"{n}.txt": report(n) + "word " * 5000 for n in range(60)})),
    ],
)
def test_the_position_moves_with_what_was_read(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    following = Following()
    places = [
        following.position(str(file))
        for item in reports_in([file], tmp_path / "articles", TODAY, following=following)
        if isinstance(item, RawReport)
    ]
    assert len(places) == 60
    assert places == sorted(places)
    assert 0 < places[0] <= places[30] < places[-1] <= len(content)
    assert following.position("another") == 0


def test_in_another_process_nothing_is_followed() -> None:
    raw = RawReport.of("a", b"A text.", TODAY)
    followed = Following().of(raw)
    assert repr(pickle.loads(pickle.dumps(followed)).open) == repr(raw.open)
    assert followed.content == b"A text."


def test_the_bar_moves_inside_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [tmp_path / name for name in ("a", "b")]
    for file in files:
        file.write_bytes(bytes(100))
    monkeypatch.setattr(progress, "HEAVY", 1)
    seen: list[object] = []
    monkeypatch.setattr(Progress, "update", lambda *_, **named: seen.append(named["completed"]))
    position = 0

    def results() -> Iterator[ImportResult]:
        nonlocal position
        for file, at in (("a", 40), ("a", 90), ("b", 0), ("b", 500)):
            position = at
            yield ImportResult(f"{tmp_path / file} › part", Outcome.IMPORTED)

    console = Console(file=io.StringIO(), force_terminal=True)
    assert len(list(with_progress(results(), files, lambda _: position, console))) == 4
    assert seen == [40, 90, 100, 200]
