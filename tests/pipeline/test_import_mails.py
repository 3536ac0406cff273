"""Mails and documents through the real command: nobody's address in an article, no original in public."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from tests.conftest import SmallArchive

SAMPLES = Path(__file__).parents[1] / "samples"
_MAILS = sorted((*SAMPLES.glob("mail/*.eml"), *SAMPLES.glob("mbox/*.mbox")))
_ARTICLES = [*SAMPLES.glob("mail/*.md"), *SAMPLES.glob("mbox/*.md")]
_DOCUMENTS = sorted(
    file for kind in ("docx", "odt", "pdf") for file in (SAMPLES / kind).glob(f"0[12]*.{kind}")
)


def _put(archive: SmallArchive, files: list[Path]) -> None:
    (archive.folder / "inbox").mkdir(exist_ok=True)
    for file in files:
        shutil.copy(file, archive.folder / "inbox" / file.name)


def _articles(archive: SmallArchive) -> list[Path]:
    """The articles with a withheld original; the archive has others from the beginning."""
    files = (archive.folder / "articles").rglob("*.md")
    return sorted(file for file in files if "withheld:" in file.read_text("utf-8"))


def test_no_address_and_no_mail_stands_below_articles(archive: SmallArchive) -> None:
    _put(archive, _MAILS)
    assert archive.run("import", archive.folder / "inbox").exit_code == 0
    assert not [file for file in archive.listing() if file.endswith((".eml", ".mbox"))]
    texts = [file.read_text("utf-8") for file in _articles(archive)]
    assert len(texts) == len(_ARTICLES)
    for text in texts:
        assert "@" not in text
        assert not re.search(r"\+999|555? ?123|0055", text)
        assert "withheld: a mail; it carries people's addresses" in text
    assert not list((archive.folder / "inbox").iterdir())


def test_a_mailbox_is_kept_whole_and_not_imported_twice(archive: SmallArchive) -> None:
    box = next(file for file in _MAILS if file.name == "01-two-mails.mbox")
    _put(archive, [box])
    archive.run("import", archive.folder / "inbox")
    (kept,) = (archive.folder / "originals").rglob("*")
    assert kept.read_bytes() == box.read_bytes()
    before = [file.read_bytes() for file in _articles(archive)]
    content = box.read_bytes().replace(b"\nTo:", b"\nX-Status: R\nTo:")
    (archive.folder / "next.mbox").write_bytes(content)
    output = archive.run("import", archive.folder / "next.mbox").output
    assert "0 imported, 2 already there, 0 failed" in output
    assert [file.read_bytes() for file in _articles(archive)] == before


@pytest.mark.parametrize("file", _DOCUMENTS, ids=lambda file: file.name)
def test_documents(archive: SmallArchive, file: Path) -> None:
    _put(archive, [file])
    assert archive.run("import", archive.folder / "inbox").exit_code == 0
    (article,) = _articles(archive)
    original = yaml.safe_load(article.read_text("utf-8").split("---\n")[1])["original"]
    assert "file" not in original
    assert (archive.folder / "originals" / original["sha256"]).read_bytes() == file.read_bytes()
    assert archive.run("check").output == "no problems\n"
