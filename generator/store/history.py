"""What stood in the archive's folder at a commit, read from git's objects without a checkout."""

from __future__ import annotations

import hashlib
import itertools
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.errors import HistoryError

_AT_ONCE = 500
_FILE_MODES = (b"100644", b"100755", b"100664")
_SHA1_DIGITS = 40


class Commit:
    """The files below an archive's folder as one commit has them.

    Attributes:
        folder: the archive's folder, anywhere in its repository.
        revision: the commit as it was asked for: a hash, a tag, a branch.
    """

    def __init__(self, folder: Path, revision: str) -> None:
        """Find the commit.

        Raises:
            HistoryError: there is no git, no repository, or no such commit in it.
        """
        self.folder = folder
        self.revision = revision
        self._git("rev-parse", "--git-dir")
        name = f"{revision}^{{commit}}"
        arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        found = self._run(arguments)
        self._id = found.stdout.decode().strip()
        if found.returncode or not self._id:
            raise HistoryError(self._unknown())

    def files(self, *below: str) -> Mapping[str, str]:
        """The object id of each file, by its path from the archive's folder.

        Args:
            below: files and folders to list.
        """
        listing = self._git("ls-tree", "-r", "-z", self._id, "--", *below)
        found: dict[str, str] = {}
        for entry in listing.split(b"\0"):
            facts, tab, name = entry.partition(b"\t")
            if tab and facts.startswith(_FILE_MODES):  # neither links nor submodules
                found[os.fsdecode(name)] = facts.rpartition(b" ")[2].decode()
        return found

    def read(self, object_ids: Iterable[str]) -> Iterator[bytes]:
        """The bytes of each object, in order.

        Raises:
            HistoryError: an object is not there, as in a partial clone.
        """
        waiting = iter(object_ids)
        while batch := list(itertools.islice(waiting, _AT_ONCE)):
            names = "".join(f"{object_id}\n" for object_id in batch).encode()
            yield from self._contents(self._git("cat-file", "--batch", given=names), batch)

    def _contents(self, answer: bytes, batch: Sequence[str]) -> Iterator[bytes]:
        at = 0
        for object_id in batch:
            end = answer.index(b"\n", at)
            head = answer[at:end].split(b" ")
            if head[-1] == b"missing":
                raise HistoryError(
                    f"git lacks a part of {self.revision} ({object_id}): fetch it as a whole"
                )
            size = int(head[-1])
            yield answer[end + 1 : end + 1 + size]
            at = end + size + 2

    def _unknown(self) -> str:
        shallow = self._run(("rev-parse", "--is-shallow-repository")).stdout.strip() == b"true"
        if shallow:
            return (
                f"git does not know '{self.revision}' here: this clone has only the latest commits; "
                "run `git fetch --unshallow`, or set fetch-depth: 0 in a workflow"
            )
        return f"git knows no commit '{self.revision}': name a commit, a tag or a branch"

    def _git(self, *arguments: str, given: bytes = b"") -> bytes:
        done = self._run(arguments, given)
        if done.returncode:
            told = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
            if "not a git repository" in told:
                told = f"{self.folder} is in no git repository: there is nothing to compare with"
            raise HistoryError(told.partition("\n")[0])
        return done.stdout

    def _run(
        self, arguments: Sequence[str], given: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
        command = ["git", "--no-optional-locks", "-C", os.fspath(self.folder), *arguments]
        environment = {**os.environ, "LC_ALL": "C"}
        try:
            return subprocess.run(
                command, input=given, capture_output=True, check=False, env=environment
            )
        except OSError as error:
            raise HistoryError(f"git cannot be run: {error.strerror}") from error


def object_id_of(content: bytes, like: str) -> str:
    """The id that git gives to a file with these bytes, in the hash that another id is in."""
    algorithm = "sha1" if len(like) == _SHA1_DIGITS else "sha256"
    digest = hashlib.new(algorithm, usedforsecurity=False)
    digest.update(b"blob %d\0" % len(content))
    digest.update(content)
    return digest.hexdigest()
