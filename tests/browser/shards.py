"""The sample's search index in many small shards, each of which claims to be large."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.outputs._shards import Sizes
from generator.outputs.search_index import files
from generator.pipeline.building import load_archive
from generator.settings import read_settings
from generator.vocabulary import read_vocabulary

SMALL = Sizes(whole=6, settled=8, open=3, opening=1)
_CLAIMED = 100_000  # bytes to load for a word: with more than one shard the page asks its reader


def parted(site: Path, copy: Path, sizes: Sizes = SMALL, claimed: int = _CLAIMED) -> Path:
    """A copy of a built site, its archive beside it, with another search index."""
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("pagefind"))
    folder = site.parent
    loaded = load_archive(folder, read_settings(folder), read_vocabulary(folder))
    for file in files(loaded.archive, sizes):
        path = copy / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    if claimed:
        listed = copy / "pagefind/shards.json"
        content = json.loads(listed.read_bytes())
        shards = [{**shard, "chunk": claimed} for shard in content["shards"]]
        listed.write_text(json.dumps({**content, "shards": shards}), "utf-8")
    return copy


def shards_of(site: Path) -> list[Mapping[str, object]]:
    """What the site's list says of its shards."""
    listed: list[Mapping[str, object]] = json.loads((site / "pagefind/shards.json").read_bytes())[
        "shards"
    ]
    return listed
