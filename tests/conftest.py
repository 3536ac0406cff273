"""A small archive of its own for each test that wants one."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from generator import frontmatter
from generator.cli import main
from generator.settings import Settings, read_settings
from generator.store import ArticleStore
from generator.vocabulary import Vocabulary, read_vocabulary
from tests.browser import chromium, nu

# A busy machine is no failure: the edtf package takes its time.
# The suite gives the same answer twice; HYPOTHESIS_PROFILE=explore looks where it has not yet.
for _profile, _repeats in (("archive", True), ("explore", False)):
    hypothesis_settings.register_profile(
        _profile,
        deadline=None,
        derandomize=_repeats,
        suppress_health_check=[HealthCheck.too_slow],
    )
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "archive"))


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name packed bytes by their argument: they hold the hour, and every process must agree."""
    if isinstance(val, bytes) and not val.isascii():
        return argname
    return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud what was not looked at; here, since a run in processes reads no other conftest."""
    for title, reason in (
        ("BROWSER TESTS DID NOT RUN", chromium.MISSING),
        ("HTML WAS NOT CHECKED", nu.MISSING),
    ):
        skipped = [r for r in terminalreporter.getreports("skipped") if reason in str(r.longrepr)]
        if skipped:
            terminalreporter.section(title, sep="!", red=True, bold=True)
            terminalreporter.line(f"{len(skipped)} tests were skipped: {reason}.")


CONFIG = """\
site_name: Harbour Watch
site_url: https://harbour.example
plugins:
  - search
  - archive:
      organisation: Harbour Watch
      contact: desk@harbour.example
      languages:
        en: {site_name: Harbour Watch}
        ar: {site_name: مرصد الميناء, dates: ar-SY}
markdown_extensions:
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
extra:
  analytics: !ENV [NO_SUCH_VARIABLE, none]
"""
VOCABULARY = """\
- id: port-tarn
  kind: place
  labels: {en: Port Tarn, ar: ميناء تارن}
  coordinates: [-41.5, -126.5]
- id: old-quay
  kind: place
  labels: {en: Old Quay}
  aliases: {en: [Customs Quay]}
  broader: port-tarn
- id: siege
  kind: theme
  labels: {en: Siege, ar: حصار}
- id: northern-wire
  kind: source
  labels: {en: Northern Wire}
  aliases: {en: [NW]}
"""
WIRE = """\
Dockers walk out at Port Tarn

By Mira Holt and Sami Nader

Port Tarn, Oct 28, 2016 (Northern Wire) – Dockers left the Old Quay on Friday after two cranes failed.

The port said nothing about the siege of the fuel depot, which enters its third week. \
Families who live behind the depot told us that they had seen no delivery of bread or water since Monday.

© 2016 Northern Wire
"""


@dataclass(frozen=True)
class SmallArchive:
    """An archive in a folder, and the command that works on it."""

    folder: Path

    @property
    def store(self) -> ArticleStore:
        return ArticleStore(self.folder)

    @property
    def settings(self) -> Settings:
        return read_settings(self.folder)

    @property
    def vocabulary(self) -> Vocabulary:
        return read_vocabulary(self.folder)

    def write(self, name: str, content: str | bytes) -> Path:
        """A file in the archive."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def article(self, path: str, body: str = "A text.", **fields: object) -> Path:
        """An article; its title is made from its path where none is given."""
        front = {"title": path.rpartition("/")[2].replace("-", " "), **fields}
        return self.write(f"articles/{path}.md", frontmatter.compose(front, body))

    def with_original(self, path: str, content: bytes = b"A text.\n", **fields: object) -> Path:
        """An article with its original beside it."""
        file = f"{path.rpartition('/')[2]}.txt"
        self.write(f"articles/{path}.txt", content)
        record = {"file": file, "sha256": hashlib.sha256(content).hexdigest()}
        return self.article(path, "A text.", original=record, **fields)

    def fields(self, path: str) -> Mapping[str, object]:
        """The front matter of an article."""
        text = (self.folder / "articles" / f"{path}.md").read_text("utf-8")
        return frontmatter.parse(text).fields

    def run(self, *arguments: str | Path) -> Result:
        """Run `archive -C FOLDER …`."""
        return CliRunner().invoke(main, ["-C", str(self.folder), *map(str, arguments)])

    def import_json(self, *arguments: str | Path) -> list[dict[str, object]]:
        """Run `archive import --format json …`: one object a line."""
        result = self.run("import", "--format", "json", *arguments)
        return [json.loads(line) for line in result.stdout.splitlines()]

    def listing(self) -> dict[str, bytes]:
        """Every file of the archive with its bytes."""
        return {
            file.relative_to(self.folder).as_posix(): file.read_bytes()
            for file in sorted(self.folder.rglob("*"))
            if file.is_file() and not file.is_symlink()
        }

    def articles(self) -> list[str]:
        """The paths of the articles."""
        return self.store.paths()


@pytest.fixture
def archive(tmp_path: Path) -> SmallArchive:
    """An archive with settings and a vocabulary, and no article yet."""
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (folder / "vocabulary.yml").write_text(VOCABULARY, "utf-8")
    (folder / "inbox").mkdir()
    (folder / "articles").mkdir()
    return SmallArchive(folder)
