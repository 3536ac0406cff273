"""A scratch repository around a small archive, away from the git settings of whoever runs the tests."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import SmallArchive

_WHO = {
    f"GIT_{role}_{part}": "x@example.org"
    for role in ("AUTHOR", "COMMITTER")
    for part in ("NAME", "EMAIL")
}
_ENVIRONMENT = {**os.environ, **_WHO, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


@dataclass(frozen=True)
class Repository:
    """A repository, and the archive somewhere in it."""

    root: Path
    archive: SmallArchive

    def git(self, *arguments: str) -> str:
        """Run git in the root."""
        done = subprocess.run(
            ["git", "-C", self.root, *arguments],
            check=True,
            capture_output=True,
            encoding="utf-8",
            env=_ENVIRONMENT,
        )
        return done.stdout

    def publish(self) -> None:
        """Commit everything as it is, and tag it."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Publish")
        self.git("tag", "--force", "published")

    def lost(self, revision: str = "published") -> list[str]:
        """What `archive check --against` says of lost addresses, a line each."""
        output = self.archive.run("check", "--against", revision).output
        return [line for line in output.splitlines() if "would lead nowhere" in line]


def repository_of(archive: SmallArchive, root: Path | None = None) -> Repository:
    """A new repository, in the archive's folder or above it."""
    made = Repository(root or archive.folder, archive)
    made.git("init", "--quiet")
    return made
