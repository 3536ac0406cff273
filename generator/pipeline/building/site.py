"""One build of a site: what changed is made in staging, and then takes its place in the site."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from generator.archive import PublicArchive
from generator.executors import Executor, Processes
from generator.model import Problem
from generator.outputs import all_closing, security
from generator.pipeline.building.inventory import Inventory
from generator.pipeline.building.making import Workshop
from generator.pipeline.building.shells import Shells
from generator.pipeline.building.units import Part, Shard, Unit, parts_of
from generator.rendering import Renderer
from generator.state import (
    BuildLock,
    Look,
    MadePart,
    Replacement,
    Tree,
    finish_replacement,
    load,
    replace_site,
    save,
)
from generator.state.replacing import can_be_in_place, complete, remove_empty
from generator.state.tree import (
    CLASSES,
    Mark,
    changes,
    damaged,
    files_below,
    mark_of,
    marks_of,
)

PER_SHARD = 200
_FIRST = 25
"""Units of the first shard: where little changed, workers need not wait until there are many."""

_KEPT_AS_FOUND = "."
_CLOSING = "closing"
"""The part with what follows from files of other parts; these have longer names."""

_NEVER_SEEN = Look(-1, 0, 0)


def _nothing() -> None:
    pass


@dataclass
class Head:
    """What is known of a site without looking at all of it.

    Attributes:
        base: stands for what shapes all of it besides reports.
        inputs: stands for the files of articles/.
        tree: how the file with the site's tree looked.
        site: how the site's folder looked.
        docs: what MkDocs made.
        shells: stands for each shell, by language and the address that it stands for.
        problems: what an editor has to look at.
        facts: further facts, by name: what was made of the archive for hand-written pages.
    """

    base: bytes = b""
    inputs: bytes = b""
    tree: Look = _NEVER_SEEN
    site: Look = _NEVER_SEEN
    docs: dict[str, Mark] = field(default_factory=dict)
    shells: dict[tuple[str, str], bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    facts: dict[object, str] = field(default_factory=dict)


@dataclass
class SiteBuild:
    """One build.

    Attributes:
        state: folder below ``.archive/`` for what is remembered.
        site: the folder that the site stands in.
        staging: the folder that it is made in.
        name: what the site is called in ``state``: another folder is another site.
        workers: who makes the units.
        with_search: whether there is to be a search index.
        may_wait: whether what takes long may stay as it was for now; ``is_behind`` tells whether
            anything did.
    """

    state: Path
    site: Path
    staging: Path
    name: str
    workers: Executor = field(default_factory=Processes)
    with_search: bool = True
    may_wait: bool = False

    def __post_init__(self) -> None:
        self._lock = BuildLock(self.state / "lock")
        self._journal = self.state / f"{self.name}.journal"
        self._head = self.state / f"{self.name}.head"
        self._tree = self.state / f"{self.name}.tree"
        self._next = self.state / f"{self.name}.tree.next"
        self.before = Head()
        self._tree_before: Tree | None = None
        self._inventory: Inventory | None = None

    def begin(self, say: Callable[[str], None]) -> int:
        """Wait for a build that is running, and end what a killed one had begun.

        Returns:
            When this build began, by the clock of the file system, in nanoseconds.

        Raises:
            OSError: a folder may not be written.
        """
        self._lock.take(say)
        if finish_replacement(self._journal):
            say("the build before was killed while it put its files in place; that is done now")
        shutil.rmtree(self.staging, ignore_errors=True)
        self._next.unlink(missing_ok=True)
        self._put_back()
        head = load(self._head, {Head, Look, Problem})
        if isinstance(head, Head) and self._is_as_left(head):
            self.before = head
        return self._lock.taken_ns

    def is_settled(self, base: bytes, inputs: bytes) -> bool:
        """Whether the site is as the build before left it, and shaped by the same."""
        return (self.before.base, self.before.inputs) == (base, inputs)

    def make(
        self,
        archive: PublicArchive,
        renderer: Renderer,
        base: bytes,
        inputs: bytes,
        meanwhile: Callable[[], None] = _nothing,
    ) -> tuple[Problem, ...]:
        """Make what changed, in staging.

        Args:
            archive: what is public.
            renderer: renders pages.
            base: stands for what shapes the whole site besides reports and shells.
            inputs: stands for the files of articles/.
            meanwhile: called once, when all is handed out: the workers may still be at it.

        Raises:
            OSError: staging cannot be written, or ``meanwhile`` raised it.
            SearchIndexError: the search index could not be made.
        """
        self._docs = marks_of(self.staging)
        self._base, self._inputs = base, inputs
        self._shells = Shells(renderer)
        if self.is_settled(base, inputs) and self._frame_is_as_before():
            meanwhile()
            self._problems = self.before.problems
            return self._problems
        found: list[Problem] = []
        inventory = self._inventory = Inventory(self._parts_before(), may_wait=self.may_wait)
        workshop = Workshop(archive, renderer, self.staging)
        parts = parts_of(
            archive,
            self._shells.of,
            self._docs,
            inventory.names,
            found.append,
            with_search=self.with_search,
        )
        units = self._to_make(parts, inventory)
        shards = chain(map(Shard, _parted(units, PER_SHARD)), _calling(meanwhile))
        for results in self.workers.run(workshop, Workshop.make, shards):
            inventory.take(results)
        self._close(archive, inventory)
        self._problems = (*found, *inventory.problems())
        return self._problems

    def put_in_place(self, facts: Mapping[object, str]) -> None:
        """Let what was made take its place, and remember it for the next build.

        Raises:
            OSError: the disk is full, or a folder may not be written.
        """
        try:
            if self._inventory is None:
                self._put_docs()
            else:
                self._put_all(self._inventory.parts)
            self._remember(facts)
        finally:
            self._lock.release()

    def _remember(self, facts: Mapping[object, str]) -> None:
        shells = self._shells.known
        tree, site = Look.of(self._tree.stat()), Look.of(self.site.stat())
        inputs = b"" if self.is_behind else self._inputs
        head = Head(self._base, inputs, tree, site, self._docs, shells, self._problems, dict(facts))
        save(self._head, head)

    @property
    def is_behind(self) -> bool:
        """Whether something has to be made that is not as the articles are."""
        return self._inventory is not None and self._inventory.is_behind

    def abandon(self) -> None:
        """Leave the site of before as it is."""
        shutil.rmtree(self.staging, ignore_errors=True)
        self._next.unlink(missing_ok=True)
        self._lock.release()

    def _is_as_left(self, head: Head) -> bool:
        try:
            looks = Look.of(self._tree.stat()), Look.of(self.site.stat())
        except OSError:
            return False
        return looks == (head.tree, head.site)

    def _put_back(self) -> None:
        """Two folders change places in two steps; a build may have been killed between them."""
        previous = self.site.with_name(f".{self.site.name}.previous")
        if previous.exists() and not self.site.exists():
            previous.rename(self.site)
        shutil.rmtree(previous, ignore_errors=True)

    def _frame_is_as_before(self) -> bool:
        before = self.before
        shells = {key: self._shells.digest(*key) for key in before.shells}
        return shells == before.shells and self._docs.keys() == before.docs.keys()

    def _parts_before(self) -> Mapping[str, MadePart]:
        """The parts that the site of before is made of, as far as their files are as they were."""
        if self.before.tree.size >= 0 and self.before.base != self._base:
            return {}  # all is made anew, and the workers do without what stands in the site
        tree = self._tree_there()
        if tree is None or not self.site.is_dir():
            self.before = Head()
            return {}
        if tree.base != self._base:
            return {}
        self._tree_before = tree
        if self.before.tree.size >= 0:
            return tree.parts
        lost = set(damaged(self.site, tree))
        return {name: part.without(lost) for name, part in tree.parts.items()}

    def _tree_there(self) -> Tree | None:
        """The tree of the site of before, as it was written down; None where it cannot be read."""
        tree = load(self._tree, CLASSES)
        return tree if isinstance(tree, Tree) else None

    def _to_make(self, parts: Iterator[Part], inventory: Inventory) -> Iterator[Unit]:
        """The units that are not as before; the others are noted as they are."""
        can_stay = self._frame_is_as_before()
        for part in parts:
            if not (can_stay and inventory.keep(part)):
                yield from inventory.to_make(part.name, part.key or b"", part.units())

    def _close(self, archive: PublicArchive, inventory: Inventory) -> None:
        finished = _Finished(self.site, self.staging, inventory)
        new = Workshop(archive, None, self.staging)  # type: ignore[arg-type]  # renders no page
        files = all_closing(archive, finished, with_search=self.with_search)
        units = (Unit(file.path, mark_of(file.content)[0], file) for file in files)
        for unit in inventory.to_make(_CLOSING, b"", units):
            inventory.take(new.make(Shard([unit])))

    def _put_docs(self) -> None:
        """Nothing but hand-written pages changed."""
        before = self.before.docs
        put = [path for path, mark in self._docs.items() if before[path] != mark]
        tree = load(self._tree, CLASSES) if put else None
        if isinstance(tree, Tree):
            tree = replace(tree, docs=self._docs)
            own = tree.own_docs()
            put = [path for path in put if path in own]
            save(self._next, tree)
            self._replace(put, [], tree)
        else:
            shutil.rmtree(self.staging, ignore_errors=True)

    def _put_all(self, parts: dict[str, MadePart]) -> None:
        tree = Tree(parts, self._docs, self._base)
        save(self._next, tree)
        put, gone = self._changes(tree)
        self._replace(put, sorted(gone), tree)

    def _changes(self, tree: Tree) -> tuple[list[str], set[str]]:
        """Files that are to be put into the site, and those that are to go.

        By what the build before left where the site is as it was left, otherwise by what is found.
        Nothing where there is no site, since all of it is new. What begins with a dot is somebody
        else's until the archive makes it.
        """
        if not self.site.is_dir():
            return [], set()
        is_as_left = self.before.tree.size >= 0
        before = self._tree_before or (self._tree_there() if is_as_left else None)
        if is_as_left and before is not None:
            put, gone = changes(before, tree)
        else:
            put, gone = list(damaged(self.site, tree)), set(files_below(self.site))
            gone.difference_update(tree.each_path())
        gone = {path for path in gone if not path.startswith(_KEPT_AS_FOUND)}
        return put, gone | self._outdated_security(tree)

    def _outdated_security(self, tree: Tree) -> set[str]:
        """security.txt, if it stands there by a setting that is gone, as its first line tells."""
        file = self.site / security.PATH
        if not file.is_file() or security.PATH in tree.each_path():
            return set()
        return {security.PATH} if file.read_bytes().startswith(security.MARK) else set()

    def _replace(self, put: list[str], gone: list[str], tree: Tree) -> None:
        stands = self.site.is_dir()
        in_place = stands and can_be_in_place(put, gone)
        if stands and not in_place:
            moved = set(put)
            complete(
                self.staging, self.site, (path for path in tree.each_path() if path not in moved)
            )
            for path in gone:
                if path.startswith(_KEPT_AS_FOUND):
                    (self.site / path).unlink(missing_ok=True)
                    remove_empty(self.site, (self.site / path).parent)
        places = (os.fspath(self._next), os.fspath(self._tree))
        replacement = Replacement(
            os.fspath(self.site),
            os.fspath(self.staging),
            put if in_place else (),
            gone if in_place else (),
            not in_place,
            places,
        )
        replace_site(replacement, self._journal)


class _Finished:
    """The files of groups that are made; implements ``MadeFiles``."""

    def __init__(self, site: Path, staging: Path, inventory: Inventory) -> None:
        self._places = (staging, site)
        self._inventory = inventory

    def __call__(self, path: str) -> bytes:
        staging, site = self._places
        made = staging / path
        return (made if made.exists() else site / path).read_bytes()

    def mark(self, path: str) -> tuple[str, int]:
        digest, size = self._inventory.mark(path)
        return digest.hex(), size


def _calling(act: Callable[[], None]) -> Iterator[Shard]:
    """No shards; it is called when they are asked for."""
    act()
    yield from ()


def _parted(units: Iterator[Unit], most: int) -> Iterator[list[Unit]]:
    """Units in shards of at most so many, the first ones smaller.

    What is a group of files that takes its time is a shard by itself.
    """
    waiting: list[Unit] = []
    size = min(most, _FIRST)
    for unit in units:
        if unit.is_heavy:
            yield [unit]
            continue
        waiting.append(unit)
        if len(waiting) == size:
            yield waiting
            waiting = []
            size = min(most, 2 * size)
    if waiting:
        yield waiting
