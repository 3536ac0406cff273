"""Pagefind's process: what it is asked once more for, and what is an error with a name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.errors import SearchIndexError
from generator.pagefind import engine_files, service
from generator.pagefind.words import Words


def program(folder: Path, script: str) -> Path:
    file = folder / "pagefind"
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o755)
    return file


@pytest.mark.parametrize("script", ["exit 3", "echo nonsense; exit 0", "head -c 10 >/dev/null"])
def test_one_that_ends_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str
) -> None:
    broken = program(tmp_path, script)
    monkeypatch.setattr(service, "get_executable", lambda: broken)
    with pytest.raises(SearchIndexError, match=r"Pagefind .*2 times \(language en\)"):
        Words("en").stems(["word"])


def test_one_that_is_silent_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    silent = program(tmp_path, "exec sleep 60")
    monkeypatch.setattr(service, "get_executable", lambda: silent)
    monkeypatch.setattr(service, "_PATIENCE", 0.2)
    with pytest.raises(SearchIndexError, match="without an answer"):
        engine_files("en")


@pytest.mark.parametrize("kind", [service.ENTRY, ".pf_meta", ".pf_fragment", ".pf_index"])
def test_a_file_that_is_empty_once_is_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    whole = service.Index.files
    asked = []

    def files(index: service.Index) -> object:
        asked.append(index)
        for path, content in whole(index):
            yield path, b"" if path.endswith(kind) and len(asked) == 1 else content

    monkeypatch.setattr(service.Index, "files", files)
    known: Mapping[str, object] = Words("en").stems(["running"])
    assert known["running"] == (("run", 24),)
    assert len(asked) == 2


def test_a_file_that_stays_empty_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = service.Index.files
    monkeypatch.setattr(
        service.Index, "files", lambda index: ((path, b"") for path, _ in whole(index))
    )
    with pytest.raises(SearchIndexError, match=r"made no pagefind-entry\.json, or an empty one"):
        Words("en").stems(["word"])
