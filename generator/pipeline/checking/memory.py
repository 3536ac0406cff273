"""What a check leaves for the next one in ``.archive/``: never needed, never trusted blindly."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.model import Problem
from generator.pipeline.checking.asking import Question
from generator.pipeline.checking.examining import Checked
from generator.state import Look, load, save
from generator.store.files import is_unfinished

_FOLDER = ".archive/check"
_CLASSES = frozenset({Problem})


@dataclass
class Seen:
    """The files below articles/, as a check saw them.

    Attributes:
        articles: how each article looks, by path without ``.md``; None for one that is no file.
        others: how each other file looks, by its path; hidden ones are the system's own, but for
            those that a killed import left.
        base: stands for settings, vocabulary and code.
        began_ns: when that check began, by the clock of the file system.
        problems: all that it found.
    """

    articles: dict[str, Look | None] = field(default_factory=dict)
    others: dict[str, Look | None] = field(default_factory=dict)
    base: bytes = b""
    began_ns: int = 0
    problems: tuple[Problem, ...] = ()

    def is_same_article(self, path: str, look: Look | None) -> bool:
        """Whether an article looks as it did, so that its bytes are the same."""
        return self._is_same(self.articles.get(path), look)

    def is_same_file(self, name: str, look: Look | None) -> bool:
        """Whether another file looks as it did."""
        return self._is_same(self.others.get(name), look)

    def _is_same(self, before: Look | None, look: Look | None) -> bool:
        return look is not None and look == before and look.is_settled(self.began_ns)


def look_around(articles: Path) -> Seen:
    """Look at every file below articles/; a folder that may not be read has none."""
    seen = Seen()
    waiting = [("", str(articles), False)]
    while waiting:
        prefix, place, is_hidden = waiting.pop()
        try:
            entries = list(os.scandir(place))
        except OSError:
            continue
        for entry in entries:
            name, hides = f"{prefix}{entry.name}", entry.name.startswith(".")
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder:
                waiting.append((f"{name}/", entry.path, is_hidden or hides))
            if name.endswith(".md"):
                if not (is_hidden or hides):
                    seen.articles[name.removesuffix(".md")] = _look(entry)
            elif entry.is_file() and (not hides or is_unfinished(Path(entry.name))):
                seen.others[name] = _look(entry)
    return seen


def _look(entry: os.DirEntry[str]) -> Look | None:
    try:
        return Look.of(entry.stat()) if entry.is_file() else None
    except OSError:
        return None


class Memory:
    """The memory of one archive's checks."""

    def __init__(self, folder: Path) -> None:
        """Use that of the archive in ``folder``."""
        self._folder = folder / _FOLDER

    def began_ns(self) -> int:
        """The moment, by the clock of the file system; 0 where nothing can be remembered."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            began = self._folder / "began"
            began.write_bytes(b"")
            return began.stat().st_mtime_ns
        except OSError:
            return 0

    def seen(self, base: bytes) -> Seen:
        """What the check before saw; nothing where it looked with other settings or other code."""
        found = load(self._folder / "seen", _CLASSES)
        if not (isinstance(found, tuple) and found[0] == base):
            return Seen()
        _, began_ns, articles, others, problems = found
        looks = [{n: Look(*o) if o else None for n, o in of.items()} for of in (articles, others)]
        return Seen(looks[0], looks[1], base, began_ns, problems)

    def records(self, base: bytes, began_ns: int) -> dict[str, Checked]:
        """What that check found out about each article."""
        found = load(self._folder / "records", _CLASSES)
        if not (isinstance(found, tuple) and found[:2] == (base, began_ns)):
            return {}
        return {path: _unpacked(record) for path, record in found[2].items()}

    def keep(self, seen: Seen, records: Mapping[str, Checked]) -> None:
        """Write down what was seen and found; where that can't be, the next check takes longer."""
        packed = {path: _packed(record) for path, record in records.items()}
        files = (
            {n: tuple(o) if o else None for n, o in of.items()}
            for of in (seen.articles, seen.others)
        )
        try:
            save(self._folder / "records", (seen.base, seen.began_ns, packed))
            save(self._folder / "seen", (seen.base, seen.began_ns, *files, seen.problems))
        except OSError:
            return


def _packed(record: Checked) -> tuple[object, ...]:
    asked = tuple((*question, answer) for question, answer in record.asked)
    return (*record[:2], asked, *record[3:])


def _unpacked(record: tuple[object, ...]) -> Checked:
    sha256, problems, asked, *rest = record
    questions = tuple((Question(*question), answer) for *question, answer in asked)  # type: ignore[attr-defined]  # read back, so unknown here
    return Checked(sha256, problems, questions, *rest)  # type: ignore[arg-type]  # the same
