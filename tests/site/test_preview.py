"""A preview: what was saved shows soon, what takes long follows, and both are as a build has them."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from generator.outputs import search_index
from generator.plugin.previewing import Preview, Told, watch_folders
from tests.site.conftest import SiteArchive
from tests.site.test_incremental import tree

PATIENCE = 20.0


class Server:
    """What a plugin asks of MkDocs' server."""

    def __init__(self) -> None:
        self.watched: list[str] = []
        self.observer: Any = PollingObserver(timeout=0.05)

    def watch(self, path: str) -> None:
        self.watched.append(path)


class Heard(FileSystemEventHandler):
    """Notes what an observer tells."""

    def __init__(self) -> None:
        self.files: set[str] = set()

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.files.add(Path(str(event.src_path)).name)


def wait_for(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def config_of(site: SiteArchive) -> MkDocsConfig:
    file = site.folder / "mkdocs.yml"
    return load_config(io.BytesIO(file.read_bytes()), config_file_path=str(file))


def index_of(site: SiteArchive) -> dict[str, bytes]:
    files = (site.site / "pagefind").rglob("*")
    return {file.name: file.read_bytes() for file in files if file.is_file()}


def test_a_saved_report_shows_at_once_and_search_follows(
    site_archive: SiteArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "_MANY", 1)
    monkeypatch.setattr("generator.plugin.Preview", partial(Preview, calm=0.05))
    site_archive.article("2016/a", date="2016-10-28", body="The first words.\n")
    config = config_of(site_archive)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    plugin: Any = config.plugins["archive"]
    signal = site_archive.folder / ".archive/build/preview.signal"
    server: Any = Server()
    plugin.preview.watch(server, signal)
    assert server.watched == [str(signal)]
    first = index_of(site_archive)

    site_archive.article("2016/a", date="2016-10-28", body="Words of afterwards.\n")
    build(config_of(site_archive))
    assert "Words of afterwards" in site_archive.page("reports/2016/a")
    assert index_of(site_archive) == first
    assert wait_for(lambda: signal.read_text("utf-8") != "")

    build(config_of(site_archive))
    assert index_of(site_archive) != first
    followed = tree(site_archive.site)
    build(config_of(site_archive))
    assert tree(site_archive.site) == followed
    config.plugins.on_shutdown()
    (site_archive.folder / ".archive").rename(site_archive.folder / ".before")
    site_archive.build(command="serve")
    assert tree(site_archive.site) == followed


def test_another_build_in_between_is_noticed(
    site_archive: SiteArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.plugin.Preview", partial(Preview, calm=60))
    for number in range(3):
        site_archive.article(f"2016/{number}", date="2016-10-28", body="The first words.\n")
    preview = config_of(site_archive)
    preview.plugins.on_startup(command="serve", dirty=False)
    build(preview)
    plugin: Any = preview.plugins["archive"]
    held = plugin.memory
    assert held.is_current
    site_archive.article("2016/0", date="2016-10-28", body="Second words.\n")
    build(config_of(site_archive))
    assert plugin.memory is held

    site_archive.article("2016/1", date="2016-10-28", body="Third words.\n")
    (site_archive.folder / ".archive/build/seen").unlink()
    build(config_of(site_archive))
    assert plugin.memory is not held
    for number, words in enumerate(("Second words", "Third words", "The first words")):
        assert words in site_archive.page(f"reports/2016/{number}")
    preview.plugins.on_shutdown()


def test_nothing_waits_in_the_first_build_nor_in_the_one_that_follows(tmp_path: Path) -> None:
    preview = Preview(calm=0.01)
    server: Any = Server()
    preview.watch(server, tmp_path / "signal")
    assert not preview.begin()
    assert preview.begin()
    preview.follow()
    assert wait_for(lambda: (tmp_path / "signal").read_text("utf-8") != "")
    assert not preview.begin()
    assert preview.begin()


def test_a_save_in_between_puts_off_what_takes_long(tmp_path: Path) -> None:
    preview = Preview(calm=0.2)
    server: Any = Server()
    preview.watch(server, tmp_path / "signal")
    preview.begin()
    preview.follow()
    assert preview.begin()
    time.sleep(0.4)
    assert (tmp_path / "signal").read_text("utf-8") == ""


@pytest.mark.parametrize("is_refused", [False, True])
def test_folders_and_files_are_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_refused: bool
) -> None:
    def refuse() -> None:
        raise OSError("inotify watch limit reached")

    articles, vocabulary = tmp_path / "articles", tmp_path / "vocabulary.yml"
    (articles / "2016").mkdir(parents=True)
    vocabulary.write_text("[]", "utf-8")
    (articles / "2016/read.md").write_text("as it is", "utf-8")
    told = Told(PollingObserver(timeout=0.05))
    if is_refused:
        monkeypatch.setattr(told._native, "start", refuse)
    heard = Heard()
    told.schedule(heard, str(articles), recursive=True)
    told.schedule(heard, str(vocabulary))
    told.start()
    try:
        (articles / "2016/read.md").read_text("utf-8")
        assert not wait_for_a_moment(lambda: bool(heard.files))
        (articles / "2016/saved.md").write_text("a report", "utf-8")
        assert wait_for(lambda: "saved.md" in heard.files)
        vocabulary.write_text("[changed]", "utf-8")
        assert wait_for(lambda: "vocabulary.yml" in heard.files)
        (articles / "2017").mkdir()
        (articles / "2017/later.md").write_text("a report", "utf-8")
        assert wait_for(lambda: "later.md" in heard.files)
    finally:
        told.stop()
        told.join()


def wait_for_a_moment(condition: Callable[[], bool]) -> bool:
    time.sleep(0.3)
    return condition()


def test_polling_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    server: Any = Server()
    own = server.observer
    monkeypatch.setenv("ARCHIVE_WATCH", "poll")
    watch_folders(server)
    assert server.observer is own
    monkeypatch.delenv("ARCHIVE_WATCH")
    watch_folders(server)
    assert isinstance(server.observer, Told)
