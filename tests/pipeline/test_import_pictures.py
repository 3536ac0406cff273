"""Pictures that come with a report: they stand beside its article, clean, recorded, and nothing else does."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from generator.pictures import cleaned
from tests.conftest import SmallArchive
from tests.importers.warcs import Crawl
from tests.pdf.test_pictures import with_pictures
from tests.pictures.drawn import SECRET, jpeg, noise, png, saved, webp

SAMPLES = Path(__file__).parents[1] / "samples"
STORY = (
    "Dockers left the Old Quay on Friday after two cranes had failed in the night, and the port"
    " said that no ship would be unloaded before the cranes have been looked at by engineers."
)
WORDS = "Two cranes, one of them on its side"
PATH = "undated/dockers-walk-out"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><script>alert(1)</script></svg>'


def page(*pictures: str) -> str:
    shown = "".join(f"<p>{STORY}</p>{picture}" for picture in pictures)
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Dockers walk out</title></head>'
        f"<body><article><h1>Dockers walk out</h1>{shown}<p>{STORY} {STORY}</p></article></body></html>"
    )


def figure(source: str, later: str = "") -> str:
    caption = "The quay, 28 October 2016. Photo: M. Holt"
    return f'<figure><img src="{source}" alt="{WORDS}"{later}><figcaption>{caption}</figcaption></figure>'


def pictures_of(archive: SmallArchive, path: str = PATH) -> list[dict[str, Any]]:
    found = archive.fields(path).get("pictures", [])
    assert isinstance(found, list)
    return found


def body_of(archive: SmallArchive, path: str = PATH) -> str:
    return (archive.folder / f"articles/{path}.md").read_text("utf-8").partition("\n---\n\n")[2]


def assert_clean(archive: SmallArchive, path: str, *came_as: bytes) -> None:
    """The pictures of an article are those, in their order, without what they told."""
    records = pictures_of(archive, path)
    assert len(records) == len(came_as)
    for record, content in zip(records, came_as, strict=True):
        stored = (archive.folder / "articles" / path).with_name(record["file"]).read_bytes()
        clean = cleaned(content)
        assert stored == clean.content
        assert SECRET not in stored
        assert record["sha256"] == hashlib.sha256(stored).hexdigest()
        assert record["size"] == f"{clean.width}x{clean.height}"
        assert record.get("original", record["sha256"]) == hashlib.sha256(content).hexdigest()
        assert record["file"].startswith(f"{path.rpartition('/')[2]}.{record['sha256'][:12]}.")
    assert archive.run("check").output == "no problems\n"
    assert archive.run("verify").exit_code == 0


def test_a_saved_page_and_the_folder_beside_it(archive: SmallArchive) -> None:
    later = ' data-src="https://cdn.example/quay.jpg?w=2000" srcset="https://cdn.example/q.jpg 2x"'
    archive.write("inbox/page.html", page(figure("page_files/quay.jpg", later)))
    archive.write("inbox/page_files/quay.jpg", jpeg())
    archive.write("inbox/page_files/logo.png", saved(noise((20, 20)), "PNG"))
    archive.write("inbox/page_files/ad.html", "<html><body>Buy a boat today.</body></html>")
    archive.write("inbox/page_files/style.css", "body { color: red }")
    done = archive.run("import", archive.folder / "inbox")
    assert done.exit_code == 0
    assert "4 files belong to pages" in done.output
    assert_clean(archive, PATH, jpeg())
    file = pictures_of(archive)[0]["file"]
    caption = "The quay, 28 October 2016. Photo: M. Holt"
    assert f'\n\n![{WORDS}]({file} "{caption}")\n\n' in body_of(archive)
    kept = archive.folder / "originals" / hashlib.sha256(jpeg()).hexdigest()
    assert kept.read_bytes() == jpeg()
    left = sorted(name for name in archive.listing() if name.startswith("inbox/"))
    assert left == [f"inbox/page_files/{name}" for name in ("ad.html", "logo.png", "style.css")]


def test_importing_again_changes_nothing(archive: SmallArchive) -> None:
    archive.write("raw/page.html", page(figure("page_files/quay.jpg")))
    archive.write("raw/page_files/quay.jpg", jpeg())
    archive.run("import", archive.folder / "raw")
    before = archive.listing()
    done = archive.run("import", archive.folder / "raw")
    assert "1 already there" in done.output
    assert archive.listing() == before


def test_a_killed_import_that_left_its_pictures_goes_on(archive: SmallArchive) -> None:
    archive.write("raw/page.html", page(figure("page_files/quay.jpg")))
    archive.write("raw/page_files/quay.jpg", jpeg())
    archive.run("import", archive.folder / "raw")
    whole = archive.listing()
    (archive.folder / f"articles/{PATH}.md").unlink()
    archive.run("import", archive.folder / "raw")
    assert archive.listing() == whole


def test_a_page_that_is_named_alone_takes_nothing_but_its_own_folder(archive: SmallArchive) -> None:
    alone = archive.write(
        "raw/page.html", page(figure("page_files/quay.jpg"), figure("passport.jpg"))
    )
    archive.write("raw/page_files/quay.jpg", jpeg())
    archive.write("raw/passport.jpg", jpeg((90, 90)))
    archive.run("import", alone)
    assert_clean(archive, PATH, jpeg())


@pytest.mark.parametrize(
    "source",
    ["../outside.png", "/etc/outside.png", "file:///outside.png", "link.png", "a\\..\\..\\x.png"],
)
def test_no_picture_comes_from_outside_of_the_folder(archive: SmallArchive, source: str) -> None:
    archive.write("outside.png", png())
    archive.write("raw/page.html", page(figure(source)))
    (archive.folder / "raw/link.png").symlink_to(archive.folder / "outside.png")
    assert archive.run("import", archive.folder / "raw").exit_code == 0
    assert not pictures_of(archive)


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return file.getvalue()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_page_in_a_zip(archive: SmallArchive, workers: str) -> None:
    packed = zipped(
        site__a__p_dot_html=page(figure("../img/quay.jpg"), figure("../../../x.jpg")).encode(),
        site__img__quay_dot_jpg=jpeg(),
    )
    raw = archive.write("raw/site.zip", packed)
    assert archive.run("import", "--workers", workers, raw).exit_code == 0
    assert_clean(archive, PATH, jpeg())


def test_a_picture_that_is_damaged_in_its_zip_is_told(archive: SmallArchive) -> None:
    packed = bytearray(zipped(p_dot_html=page(figure("q.png")).encode(), q_dot_png=png()))
    place = packed.index(b"q.png", 0) + 300
    packed[place : place + 40] = bytes(40)
    done = archive.run("import", archive.write("raw/site.zip", bytes(packed)))
    assert done.exit_code == 0
    assert "damaged" in done.output
    assert not pictures_of(archive)


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_in_a_web_archive(archive: SmallArchive, packed: bool) -> None:
    crawl = Crawl(packed=packed)
    later = ' data-src="https://cdn.example/large.jpg"'  # which the crawler did not meet
    shown = page(figure("/q.jpg", later), figure("/gone.jpg"))
    crawl.add("https://h.example/a", shown.encode())
    crawl.add("https://h.example/q.jpg", jpeg(), "image/jpeg")
    done = archive.run("import", archive.write("raw/crawl.warc", crawl.bytes()))
    assert done.exit_code == 0
    assert_clean(archive, PATH, jpeg())
    assert f"![{WORDS}](https://h.example/gone.jpg)" in body_of(archive)


def data_uri(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def test_a_picture_in_the_page_itself(archive: SmallArchive) -> None:
    clean = cleaned(webp()).content
    raw = archive.write("raw/p.html", page(figure(data_uri(clean, "image/webp"))))
    archive.run("import", raw)
    assert_clean(archive, PATH, clean)
    assert (archive.folder / f"articles/{PATH}.html.txt").exists()


def test_a_page_whose_pictures_tell_more_is_no_public_original(archive: SmallArchive) -> None:
    """Its bytes have the place and the people in them."""
    raw = archive.write("raw/p.html", page(figure(data_uri(jpeg(), "image/jpeg"))))
    archive.run("import", raw)
    assert_clean(archive, PATH, jpeg())
    original = archive.fields(PATH)["original"]
    assert isinstance(original, dict)
    assert "carry more than they show" in original["withheld"]
    assert not [name for name in archive.listing() if name.endswith(".html.txt")]


def test_what_cannot_be_shown_is_told_and_the_report_imported(archive: SmallArchive) -> None:
    archive.write("raw/p.html", page(*map(figure, ("a.svg", "b.png", "c.png", "d.jpg"))))
    archive.write("raw/a.svg", SVG)
    archive.write("raw/b.png", b"<html><script>alert(1)</script></html>")
    archive.write("raw/c.png", png()[:-400])
    done = archive.run("import", archive.folder / "raw")
    assert done.exit_code == 0
    for words in (
        "a.svg is an SVG",
        "b.png is no picture",
        "c.png is damaged",
        "1 pictures did not",
    ):
        assert words in done.output
    assert not pictures_of(archive)
    assert "picture:" not in body_of(archive)
    assert "script" not in body_of(archive)


def test_the_ending_is_that_of_the_bytes(archive: SmallArchive) -> None:
    archive.write("raw/p.html", page(figure("x.gif")))
    archive.write("raw/x.gif", png())
    archive.run("import", archive.folder / "raw")
    assert_clean(archive, PATH, png())
    assert pictures_of(archive)[0]["file"].endswith(".png")


def test_ornaments_are_left_out_and_words_that_are_missing_are_told(archive: SmallArchive) -> None:
    archive.write("raw/p.html", page('<img src="dot.png">', '<img src="q.png">'))
    archive.write("raw/dot.png", saved(noise((30, 30)), "PNG"))
    archive.write("raw/q.png", png())
    done = archive.run("import", archive.folder / "raw")
    assert "1 pictures have no words" in done.output
    assert_clean(archive, PATH, png())


def test_the_same_picture_twice_is_one_file(archive: SmallArchive) -> None:
    archive.write("raw/p.html", page(figure("q.png"), figure("copy.png")))
    archive.write("raw/q.png", png())
    archive.write("raw/copy.png", png())
    archive.run("import", archive.folder / "raw")
    assert_clean(archive, PATH, png())
    assert body_of(archive).count("![") == 2


def mail(markup: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Harbour Watch <press@watch.example>"
    message["To"] = "mira@desk.example"
    message["Subject"] = "Dockers walk out"
    message["Date"] = "Fri, 28 Oct 2016 10:00:00 +0200"
    message.set_content("Use a program that shows HTML." if markup else f"{STORY}\n\n{STORY}\n")
    if markup:
        message.add_alternative(f"<html><body>{markup}</body></html>", subtype="html")
    return message


def test_pictures_of_a_mail_wait_for_a_person(archive: SmallArchive) -> None:
    message = mail(f"<p>{STORY}</p><p><img src='cid:q%401' alt='{WORDS}'></p><p>{STORY}</p>")
    message.get_payload()[1].add_related(jpeg(), "image", "jpeg", cid="<q@1>")  # type: ignore[union-attr, index]
    message.add_attachment(png(), "image", "png", filename="mira@desk.example.png")
    done = archive.run("import", archive.write("raw/m.eml", bytes(message)))
    assert "withheld until a person" in done.output
    path = "2016/dockers-walk-out"
    assert_clean(archive, path, jpeg(), png())
    records = pictures_of(archive, path)
    assert all("came in a mail" in record["withheld"] for record in records)
    inside, apart = (record["file"] for record in records)
    assert f"\n\n![{WORDS}]({inside})\n\n" in body_of(archive, path)
    assert body_of(archive, path).endswith(f"![]({apart})\n")
    assert "desk.example" not in (archive.folder / f"articles/{path}.md").read_text()
    assert not [name for name in archive.listing() if hashlib.sha256(jpeg()).hexdigest() in name]


def test_logos_in_a_mail_that_is_read_as_text_are_no_pictures(archive: SmallArchive) -> None:
    message = mail()
    message.add_alternative(f"<p>{STORY}</p><p>{STORY}</p><img src='cid:l@1'>", subtype="html")
    message.get_payload()[1].add_related(png((150, 60)), "image", "png", cid="<l@1>")  # type: ignore[union-attr, index]
    archive.run("import", archive.write("raw/m.eml", bytes(message)))
    assert not pictures_of(archive, "2016/dockers-walk-out")


def test_pictures_of_a_pdf_wait_for_a_person_behind_the_text(archive: SmallArchive) -> None:
    photo = jpeg((240, 210))
    said = {"/Filter": "/DCTDecode", "/ColorSpace": "/DeviceRGB"}
    content = with_pictures((photo, said), (b"", {"/Filter": "/JPXDecode"}))
    done = archive.run("import", archive.write("raw/counts.pdf", content))
    assert "pictures: those of page 1 stand behind the text" in done.output
    assert "the picture on page 1 is JPEG 2000" in done.output
    assert "withheld until a person" in done.output
    (path,) = archive.articles()
    assert_clean(archive, path, photo)
    (record,) = pictures_of(archive, path)
    assert "came in a PDF" in record["withheld"]
    assert body_of(archive, path).endswith(f"![]({record['file']})\n")


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_picture_in_a_document_that_libreoffice_wrote(archive: SmallArchive, kind: str) -> None:
    raw = SAMPLES / kind / f"04-libreoffice-all-kinds.{kind}"
    assert archive.run("import", raw).exit_code == 0
    (path,) = archive.articles()
    assert_clean(archive, path, jpeg((160, 120)))
    words = "The dam at Tel Sarwan, its lower gate closed"
    assert f"![{words}]({pictures_of(archive, path)[0]['file']})" in body_of(archive, path)


def test_a_dry_run_writes_no_picture(archive: SmallArchive) -> None:
    archive.write("raw/p.html", page(figure("q.png")))
    archive.write("raw/q.png", png())
    before = archive.listing()
    done = archive.run("import", "--dry-run", archive.folder / "raw")
    assert done.exit_code == 0
    assert archive.listing() == before


def test_marks_in_a_text_are_only_words(archive: SmallArchive) -> None:
    archive.run(
        "import", archive.write("raw/t.txt", f"Dockers walk out\n\n![x](picture:0.png) {STORY}\n")
    )
    assert "picture:0.png" in body_of(archive)
    assert not pictures_of(archive)
    assert "![x](picture" not in body_of(archive)
