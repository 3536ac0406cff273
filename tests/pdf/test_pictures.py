"""Pictures of PDFs: those that a browser can show come out as they are, the others with a reason."""

from __future__ import annotations

import io
import pickle
import subprocess
import zlib
from subprocess import CompletedProcess
from typing import Any, cast

import pypdf
import pytest
from PIL import Image
from pypdf import generic

from generator.errors import UnusablePicture
from generator.importers import pdf
from generator.model import RawReport
from generator.pdf import extract, pictures_in
from generator.pictures import cleaned
from tests.importers.test_pdf import TODAY, made
from tests.pictures.drawn import jpeg, noise

SIDES = (240, 210)
GREY = noise(SIDES).convert("L")
COLOURS = noise(SIDES).convert("RGB")
PALETTE = Image.frombytes("P", SIDES, bytes(n % 3 for n in range(SIDES[0] * SIDES[1])))
PALETTE.putpalette(bytes((200, 10, 20, 0, 90, 0, 255, 255, 1)))
TABLE = generic.ByteStringObject(bytes((200, 10, 20, 0, 90, 0, 255, 255, 1)))


def named(*names: str | int) -> generic.ArrayObject:
    kinds = {str: generic.NameObject, int: generic.NumberObject}
    return generic.ArrayObject(kinds[type(name)](name) for name in names)


def as_object(value: Any, writer: pypdf.PdfWriter) -> Any:
    """A value as it stands in a PDF; a function makes it."""
    if callable(value):
        return value(writer)
    kinds: dict[type, Any] = {str: generic.NameObject, int: generic.NumberObject}
    return kinds[type(value)](value) if type(value) in kinds else value


def elsewhere(value: Any) -> Any:
    """A value that stands in an object of its own."""
    return lambda writer: writer._add_object(as_object(value, writer))


def with_pictures(*pictures: tuple[bytes, dict[str, Any]]) -> bytes:
    """A PDF of one page with a line of text and these pictures: their samples, and what is said of them."""
    writer = pypdf.PdfWriter()
    page = writer.add_page(pypdf.PdfReader(io.BytesIO(made(b""))).pages[0])
    drawn = ["BT /F1 12 Tf 57 700 Td (Ferry counts in May were the lowest of the year) Tj ET"]
    things = generic.DictionaryObject()
    for number, (samples, said) in enumerate(pictures):
        picture = generic.StreamObject()
        picture.set_data(samples)
        usual = {"/Subtype": "/Image", "/Width": SIDES[0], "/Height": SIDES[1]}
        usual |= {"/BitsPerComponent": 8, "/ColorSpace": "/DeviceGray"}
        for name, value in (usual | said).items():
            picture[generic.NameObject(name)] = as_object(value, writer)
        things[generic.NameObject(f"/P{number}")] = writer._add_object(picture)
        drawn.append(f"q 200 0 0 150 60 {500 - 160 * number} cm /P{number} Do Q")
    content = generic.StreamObject()
    content.set_data(" ".join(drawn).encode())
    page[generic.NameObject("/Contents")] = writer._add_object(content)
    page["/Resources"][generic.NameObject("/XObject")] = things  # type: ignore[index]
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pictures_of(content: bytes) -> tuple[bytes | str, ...]:
    return pictures_in(content, tuple(one for _, one in extract(content).pictures))


def samples(picture: Image.Image) -> tuple[bytes, dict[str, Any]]:
    spaces = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}
    return picture.tobytes(), {"/ColorSpace": spaces[picture.mode]}


def profiled(channels: int) -> generic.ArrayObject:
    profile = generic.StreamObject()
    profile[generic.NameObject("/N")] = generic.NumberObject(channels)
    return generic.ArrayObject((generic.NameObject("/ICCBased"), profile))


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        pytest.param(GREY, {}, id="grey"),
        pytest.param(GREY, {"/ColorSpace": profiled(1)}, id="grey with a profile"),
        pytest.param(COLOURS, {"/ColorSpace": "/DeviceRGB"}, id="colours"),
        pytest.param(COLOURS, {"/ColorSpace": named("/CalRGB")}, id="colours that are measured"),
        pytest.param(
            PALETTE,
            {"/ColorSpace": generic.ArrayObject((*named("/Indexed", "/DeviceRGB", 2), TABLE))},
            id="a palette",
        ),
        pytest.param(
            GREY.point(lambda level: 255 * (level > 127)).convert("1"),
            {"/BitsPerComponent": 1},
            id="black and white",
        ),
    ],
)
def test_samples_are_seen_as_the_page_shows_them(
    picture: Image.Image, said: dict[str, Any]
) -> None:
    (found,) = pictures_of(with_pictures((picture.tobytes(), said)))
    assert isinstance(found, bytes)
    seen = Image.open(io.BytesIO(cleaned(found).content))
    assert seen.convert("RGB").tobytes() == picture.convert("RGB").tobytes()


def test_a_photo_comes_as_it_is() -> None:
    photo = jpeg(SIDES)
    said = {"/Filter": "/DCTDecode", "/ColorSpace": "/DeviceRGB"}
    assert pictures_of(with_pictures((photo, said))) == (photo,)


def test_a_photo_that_is_packed_once_more() -> None:
    photo = jpeg(SIDES)
    said = {"/Filter": named("/FlateDecode", "/DCTDecode"), "/ColorSpace": "/DeviceRGB"}
    assert pictures_of(with_pictures((zlib.compress(photo), said))) == (photo,)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"/Filter": "/JPXDecode"}, "JPEG 2000"),
        ({"/Filter": named("/FlateDecode", "/CCITTFaxDecode")}, "fax"),
        ({"/ColorSpace": "/DeviceCMYK"}, "such as those for printing"),
        ({"/ColorSpace": profiled(4)}, "such as those for printing"),
        ({"/ColorSpace": named("/Separation", "/Gold")}, "such as those for printing"),
        ({"/Decode": named(1, 0)}, "turned around"),
        ({"/ColorSpace": named("/Indexed", "/DeviceRGB", 2)}, "is damaged"),
        ({"/BitsPerComponent": 3}, "3 bits for a colour"),
        ({"/BitsPerComponent": 4, "/ColorSpace": "/DeviceRGB"}, "4 bits for a colour"),
        ({"/ColorSpace": "/Pattern"}, "colours that browsers don't show"),
        ({"/Filter": "/Fl"}, "is damaged"),
        ({"/Filter": named("/JBIG2Decode", "/FlateDecode")}, "is JBIG2"),
        ({"/ColorSpace": "/DeviceRGB"}, "is damaged"),
        ({"/Filter": "/FlateDecode"}, "is damaged"),
        ({"/Width": 900_000}, "pixels, more than"),
    ],
)
def test_what_a_browser_cannot_show_is_named(said: dict[str, Any], reason: str) -> None:
    other = samples(GREY)
    told, beside = pictures_of(with_pictures((GREY.tobytes(), said), other))
    assert isinstance(told, str)
    assert reason in told
    assert isinstance(beside, bytes)


def test_a_draft_gives_each_by_itself_in_another_process() -> None:
    content = with_pictures(samples(GREY), (b"", {"/Filter": "/JPXDecode"}), samples(COLOURS))
    (draft,) = pdf.read(RawReport.of("a.pdf", content, TODAY))
    first, second, third = pickle.loads(pickle.dumps([one.read for one in draft.pictures]))
    assert cleaned(first()).width == cleaned(third()).width == SIDES[0]
    assert first() != third()
    with pytest.raises(UnusablePicture, match=r"JPEG 2000.*'archive picture'"):
        second()


def test_pictures_that_take_too_long_say_so() -> None:
    content = with_pictures(samples(GREY))
    (told,) = pictures_in(content, ((1, 0),), seconds=0)
    assert "more than 0 seconds" in str(told)


def test_what_was_ready_before_time_ended_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    content = with_pictures(samples(GREY), samples(COLOURS))
    objects = tuple(one for _, one in extract(content).pictures)
    whole = pictures_in(content, objects)
    run = subprocess.run

    def cut_off(*args: Any, **kwargs: Any) -> CompletedProcess[bytes]:
        done = run(*args, **kwargs)
        return CompletedProcess(done.args, -9, done.stdout[:-1], b"")

    monkeypatch.setattr(subprocess, "run", cut_off)
    pictures_in.cache_clear()
    first, second = pictures_in(content, objects)
    assert first == whole[0]
    assert "more than" in str(second)
    pictures_in.cache_clear()


@pytest.mark.parametrize(
    "said",
    [
        {"/Filter": elsewhere("/DCTDecode"), "/ColorSpace": elsewhere("/DeviceRGB")},
        {"/Filter": "/DCTDecode", "/Decode": generic.NullObject(), "/ColorSpace": "/DeviceRGB"},
        {"/Filter": "/DCTDecode", "/ColorSpace": generic.NullObject()},
        {"/Filter": "/DCTDecode", "/ColorSpace": "/DeviceRGB", "/Subtype": elsewhere("/Image")},
    ],
)
def test_what_is_said_of_a_picture_may_stand_elsewhere(said: dict[str, Any]) -> None:
    photo = jpeg(SIDES)
    assert pictures_of(with_pictures((photo, said))) == (photo,)


def test_a_palette_that_is_longer_than_its_numbers() -> None:
    table = generic.ByteStringObject(bytes(range(256)) * 3)
    space = generic.ArrayObject((*named("/Indexed", "/DeviceRGB", 15), table))
    said = {"/ColorSpace": space, "/BitsPerComponent": 4}
    (found,) = pictures_of(with_pictures((bytes(120 * 210), said)))
    assert isinstance(found, bytes)
    assert Image.open(io.BytesIO(found)).convert("RGB").getpixel((0, 0)) == (0, 1, 2)


def test_the_picture_that_took_the_place_of_another() -> None:
    """A file that was changed has both; its page shows the one of the later generation."""
    content = with_pictures(samples(GREY))
    ((_, (number, _)),) = extract(content).pictures
    newer = GREY.point(lambda level: 255 - level).tobytes()
    begins = len(content)
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray" % SIDES
    added = (
        b"%d 1 obj\n<< %s /BitsPerComponent 8 /Length %d >>\nstream\n%s\nendstream\nendobj\n"
        % (
            *(number, head, len(newer)),
            newer,
        )
    )
    reader = pypdf.PdfReader(io.BytesIO(content))
    last = int(content.rpartition(b"startxref")[2].split()[0])
    page = reader.pages[0].indirect_reference
    things = reader.pages[0]["/Resources"].get_object().raw_get("/XObject")  # type: ignore[union-attr]
    assert page is not None
    changed = content.replace(b"/P0 %d 0 R" % number, b"/P0 %d 1 R" % number, 1)
    assert changed != content, things
    table = b"xref\n%d 1\n%010d 00001 n \n" % (number, begins)
    trailer = b"trailer << /Size %d /Root 1 0 R /Prev %d >>" % (number + 1, last)
    root = content.partition(b"/Root ")[2].split()[0]
    trailer = trailer.replace(b"/Root 1", b"/Root " + root)
    end = b"startxref\n%d\n%%%%EOF" % (begins + len(added))
    (found,) = pictures_of(changed + added + table + trailer + b"\n" + end)
    assert isinstance(found, bytes)
    assert Image.open(io.BytesIO(found)).tobytes() == newer


def test_one_picture_under_two_names() -> None:
    """Once small and once over the whole page: it is the scan of the page, whichever comes first."""
    content = with_pictures(samples(GREY))
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    resources = cast("generic.DictionaryObject", writer.pages[0]["/Resources"])
    things = cast("generic.DictionaryObject", resources["/XObject"])
    things[generic.NameObject("/Z")] = things.raw_get("/P0")
    things[generic.NameObject("/B")] = generic.NullObject()
    stream = generic.StreamObject()
    words = b"BT /F1 12 Tf 57 700 Td (Ferry counts in May were the lowest of the year) Tj ET"
    stream.set_data(words + b" q 595 0 0 842 0 0 cm /Z Do Q q 90 0 0 90 0 0 cm /P0 Do Q /B Do")
    writer.pages[0][generic.NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    assert extract(out.getvalue()).pictures == ()


def test_more_than_a_hundred_are_told() -> None:
    content = with_pictures(*[samples(GREY)] * 102)
    (draft,) = pdf.read(RawReport.of("a.pdf", content, TODAY))
    assert len(draft.pictures) == 100
    assert "2 more pictures were left out" in {problem.message for problem in draft.problems}
