"""`archive picture`: an editor's own picture, and what the checks say of those that came another way."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from generator import frontmatter
from generator.pictures import cleaned
from tests.conftest import SmallArchive
from tests.pictures.drawn import SECRET, jpeg, png

PATH = "2016/one"


def records(archive: SmallArchive) -> list[dict[str, Any]]:
    found = archive.fields(PATH)["pictures"]
    assert isinstance(found, list)
    return found


def add(archive: SmallArchive, content: bytes = b"") -> str:
    """Add a picture; the name of its file."""
    done = archive.run("picture", PATH, archive.write("raw/p.jpg", content or jpeg()))
    assert done.exit_code == 0, done.output
    return str(records(archive)[-1]["file"])


def show(archive: SmallArchive, file: str) -> None:
    place = archive.folder / f"articles/{PATH}.md"
    place.write_text(place.read_text("utf-8") + f"\n![a crane]({file})\n", "utf-8")


def test_a_picture_is_cleaned_named_and_recorded(archive: SmallArchive) -> None:
    archive.article(PATH, "A text.", authors=["Mira Holt"])
    file = add(archive)
    clean = cleaned(jpeg())
    stored = (archive.folder / f"articles/2016/{file}").read_bytes()
    assert stored == clean.content
    assert SECRET not in stored
    sha256 = hashlib.sha256(stored).hexdigest()
    came_as = hashlib.sha256(jpeg()).hexdigest()
    assert records(archive) == [
        {
            "file": f"one.{sha256[:12]}.jpg",
            "sha256": sha256,
            "media_type": "image/jpeg",
            "size": "120x80",
            "original": came_as,
        }
    ]
    assert (archive.folder / "originals" / came_as).read_bytes() == jpeg()
    assert (archive.folder / "raw/p.jpg").exists()
    show(archive, file)
    assert archive.run("check").output == "no problems\n"
    assert archive.run("verify").exit_code == 0


def test_the_same_picture_again_changes_nothing(archive: SmallArchive) -> None:
    archive.article(PATH)
    add(archive)
    before = archive.listing()
    add(archive)
    assert archive.listing() == before


def test_a_withdrawal_tells_of_the_pictures_that_stay(archive: SmallArchive) -> None:
    archive.article(PATH)
    file = add(archive)
    done = archive.run("withdraw", PATH, "--reason", "Asked for.")
    assert f"    {file} stays beside it in the repository, but not on the site\n" in done.output


@pytest.mark.parametrize("content", [b"<svg/>", jpeg()[:900], b""])
def test_what_cannot_be_shown_is_refused_and_nothing_written(
    archive: SmallArchive, content: bytes
) -> None:
    archive.article(PATH)
    raw = archive.write("raw/p.jpg", content)
    before = archive.listing()
    done = archive.run("picture", PATH, raw)
    assert done.exit_code == 1
    assert "p.jpg" in done.output
    assert archive.listing() == before


def test_a_picture_that_somebody_put_there_is_looked_at(archive: SmallArchive) -> None:
    archive.article(PATH)
    file = add(archive)
    archive.write(f"articles/2016/{file}", jpeg())
    text = (archive.folder / f"articles/{PATH}.md").read_text("utf-8")
    sha256 = str(records(archive)[0]["sha256"])
    archive.write(
        f"articles/{PATH}.md", text.replace(sha256, hashlib.sha256(jpeg()).hexdigest(), 1)
    )
    found = archive.run("check").output
    assert "carries more than the picture" in found
    assert found.endswith("1 problem\n")


def test_what_the_text_shows_without_a_record_is_told(archive: SmallArchive) -> None:
    archive.article(PATH, "A text.\n\n![a](quay.png) [b](x.pdf) ![c](https://e.example/x.png)")
    archive.write("articles/2016/quay.png", png())
    found = archive.run("check").output
    assert "articles/2016/one.md:7: pictures: the picture 'quay.png' is not named" in found
    assert "articles/2016/quay.png: belongs to no article" in found
    assert found.endswith("2 problems\n")


@pytest.mark.parametrize(
    ("field", "value"),
    [("media_type", "image/svg+xml"), ("sha256", "x"), ("size", "0x9"), ("size", "wide")],
)
def test_a_record_that_is_no_record_is_told(archive: SmallArchive, field: str, value: str) -> None:
    archive.article(PATH)
    add(archive)
    text = (archive.folder / f"articles/{PATH}.md").read_text("utf-8")
    fields = dict(frontmatter.parse(text).fields)
    fields["pictures"] = [{**records(archive)[0], field: value}]
    archive.write(f"articles/{PATH}.md", frontmatter.compose(fields, "A text."))
    assert f"pictures.0.{field}" in archive.run("check").output
