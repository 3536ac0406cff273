"""What a build remembers: fingerprints, files that can't run anything, the lock."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.state import BuildLock, fingerprint, load, save
from generator.state.tree import CLASSES, Made, MadePart, Tree


@dataclass(frozen=True)
class Pair:
    one: object
    other: object


def test_equal_values_have_one_fingerprint() -> None:
    text = "".join(["ab", "cd"])
    assert fingerprint(Pair(text, text)) == fingerprint(Pair("abcd", "".join(["a", "bcd"])))


@pytest.mark.parametrize(
    ("one", "other"),
    [(["ab", "c"], ["a", "bc"]), ("1", 1), (Pair(1, 2), Pair(2, 1)), ((), None), ({}, [])],
)
def test_other_values_have_another(one: object, other: object) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_a_fingerprint_is_the_same_in_every_process() -> None:
    code = (
        "from generator.state import fingerprint as f; print(f({'x': 1.5}, ['ا'], ('yy',)).hex())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1


def test_what_has_no_name_has_no_fingerprint() -> None:
    with pytest.raises(TypeError, match="no fingerprint"):
        fingerprint(lambda: 1)


def test_a_tree_is_kept_whole(tmp_path: Path) -> None:
    units: dict[str, Made] = {"a/index.html": (b"key", (("a/index.html", (b"digest", 3)),), ())}
    tree = Tree({"a part": MadePart.of(b"key", units)}, {"b.css": (b"other", 1)}, b"base")
    save(tmp_path / "tree", tree)
    assert load(tmp_path / "tree", CLASSES) == tree
    assert not list(tmp_path.glob(".writing-*"))


def test_a_file_from_elsewhere_calls_nothing(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "called"),)

    save(tmp_path / "state", [Evil()])
    assert load(tmp_path / "state", CLASSES) is None
    (tmp_path / "plain").write_bytes(pickle.dumps([Evil()]))
    assert load(tmp_path / "plain", CLASSES) is None
    assert not (tmp_path / "called").exists()


def test_the_second_build_says_so_and_waits(tmp_path: Path) -> None:
    first, second = BuildLock(tmp_path / "lock"), BuildLock(tmp_path / "lock")
    said: list[str] = []
    first.take(said.append)
    assert not said
    told = threading.Event()

    def say(text: str) -> None:
        said.append(text)
        told.set()

    other = threading.Thread(target=second.take, args=(say,))
    other.start()
    assert told.wait(10)
    assert str(os.getpid()) in said[0]
    assert other.is_alive()
    first.release()
    other.join(10)
    assert not other.is_alive()
    second.release()
