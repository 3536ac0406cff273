"""Pictures on the site: through the gate only, and gone with their report from every output at once."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from generator.exports import exports
from generator.pictures import SUFFIXES, cleaned
from tests.pictures.drawn import jpeg, noise, png, saved
from tests.site.conftest import SiteArchive
from tests.site.test_incremental import cold, tree

WITHDRAWN = {"status": "withdrawn", "withdrawn": {"date": "2018-01-01", "reason": "Asked for."}}


def illustrated(
    archive: SiteArchive,
    path: str,
    content: bytes = b"",
    withheld: str = "",
    words: str = "Two cranes",
    **fields: object,
) -> str:
    """An article with a picture and a caption; the name of its file."""
    clean = cleaned(content or jpeg())
    sha256 = hashlib.sha256(clean.content).hexdigest()
    file = f"{path.rpartition('/')[2]}.{sha256[:12]}{SUFFIXES[clean.media_type]}"
    record = {
        "file": file,
        "sha256": sha256,
        "media_type": clean.media_type,
        "size": f"{clean.width}x{clean.height}",
        **({"withheld": withheld} if withheld else {}),
    }
    body = f'The first paragraph.\n\n![{words}]({file} "At the quay")\n\nThe last one.'
    archive.article(path, body, pictures=[record], **{"date": "2016-10-28", **fields})
    archive.write(f"articles/{path.rpartition('/')[0]}/{file}", clean.content)
    return file


def files_of(archive: SiteArchive) -> list[str]:
    """Every picture of a report on the site, wherever it is."""
    found = (file for file in archive.site.rglob("*") if file.suffix in SUFFIXES.values())
    names = (file.relative_to(archive.site).as_posix() for file in found)
    return sorted(name for name in names if not name.startswith("assets/"))


def holders_of(archive: SiteArchive, *words: str) -> set[str]:
    """Every file of the site that has one of those words in it, or is called so."""
    files = [file for file in archive.site.rglob("*") if file.is_file()]
    return {
        file.relative_to(archive.site).as_posix()
        for file in files
        if any(word.encode() in file.read_bytes() or word in file.name for word in words)
    }


def page(archive: SiteArchive, address: str) -> str:
    return (archive.site / address / "index.html").read_text("utf-8")


def test_a_picture_stands_beside_its_page(site_archive: SiteArchive) -> None:
    file = illustrated(site_archive, "2016/one")
    site_archive.build()
    assert files_of(site_archive) == [f"reports/2016/one/{file}"]
    stored = (site_archive.folder / f"articles/2016/{file}").read_bytes()
    assert (site_archive.site / f"reports/2016/one/{file}").read_bytes() == stored
    shown = re.search(r"<figure>.*?</figure>", page(site_archive, "reports/2016/one"), re.DOTALL)
    assert shown is not None
    assert shown[0] == (
        f'<figure><img alt="Two cranes" height="80" loading="lazy" src="{file}" width="120" />'
        "<figcaption>At the quay</figcaption></figure>"
    )
    feed = (site_archive.site / "feed.xml").read_text("utf-8")
    absolute = f"https://harbour.example/archive/reports/2016/one/{file}"
    assert f'src=&quot;{absolute}&quot;' in feed or f'src="{absolute}"' in feed
    manifest = (site_archive.site / "manifest-sha256.txt").read_text("utf-8")
    assert f"{hashlib.sha256(stored).hexdigest()}  reports/2016/one/{file}\n" in manifest
    record = (site_archive.site / "reports/2016/one/report.md").read_text("utf-8")
    assert hashlib.sha256(stored).hexdigest() in record
    assert site_archive.run("verify", site_archive.site).exit_code == 0


def test_words_for_what_is_not_described_are_those_of_the_interface(
    site_archive: SiteArchive,
) -> None:
    illustrated(site_archive, "2016/one", words="")
    illustrated(site_archive, "2016/ميناء", words="", language="ar")
    site_archive.build()
    assert 'alt="Picture without a description"' in page(site_archive, "reports/2016/one")
    assert 'alt="صورة بلا وصف"' in page(site_archive, "ar/reports/2016/ميناء")


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "draft"},
        {"status": "embargoed"},
        WITHDRAWN,
        {"display": "excerpt", "url": "https://else.example/"},
        {"display": "link", "url": "https://else.example/"},
        {"withheld": "came in a mail"},
    ],
    ids=["draft", "embargoed", "withdrawn", "excerpt", "link", "withheld"],
)
def test_what_may_not_be_shown_leaves_every_output_at_once(
    site_archive: SiteArchive, fields: dict[str, object], tmp_path: Path
) -> None:
    file = illustrated(site_archive, "2016/one", redirect_from=["reports/2015/one/"])
    sha256 = file.split(".")[1]
    other = illustrated(site_archive, "2016/other", png())
    site_archive.build()
    assert len(files_of(site_archive)) == 3
    illustrated(site_archive, "2016/one", redirect_from=["reports/2015/one/"], **fields)  # type: ignore[arg-type]
    site_archive.build()
    assert files_of(site_archive) == [f"reports/2016/other/{other}"]
    assert holders_of(site_archive, sha256) == set()
    assert tree(site_archive.site) == cold(site_archive)
    for name in exports():
        place = tmp_path / name
        assert site_archive.run("export", name, "--out", place).exit_code == 0
        written = [f for f in (place, *place.rglob("*")) if f.is_file()]
        assert written
        assert not [f for f in written if sha256 in f.name or sha256.encode() in f.read_bytes()]


def test_only_what_is_recorded_is_shown(site_archive: SiteArchive) -> None:
    """A name in a text is no permission: of another report, or of a file that lies there."""
    file = illustrated(site_archive, "2016/hidden", status="draft")
    site_archive.write("articles/2016/stray.png", saved(noise(), "PNG"))
    site_archive.article("2016/one", f"A text.\n\n![a]({file}) ![b](stray.png) ![c](../x.png)")
    site_archive.build()
    assert files_of(site_archive) == []
    assert "<img" not in page(site_archive, "reports/2016/one").partition('class="ar-body"')[2]


def test_another_picture_makes_the_page_anew(site_archive: SiteArchive) -> None:
    illustrated(site_archive, "2016/one")
    site_archive.article("2016/two", date="2015-01-01")
    site_archive.build()
    file = illustrated(site_archive, "2016/one", png((90, 70)))
    site_archive.build()
    assert files_of(site_archive) == [f"reports/2016/one/{file}"]
    assert 'height="70"' in page(site_archive, "reports/2016/one")
    assert tree(site_archive.site) == cold(site_archive)


def test_a_file_that_changed_is_published_as_it_is_and_does_not_pass_the_check(
    site_archive: SiteArchive,
) -> None:
    file = illustrated(site_archive, "2016/one")
    site_archive.build()
    other = saved(noise((50, 50)), "JPEG")
    site_archive.write(f"articles/2016/{file}", other)
    site_archive.build()
    assert (site_archive.site / f"reports/2016/one/{file}").read_bytes() == other
    assert "is another picture than the one recorded" in site_archive.run("check").output
    assert site_archive.run("verify").exit_code == 1
    assert site_archive.run("verify", site_archive.site).exit_code == 1


def test_a_missing_picture_fails_a_strict_build(site_archive: SiteArchive) -> None:
    from mkdocs.exceptions import Abort

    file = illustrated(site_archive, "2016/one")
    (site_archive.folder / f"articles/2016/{file}").unlink()
    with pytest.raises(Abort):
        site_archive.build()
    assert file in site_archive.run("check").output
    assert "missing" in site_archive.run("verify").output


def test_a_bag_has_the_pictures(site_archive: SiteArchive, tmp_path: Path) -> None:
    illustrated(site_archive, "2016/one")
    done = site_archive.run("export", "bagit", "--out", tmp_path / "bag")
    assert done.exit_code == 0, done.output
    sha256 = hashlib.sha256(cleaned(jpeg()).content).hexdigest()
    assert len(list((tmp_path / "bag").rglob(f"{sha256}.jpg"))) == 1


def test_a_report_that_moved_keeps_its_pictures_at_both_addresses(
    site_archive: SiteArchive,
) -> None:
    file = illustrated(site_archive, "2016/one")
    assert site_archive.run("move", "2016/one", "2017/other").exit_code == 0
    assert site_archive.run("check").output == "no problems\n"
    assert (site_archive.folder / f"articles/2017/{file}").exists()
    assert not (site_archive.folder / f"articles/2016/{file}").exists()
    site_archive.build()
    assert files_of(site_archive) == [f"reports/2016/one/{file}", f"reports/2017/other/{file}"]
    assert site_archive.run("verify", site_archive.site).exit_code == 0
