"""What was measured, as it is kept and read again."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.running import Taken

COLD, NOTHING = "cold build", "nothing changed"
WORKS = (COLD, NOTHING, "one added", "one changed", "one renamed", "one withdrawn")


@dataclass(frozen=True)
class Measurement:
    """One build of one site.

    Attributes:
        rewritten: files of the site that the build wrote.
    """

    work: str
    peer: str
    taken: Taken
    rewritten: int


@dataclass(frozen=True)
class Size:
    """A built site: its bytes, its files, and the bytes of its largest list page."""

    bytes: int
    files: int
    largest_list: int

    @classmethod
    def of(cls, site: Path) -> Size:
        """That of a folder."""
        files = [(path, path.stat().st_size) for path in site.rglob("*") if path.is_file()]
        pages = (
            (path.relative_to(site).parts, size)
            for path, size in files
            if path.name == "index.html"
        )
        lists = (size for parts, size in pages if "reports" not in parts)
        return cls(sum(size for _, size in files), len(files), max(lists, default=0))


@dataclass
class Results:
    """A whole run.

    Attributes:
        reports: how many there were.
        machine: what it was measured on, by name.
        measured: every build, in order.
        sizes: the site of each peer after its last cold build.
        failures: what those said that failed.
    """

    reports: int
    machine: Mapping[str, str]
    measured: list[Measurement]
    sizes: dict[str, Size]
    failures: dict[str, str] = field(default_factory=dict)

    @property
    def peers(self) -> list[str]:
        """Whoever was measured, in order."""
        return list(dict.fromkeys(one.peer for one in self.measured))

    def of(self, work: str, peer: str) -> list[Measurement]:
        """What a work took a peer, round after round."""
        return [one for one in self.measured if (one.work, one.peer) == (work, peer)]

    def median(self, work: str, peer: str) -> float | None:
        """Seconds; None where it was not measured."""
        return median(one.taken.seconds for one in self.of(work, peer))

    def write(self, file: Path) -> None:
        """Keep them."""
        content = asdict(self)
        file.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")

    @classmethod
    def read(cls, file: Path) -> Results:
        """What was kept in a file."""
        content = json.loads(file.read_text("utf-8"))
        measured = [
            Measurement(**{**one, "taken": Taken(**one["taken"])}) for one in content["measured"]
        ]
        sizes = {peer: Size(**size) for peer, size in content["sizes"].items()}
        return cls(content["reports"], content["machine"], measured, sizes, content["failures"])


def median(values: Iterable[float]) -> float | None:
    """The one in the middle; None of none."""
    known = list(values)
    return statistics.median(known) if known else None
