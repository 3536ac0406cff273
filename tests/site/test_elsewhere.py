"""Units made on a machine that has the archive's program and nothing else: the same site."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import generator.plugin
from generator.executors import Portable
from generator.executors.parcels import packed, unpacked
from generator.pipeline.building import site
from generator.pipeline.building.elsewhere import Bench
from tests.site.conftest import SiteArchive
from tests.site.test_incremental import tree

MARKED_UP = """\
First.

## A heading & more

See [the next](second.md), <b>not</b> bold.

### Below

| a | b |
|---|---|
| 1 | 2 |

\ue000toc\ue001 stands here.
"""


def filled(archive: SiteArchive) -> SiteArchive:
    """Reports of every kind that is made in its own way."""
    archive.article("2016/first", MARKED_UP, date="2016-01-01", tags=["siege"])
    archive.article("2016/second", date="2016-02-01", tags=["siege", "port-tarn"], authors=["A B"])
    archive.article("2016/third", date="2016-02-03", source="dpa", same_as="2016/second")
    archive.article("2017/ميناء", f"نص.\n\n{MARKED_UP}", date="2017-01-15", language="ar")
    archive.article("2017/draft", "Secret.", date="2017-01-15", status="draft")
    archive.with_original("2017/original", b"bytes", date="2017-05-05")
    withdrawn = {"date": "2021-02-03", "reason": "Wrong."}
    archive.article("2018/gone", date="2018-01-01", status="withdrawn", withdrawn=withdrawn)
    archive.article("undated/unknown", translation_of="2016/first", language="ar")
    return archive


class Elsewhere:
    """Does the work as a worker of a cluster does: all that it has came as bytes."""

    def __init__(self, *, sees_staging: bool) -> None:
        self._sees_staging = sees_staging
        self.written: set[str] = set()
        self.returned: set[str] = set()

    def run(self, workshop: Portable, _: Callable[..., Any], shards: Iterable[Any]) -> Iterator[Any]:
        remote = workshop.remote()
        bench = unpacked(packed(remote.workshop))
        if isinstance(bench, Bench) and not self._sees_staging:
            nowhere = bench.staging / "nowhere"
            bench = replace(bench, staging=nowhere, probe=nowhere / "probe")
        for shard in shards:
            task = unpacked(packed(remote.pack(shard)))
            result = unpacked(packed(remote.function(bench, task)))
            if isinstance(bench, Bench):
                files = {path for _, made, _ in result.made.values() for path, _ in made}
                self.returned |= result.files.keys()
                self.written |= files - result.files.keys()
            yield remote.unpack(shard, result)
        remote.close()


@pytest.mark.parametrize("sees_staging", [True, False])
def test_the_site_is_the_same(
    site_archive: SiteArchive, monkeypatch: pytest.MonkeyPatch, sees_staging: bool
) -> None:
    filled(site_archive).build()
    here = tree(site_archive.site)
    for place in ("site", ".archive"):
        shutil.rmtree(site_archive.folder / place)
    elsewhere = Elsewhere(sees_staging=sees_staging)
    monkeypatch.setenv("ARCHIVE_EXECUTOR", "dask://anywhere:1")
    monkeypatch.setattr(generator.plugin, "executor_for", lambda _: elsewhere)
    monkeypatch.setattr(site, "PER_SHARD", 8)
    site_archive.build()
    assert tree(site_archive.site) == here
    with_headings = {"reports/2016/first/index.html", "ar/reports/2017/ميناء/index.html"}
    assert with_headings <= elsewhere.returned
    assert "reports/2017/original/original.txt" in here
    assert "reports/2017/original/original.txt" not in elsewhere.written | elsewhere.returned
    if sees_staging:
        assert elsewhere.returned == with_headings
    else:
        assert not elsewhere.written


def test_a_folder_that_may_not_be_written_does_not_matter(
    site_archive: SiteArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(site_archive)
    elsewhere = Elsewhere(sees_staging=True)
    monkeypatch.setenv("ARCHIVE_EXECUTOR", "dask://anywhere:1")
    monkeypatch.setattr(generator.plugin, "executor_for", lambda _: elsewhere)
    replace_file = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self.parent.name == ".workers":
            raise PermissionError("read-only")
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    site_archive.build()
    assert not elsewhere.written
    assert (site_archive.site / "reports/2016/first/index.html").exists()
