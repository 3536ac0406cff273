"""What the site says to Tor Browser, to crawlers, and to who finds a weakness."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.site.conftest import CONFIG, SiteArchive

ONION = f"http://{'a2' * 28}.onion/"
SECURITY = "      security: {contact: desk@harbour.example, expires: 2027-06-30}\n"


def configure(archive: SiteArchive, lines: str) -> None:
    before, organisation, after = CONFIG.partition("      organisation: Harbour Watch\n")
    archive.write("mkdocs.yml", before + organisation + lines + after)


def onion_of(file: Path) -> list[str]:
    found = re.findall(
        r'<meta http-equiv="onion-location" content="([^"]*)">', file.read_text("utf-8")
    )
    return [unquote(address) for address in found]


def test_every_page_names_its_address_at_the_onion_service(site_archive: SiteArchive) -> None:
    configure(site_archive, f"      onion_location: {ONION.rstrip('/')}\n")
    site_archive.article("2016/one", date="2016-10-28")
    site_archive.article("2016/ميناء", date="2016-10-28", language="ar")
    site_archive.build()
    addresses = site_archive.addresses()
    assert {"./", "notes/method/", "reports/2016/one/", "ar/reports/2016/ميناء/"} <= addresses
    for address in addresses:
        page = site_archive.site / address / "index.html"
        assert onion_of(page) == [ONION + address.removeprefix("./")], address
    assert onion_of(site_archive.site / "404.html") == [f"{ONION}404.html"]


def test_without_an_onion_service_no_page_names_one(site_archive: SiteArchive) -> None:
    site_archive.build()
    assert not [page for page in site_archive.site.rglob("*.html") if onion_of(page)]


@pytest.fixture
def well_known(site_archive: SiteArchive) -> Path:
    """The folder of a site built with security.txt, and somebody else's file in it."""
    configure(site_archive, SECURITY)
    site_archive.build()
    folder = site_archive.site / ".well-known"
    (folder / "other").mkdir()
    (folder / "other" / "deep.txt").write_text("stays")
    (site_archive.site / ".htaccess").write_text("stays")
    return folder


def contents(folder: Path) -> list[str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return sorted(file.relative_to(folder).as_posix() for file in files)


def test_security_txt_follows_its_setting(site_archive: SiteArchive, well_known: Path) -> None:
    configure(site_archive, SECURITY.replace("2027", "2028"))
    site_archive.build()
    assert contents(well_known) == ["other/deep.txt", "security.txt"]
    assert "Expires: 2028-06-30T00:00:00Z" in (well_known / "security.txt").read_text()
    site_archive.build()
    assert contents(well_known) == ["other/deep.txt", "security.txt"]


def test_security_txt_stays_while_only_reports_change(site_archive: SiteArchive) -> None:
    configure(site_archive, SECURITY)
    report = "---\ntitle: A report\n---\n\nText.\n"
    for added in ("", "\nMore.\n", "\nMost.\n"):
        site_archive.write("articles/2016/other.md", f"{report}{added}")
        site_archive.build()
    assert "Most." in site_archive.page("reports/2016/other/")
    assert contents(site_archive.site / ".well-known") == ["security.txt"]
    assert (site_archive.site / ".nojekyll").exists()


def test_security_txt_goes_with_its_setting(site_archive: SiteArchive, well_known: Path) -> None:
    configure(site_archive, "")
    site_archive.build()
    assert contents(well_known) == ["other/deep.txt"]
    assert (site_archive.site / ".htaccess").read_text() == "stays"


def test_a_folder_left_empty_goes_too(site_archive: SiteArchive) -> None:
    configure(site_archive, SECURITY)
    site_archive.build()
    configure(site_archive, "")
    site_archive.build()
    assert not (site_archive.site / ".well-known").exists()


def test_a_security_txt_of_somebody_else_stays(site_archive: SiteArchive) -> None:
    site_archive.build()
    own = site_archive.site / ".well-known" / "security.txt"
    own.parent.mkdir()
    own.write_text("Contact: mailto:other@harbour.example\n")
    site_archive.build()
    assert own.read_text() == "Contact: mailto:other@harbour.example\n"
