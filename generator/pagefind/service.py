"""Pagefind, spoken to directly: JSON messages in base64 on the pipes of one process.

Its own Python wrapper waits a tenth of a second for each record and ends the process right after
the reply, which can leave files empty. This asks for the bytes of all files instead, and writes
none. The protocol is that of Pagefind 1.5 (``pagefind --service``).

A Pagefind that dies, says nothing for two minutes, or leaves out what it should have made is asked
once more; then it is a named error.
"""

from __future__ import annotations

import base64
import contextlib
import io
import json
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, cast

from pagefind.service import get_executable

from generator.errors import SearchIndexError

ENTRY = "pagefind-entry.json"
_PATIENCE = 120.0  # seconds for one conversation, which takes some tenths of one
_ATTEMPTS = 2


@dataclass(frozen=True)
class Record:
    """One entry of a search index.

    Attributes:
        url: what a result links to.
        content: the words to index; a result's excerpt is cut from them.
        meta: texts that come with a result.
        sort: values that results can be sorted by.
    """

    url: str
    content: str
    meta: Mapping[str, str] = field(default_factory=dict)
    sort: Mapping[str, str] = field(default_factory=dict)


def files_of(language: str, content: str) -> Mapping[str, bytes]:
    """All files that Pagefind makes of a text, by path.

    Raises:
        SearchIndexError: it is not installed, or it failed twice.
    """
    for attempt in range(_ATTEMPTS):
        try:
            return _files_of(language, content)
        except SearchIndexError as error:
            if attempt == _ATTEMPTS - 1:
                raise SearchIndexError(
                    f"{error}, {_ATTEMPTS} times (language {language})"
                ) from error
    raise AssertionError


def _files_of(language: str, content: str) -> Mapping[str, bytes]:
    with Index(language) as index:
        index.add([Record("words", content)])
        files = dict(index.files())
    kinds = (ENTRY, ".pf_meta", ".pf_fragment", ".pf_index")
    for kind in kinds:
        if not any(path.endswith(kind) and files[path] for path in files):
            raise SearchIndexError(f"Pagefind made no {kind}, or an empty one")
    return files


class Index:
    """One search index, as a context manager around its process."""

    def __init__(self, language: str) -> None:
        """Index records in this language (ISO 639-1)."""
        self._language = language
        self._number = 0

    def __enter__(self) -> Index:
        executable = get_executable()
        if executable is None:
            raise SearchIndexError("Pagefind is not installed: run `make setup`")
        self._process = subprocess.Popen(
            [executable, "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._watch = threading.Timer(_PATIENCE, self._process.kill)
        self._watch.daemon = True
        self._watch.start()
        try:
            config = {"force_language": self._language}
            self._index = self._ask({"type": "NewIndex", "config": config})["index_id"]
        except SearchIndexError:
            self._end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    def _end(self) -> None:
        """End the process; it has written nothing, so nothing is lost."""
        self._watch.cancel()
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()
        self._process.wait()

    def add(self, records: Iterable[Record]) -> None:
        """Add records; they are sent while the answers to earlier ones are read.

        Raises:
            SearchIndexError: a record was refused.
        """
        sent = [self._message(self._request(record)) for record in records]
        writer = threading.Thread(target=self._write, args=(sent,), daemon=True)
        writer.start()
        for _ in sent:
            self._answer()
        writer.join()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of each file of the bundle, in order of path."""
        answer = self._ask({"type": "GetFiles", "index_id": self._index})
        for file in sorted(answer["files"], key=lambda file: str(file["path"])):
            yield str(file["path"]), base64.b64decode(file["content"])

    def _request(self, record: Record) -> dict[str, Any]:
        return {
            "type": "AddRecord",
            "index_id": self._index,
            "url": record.url,
            "content": record.content,
            "language": self._language,
            "meta": dict(record.meta),
            "filters": None,
            "sort": dict(record.sort) or None,
        }

    def _ask(self, payload: Mapping[str, Any]) -> dict[str, Any]:
        self._write([self._message(payload)])
        return self._answer()

    def _message(self, payload: Mapping[str, Any]) -> bytes:
        self._number += 1
        message = {"message_id": self._number, "payload": payload}
        return base64.b64encode(json.dumps(message).encode()) + b","

    def _write(self, messages: Iterable[bytes]) -> None:
        assert self._process.stdin is not None
        try:
            for message in messages:
                self._process.stdin.write(message)
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # the missing answer tells

    def _answer(self) -> dict[str, Any]:
        """The next answer: base64 up to a comma."""
        stdout = cast(io.BufferedReader, self._process.stdout)
        parts: list[bytes] = []
        while not parts or b"," not in parts[-1]:
            chunk = stdout.peek(1)
            if not chunk:
                raise SearchIndexError(
                    "Pagefind ended without an answer, or was ended after two minutes without one"
                )
            end = chunk.find(b",") + 1 or len(chunk)
            parts.append(stdout.read(end))
        try:
            answer = json.loads(base64.b64decode(b"".join(parts)[:-1]))
        except ValueError as error:
            raise SearchIndexError(
                f"Pagefind gave an answer that cannot be read: {error}"
            ) from error
        payload: dict[str, Any] = answer["payload"]
        if payload["type"] == "Error":
            raise SearchIndexError(f"Pagefind refused: {payload['message']}")
        return payload
