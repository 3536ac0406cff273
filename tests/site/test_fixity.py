"""The manifest of a built site, by the program that lawyers and librarians have."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from mkdocs.exceptions import Abort

from generator.outputs.manifest import MANIFEST_FILE
from tests.site.conftest import SiteArchive

SHA256SUM = shutil.which("sha256sum")
needs_sha256sum = pytest.mark.skipif(SHA256SUM is None, reason="there is no sha256sum")


def sha256sum(archive: SiteArchive) -> subprocess.CompletedProcess[str]:
    assert SHA256SUM is not None
    return subprocess.run(
        [SHA256SUM, "--check", "--strict", MANIFEST_FILE],
        cwd=archive.site,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def listed(archive: SiteArchive) -> list[str]:
    text = (archive.site / MANIFEST_FILE).read_text("utf-8")
    return [line.partition("  ")[2] for line in text.splitlines()]


@needs_sha256sum
def test_sha256sum_finds_every_record_and_original_as_listed(site_archive: SiteArchive) -> None:
    site_archive.with_original("2016/one", redirect_from=["old/", "old/one.txt"])
    site_archive.with_original("2016/حصار الميناء", "نص".encode(), language="ar")
    site_archive.with_original("2016/part", display="excerpt")
    site_archive.article("undated/back\\slash")
    site_archive.article("2016/draft", status="draft")
    made = {"date": "2018-01-01", "reason": "Asked for."}
    site_archive.with_original("2016/gone", status="withdrawn", withdrawn=made)
    site_archive.build()
    assert listed(site_archive) == [
        "ar/reports/2016/حصار الميناء/report.md",
        "ar/reports/2016/حصار الميناء/حصار الميناء.txt",
        "old/one.txt",
        "reports/2016/one/one.txt",
        "reports/2016/one/report.md",
        "reports/2016/part/report.md",
        "reports/undated/back\\\\slash/report.md",
    ]
    done = sha256sum(site_archive)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count(": OK") == 7


@needs_sha256sum
def test_a_changed_file_is_found(site_archive: SiteArchive) -> None:
    site_archive.with_original("2016/one")
    site_archive.build()
    original = site_archive.site / "reports/2016/one/one.txt"
    original.write_bytes(original.read_bytes() + b" ")
    done = sha256sum(site_archive)
    assert done.returncode == 1
    assert "reports/2016/one/one.txt: FAILED" in done.stdout


def test_the_page_names_record_and_hash(site_archive: SiteArchive) -> None:
    site_archive.article("2016/one")
    site_archive.build()
    (line,) = (site_archive.site / MANIFEST_FILE).read_text("utf-8").splitlines()
    page = site_archive.page("reports/2016/one/")
    assert line.partition(" ")[0] in page
    assert 'href="../../../reports/2016/one/report.md"' in page


def test_a_redirect_never_takes_the_place_of_a_page(site_archive: SiteArchive) -> None:
    site_archive.article("2016/one", redirect_from=["browse/", "notes/method/", "old/"])
    site_archive.build(strict=False)
    for address in ("browse/", "notes/method/"):
        assert 'http-equiv="refresh"' not in site_archive.page(address)
    assert 'http-equiv="refresh"' in site_archive.page("old/")
    with pytest.raises(Abort):
        site_archive.build()
