"""A build that makes what changed gives the bytes of one that makes everything, whatever happened."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from generator.pipeline.building.making import Workshop
from tests.site.conftest import SiteArchive

ROUNDS = int(os.environ.get("BUILD_ROUNDS", "2"))
KILLS = int(os.environ.get("BUILD_KILLS", "3"))
_STEPS = 6
Look = Mapping[str, tuple[int, int]]


def tree(site: Path) -> dict[str, bytes]:
    """Every file; of Pagefind's own, whose names and bytes differ by themselves, none."""
    files = (file for file in site.rglob("*") if file.is_file())
    named = {file.relative_to(site).as_posix(): file for file in files}
    return {
        name: file.read_bytes()
        for name, file in sorted(named.items())
        if not name.startswith("pagefind/")
    }


def looks(site: Path) -> Look:
    """Number and time of every file."""
    files = (file for file in site.rglob("*") if file.is_file())
    stats = {file.relative_to(site).as_posix(): file.stat() for file in files}
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in stats.items()}


def rewritten(before: Look, after: Look) -> set[str]:
    return {name for name, look in after.items() if before.get(name) != look}


def cold(archive: SiteArchive) -> dict[str, bytes]:
    """What a build that remembers nothing makes of the same archive."""
    place = archive.folder.with_name(f"{archive.folder.name}-cold")
    shutil.rmtree(place, ignore_errors=True)
    leave = shutil.ignore_patterns("site", ".archive", ".site.*")
    shutil.copytree(archive.folder, place, ignore=leave)
    other = SiteArchive(place)
    other.build(strict=False)
    return tree(other.site)


@pytest.fixture
def some(site_archive: SiteArchive) -> SiteArchive:
    site_archive.article("2016/first", "Text.\n\nSee [the next](second.md).", date="2016-01-01")
    site_archive.article("2016/second", date="2016-02-01", tags=["siege", "port-tarn"])
    site_archive.article("2016/third", date="2016-02-03", tags=["siege", "port-tarn"], source="dpa")
    site_archive.article("2017/ميناء", "نص.", date="2017-01-15", language="ar", tags=["siege"])
    site_archive.with_original("2017/original", b"bytes", date="2017-05-05")
    site_archive.article("undated/unknown", translation_of="2016/first", language="ar")
    site_archive.write("docs/notes/method.md", "# Method\n\n[One](/reports/2016/first/).\n")
    return site_archive


def test_where_nothing_changed_no_file_is_written(some: SiteArchive) -> None:
    some.build()
    before = looks(some.site)
    some.build()
    assert looks(some.site) == before


def test_files_that_only_look_new_change_nothing(some: SiteArchive) -> None:
    some.build()
    before = looks(some.site)
    for file in (some.folder / "articles").rglob("*.md"):
        content = file.read_bytes()
        file.unlink()
        file.write_bytes(content)
    some.build()
    assert looks(some.site) == before


def test_a_new_report_touches_what_it_stands_on(some: SiteArchive) -> None:
    some.build()
    before = looks(some.site)
    some.article("2018/new", date="2018-03-01")
    some.build()
    touched = rewritten(before, looks(some.site))
    assert "reports/2018/new/index.html" in touched
    assert "browse/2018/03/index.html" in touched
    assert "index.html" in touched
    pages = {name for name in touched if name.startswith(("reports/2016/", "browse/2016/"))}
    assert pages <= {"reports/2016/third/index.html"}, "its neighbour by date, if any"
    others = ("tags/", "data/reports-2016", "sources/", "ar/reports/")
    assert [name for name in touched if name.startswith(others)] == []
    assert tree(some.site) == cold(some)


def test_the_same_size_and_time_are_no_proof(some: SiteArchive) -> None:
    """A file written in the moment in which it was read may have changed since."""
    some.build()
    file = some.folder / "articles/2016/second.md"
    stat = file.stat()
    file.write_text(file.read_text("utf-8").replace("port-tarn", "port-torn"), "utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    some.build(strict=False)
    assert tree(some.site) == cold(some)


def test_an_original_that_changed_is_published_anew(some: SiteArchive) -> None:
    some.build()
    (some.folder / "articles/2017/original.txt").write_bytes(b"other")
    some.build()
    assert (some.site / "reports/2017/original/original.txt").read_bytes() == b"other"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"noise"),
        lambda file: file.write_bytes(file.read_bytes()[:-7]),
        lambda file: file.write_bytes(file.read_bytes()[:-1] + b"\x00"),
        lambda file: file.unlink(),
    ],
    ids=["empty", "noise", "cut", "changed", "gone"],
)
def test_a_broken_state_is_none(some: SiteArchive, spoil: Callable[[Path], object]) -> None:
    some.build()
    for file in (some.folder / ".archive/build").iterdir():
        spoil(file)
    some.article("2018/new", date="2018-03-01")
    (some.folder / "articles/2016/third.md").unlink()
    some.build()
    assert tree(some.site) == cold(some)


def test_a_site_that_lost_files_is_made_good(some: SiteArchive) -> None:
    some.build()
    before = tree(some.site)
    shutil.rmtree(some.site / "browse")
    some.build()
    assert tree(some.site) == before


def test_a_site_from_a_cache_is_used_and_checked(some: SiteArchive) -> None:
    some.build()
    before = tree(some.site)
    kept = some.site.with_name("kept")
    shutil.copytree(some.site, kept)
    shutil.rmtree(some.site)
    shutil.move(kept, some.site)
    (some.site / "reports/2016/first/index.html").write_text("spoilt")
    (some.site / "stranger.html").write_text("?")
    untouched = looks(some.site)["reports/2016/second/index.html"]
    some.build()
    assert tree(some.site) == before
    assert looks(some.site)["reports/2016/second/index.html"] == untouched


def test_a_failed_strict_build_is_forgotten(some: SiteArchive) -> None:
    some.build()
    before = tree(some.site)
    some.article("2018/bad", date="never")
    for _ in range(2):
        with pytest.raises(Abort):
            some.build()
        assert tree(some.site) == before
    some.build(strict=False)
    with pytest.raises(Abort):
        some.build()
    (some.folder / "articles/2018/bad.md").unlink()
    some.build()
    assert tree(some.site) == before


def test_one_worker_and_many_give_the_same(
    some: SiteArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARCHIVE_WORKERS", "1")
    some.build()
    one = tree(some.site)
    shutil.rmtree(some.folder / ".archive")
    shutil.rmtree(some.site)
    monkeypatch.setenv("ARCHIVE_WORKERS", "3")
    monkeypatch.setattr("generator.pipeline.building.site.PER_SHARD", 7)
    monkeypatch.setattr("generator.pipeline.building.loading._PER_SHARD", 1)
    some.build()
    assert tree(some.site) == one


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_any_sequence_of_edits(some: SiteArchive, seed: int) -> None:
    chance = random.Random(seed)
    some.build(strict=False)
    for _ in range(_STEPS):
        for _ in range(chance.randint(1, 3)):
            chance.choice(EDITS)(some, chance)
        some.build(strict=False)
    assert tree(some.site) == cold(some)


def _add(archive: SiteArchive, chance: random.Random) -> None:
    number = chance.randrange(1000)
    year = chance.choice((2016, 2017, 2019))
    archive.article(
        f"{year}/added-{number}",
        chance.choice(("Prose.", "With a [link](../2016/second.md) and [one](/reports/2016/x/).")),
        date=chance.choice((f"{year}-02-03", f"{year}-02", f"[{year}-01-31,{year}-02-01]")),
        tags=chance.sample(["siege", "port-tarn", "old-quay"], chance.randint(0, 3)),
        language=chance.choice(("en", "ar", "fr")),
        source=chance.choice(("dpa", "Reuters")),
        authors=chance.sample(["Mira Holt", "Ana Ruiz"], chance.randint(0, 2)),
    )


def _edit(archive: SiteArchive, chance: random.Random) -> None:
    file = chance.choice(_articles(archive))
    file.write_text(file.read_text("utf-8") + f"\n\nMore {chance.random()}.\n", "utf-8")


def _correct(archive: SiteArchive, chance: random.Random) -> None:
    archive.article(
        f"2016/corrected-{chance.randrange(4)}",
        date="2016-05-05",
        same_as="2016/second",
        corrections=[{"date": "2020-01-01", "note": f"A slip {chance.random()}."}],
    )


def _rename(archive: SiteArchive, chance: random.Random) -> None:
    file = chance.choice(_articles(archive))
    file.rename(file.with_name(f"renamed-{chance.randrange(10**6)}.md"))


def _withdraw(archive: SiteArchive, chance: random.Random) -> None:
    path = _path(archive, chance.choice(_articles(archive)))
    withdrawn = {"date": "2021-01-01", "reason": "Asked for."}
    archive.article(path, status="withdrawn", withdrawn=withdrawn, redirect_from=["old/place/"])


def _remove(archive: SiteArchive, chance: random.Random) -> None:
    chance.choice(_articles(archive)).unlink()


def _change_vocabulary(archive: SiteArchive, chance: random.Random) -> None:
    file = archive.folder / "vocabulary.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("Port Tarn", f"Port Tarn {chance.randrange(9)}", 1), "utf-8")


def _change_settings(archive: SiteArchive, chance: random.Random) -> None:
    file = archive.folder / "mkdocs.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("name: Harbour", f"name: {chance.choice('ABC')} Harbour"), "utf-8")


def _change_docs(archive: SiteArchive, chance: random.Random) -> None:
    archive.write("docs/notes/method.md", f"# Method {chance.randrange(3)}\n")


def _change_template(archive: SiteArchive, chance: random.Random) -> None:
    config = archive.folder / "mkdocs.yml"
    text = config.read_text("utf-8")
    archive.write("overrides/partials/copyright.html", f"<p>Of {chance.randrange(3)}</p>\n")
    config.write_text(text.replace("name: material,", "name: material, custom_dir: overrides,", 1))
    if text.count("custom_dir"):
        config.write_text(text)


EDITS: tuple[Callable[[SiteArchive, random.Random], None], ...] = (
    *(_add, _add, _edit, _correct, _rename, _withdraw, _remove),
    *(_change_vocabulary, _change_settings, _change_docs, _change_template),
)


def _articles(archive: SiteArchive) -> list[Path]:
    found = sorted((archive.folder / "articles").rglob("*.md"))
    if not found:
        archive.article("2016/again", date="2016-01-01")
        return _articles(archive)
    return found


def _path(archive: SiteArchive, file: Path) -> str:
    return file.relative_to(archive.folder / "articles").as_posix().removesuffix(".md")


def test_killed_at_any_moment(some: SiteArchive) -> None:
    """The next build ends in the same bytes, and until it was put in place the site is whole."""
    some.build()
    articles = tree(some.folder / "articles")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    for number in range(KILLS):
        some.article(f"2019/new-{number}", date="2019-01-01")
        started = time.monotonic()
        build = subprocess.Popen(command, cwd=some.folder, env=environment)
        chance = random.Random(number)
        time.sleep(0.3 + 1.5 * chance.random())
        build.send_signal(signal.SIGKILL)
        build.wait()
        assert time.monotonic() - started < 60
        assert (some.site / "index.html").exists()
    assert tree(some.folder / "articles").items() >= articles.items()
    some.build()
    assert tree(some.site) == cold(some)
    assert not list(some.folder.glob(".site.*"))


@pytest.mark.parametrize("step", range(4, 44, 4))
@pytest.mark.parametrize("most", [5000, 0], ids=["in place", "as a whole"])
def test_cut_off_while_it_is_put_in_place(
    some: SiteArchive, monkeypatch: pytest.MonkeyPatch, step: int, most: int
) -> None:
    some.build()
    some.article("2016/new", date="2016-02-02", tags=["siege"])
    (some.folder / "articles/2016/third.md").unlink()
    remaining = iter(range(step))
    monkeypatch.setattr("generator.state.replacing.MOST_IN_PLACE", most)
    with monkeypatch.context() as cut:
        for owner, name in ((Path, "replace"), (Path, "unlink"), (Path, "rename"), (os, "link")):
            _cut_off(cut, owner, name, remaining, some.folder)
        with suppress(KeyboardInterrupt):
            some.build()
    some.build()
    assert tree(some.site) == cold(some)
    assert not list(some.folder.glob(".site.*"))


def _cut_off(
    cut: pytest.MonkeyPatch, owner: object, name: str, remaining: Iterator[int], folder: Path
) -> None:
    plain = getattr(owner, name)

    def stopping(path: Path, *others: object, **options: object) -> object:
        is_ours = ".site.staging" in str(path) or str(path).startswith(str(folder / "site"))
        if is_ours and next(remaining, None) is None:
            raise KeyboardInterrupt
        return plain(path, *others, **options)

    cut.setattr(owner, name, stopping)


def test_a_full_disk_leaves_the_site(
    some: SiteArchive, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    some.build()
    before = tree(some.site)
    some.article("2018/new", date="2018-03-01")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as fault:
        fault.setattr(Workshop, "write", full)
        with pytest.raises(Abort):
            some.build()
    assert "the site could not be made: [Errno 28] No space left on device" in caplog.text
    assert tree(some.site) == before
    some.build()
    assert tree(some.site) == cold(some)
