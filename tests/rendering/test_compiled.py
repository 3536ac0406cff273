"""Compiled templates are kept from run to run, and never used where something else shapes them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import jinja2
import pytest

from generator.rendering.compiled import CompiledTemplates


class _Counting(jinja2.Environment):
    compiled = 0

    def compile(self, *arguments: object, **named: object) -> object:  # type: ignore[override]
        type(self).compiled += 1
        return super().compile(*arguments, **named)  # type: ignore[call-overload]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept stays out of the package's own folder."""
    monkeypatch.setattr("sys.pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(_Counting, "compiled", 0)


def said(text: str, *, kind: str = "en", shaped_by: bytes = b"words", word: str = "sea") -> str:
    """What a template says in a process that has not seen it; ``words`` is put in when it is compiled."""
    environment = _Counting(
        loader=jinja2.DictLoader({"report.html": text}),
        bytecode_cache=CompiledTemplates(kind, shaped_by),
    )
    environment.filters["words"] = lambda _: word
    return environment.get_template("report.html").render()


def kept(folder: Path) -> list[Path]:
    return sorted(file for file in (folder / "kept").rglob("*") if file.is_file())


def test_compiled_once() -> None:
    assert [said("At {{ 'x'|words }}") for _ in range(3)] == ["At sea"] * 3
    assert _Counting.compiled == 1


def test_compiled_again_where_anything_that_shapes_it_changed(tmp_path: Path) -> None:
    said("At {{ 'x'|words }}")
    assert said("On {{ 'x'|words }}") == "On sea"
    assert said("On {{ 'x'|words }}", shaped_by=b"other words", word="land") == "On land"
    assert said("On {{ 'x'|words }}", word="sea") == "On sea", "as it was before"
    assert _Counting.compiled == 4
    assert len(kept(tmp_path)) == 1, "the newest takes the place of the older"


def test_kinds_side_by_side(tmp_path: Path) -> None:
    words = {"en": "sea", "ar": "بحر"}
    for _ in range(2):
        for kind, word in words.items():
            assert said("{{ 'x'|words }}", kind=kind, word=word) == word
    assert _Counting.compiled == 2
    assert len(kept(tmp_path)) == 2


def test_damaged_ones_are_compiled_again(tmp_path: Path) -> None:
    said("At sea")
    [file] = kept(tmp_path)
    whole = file.read_bytes()
    head = whole.index(hashlib.sha256(b"wordsAt sea").hexdigest().encode()) + 64
    cut = [whole[:length] for length in (*range(head), len(whole) // 2, len(whole) - 1)]
    changed = [
        whole[:place] + bytes([byte]) + whole[place + 1 :]
        for place in range(head)
        for byte in (0, ord("N"), ord("."), ord("R"), ord("h"), whole[place] ^ 0xFF)
        if byte != whole[place]
    ]
    for damaged in (*cut, *changed):
        file.write_bytes(damaged)
        assert said("At sea") == "At sea", damaged
        assert damaged in changed or file.read_bytes() == whole, "kept anew"


def test_no_folder_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where the folder should be")
    assert [said("At sea") for _ in range(2)] == ["At sea"] * 2
    assert _Counting.compiled == 2
