"""Addresses of executors, and what is said where nobody answers there."""

from __future__ import annotations

import importlib.util
import pickle
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ExecutorError
from generator.executors import executor_for
from generator.executors.parcels import packed, unpacked
from generator.executors.sameness import compare, installed
from tests.conftest import SmallArchive


@pytest.mark.parametrize(
    "address",
    [
        "dask://",
        "dask://host",
        "dask://:8786",
        "dask://host:0",
        "dask://host:99999",
        "dask://a b:1",
    ],
)
def test_what_is_no_place(address: str) -> None:
    with pytest.raises(ExecutorError, match=r"write dask://HOST:PORT"):
        executor_for(address)


@pytest.mark.parametrize("address", ["", "host:8786", "ray://host:1", "processes://4", "seam://x"])
def test_what_is_no_executor(address: str) -> None:
    with pytest.raises(ExecutorError, match="is no executor: write it as dask://HOST:PORT"):
        executor_for(address)


def test_nobody_answers(archive: SmallArchive) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    inbox = archive.write("inbox/a.txt", "A text.").parent
    result = archive.run("import", "--executor", f"dask://127.0.0.1:{port}", inbox)
    assert result.exit_code == 1
    assert f"no Dask scheduler answers at tcp://127.0.0.1:{port}" in result.output
    assert list(inbox.iterdir())


def test_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(ExecutorError, match=r"pip install -e '\.\[dask\]'"):
        executor_for("dask://127.0.0.1:8786")


def test_every_difference_is_named() -> None:
    compare(installed())
    with pytest.raises(ExecutorError) as told:
        compare({**installed(), "Python": "2.7", "markdown": "1.0"})
    assert "Python: 2.7" in str(told.value)
    assert "markdown: 1.0" in str(told.value)
    assert "pagefind" not in str(told.value)


@given(st.lists(st.binary(max_size=5000), max_size=40))
def test_what_is_packed_comes_out_again(value: list[bytes]) -> None:
    assert unpacked(packed(value)) == value


def test_much_is_packed_without_being_held() -> None:
    value = [bytes([n % 7]) * 100_000 for n in range(300)]
    content = packed(value)
    assert len(content) < 1_000_000 < len(pickle.dumps(value))
    assert unpacked(content) == value
