"""Pictures of PDFs: those that a browser can show come out as they are, the others with a reason."""

from __future__ import annotations

import io
import pickle
import zlib
from typing import Any

import pypdf
import pytest
from PIL import Image
from pypdf import generic

from generator.errors import UnreadableReport, UnusablePicture
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
            kinds = {str: generic.NameObject, int: generic.NumberObject}
            as_object = kinds.get(type(value), lambda one: one)(value)
            picture[generic.NameObject(name)] = as_object
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
    return pictures_in(content, tuple(number for _, number in extract(content).pictures))


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
        ({"/ColorSpace": "/DeviceCMYK"}, "colours for printing"),
        ({"/ColorSpace": profiled(4)}, "colours for printing"),
        ({"/ColorSpace": named("/Separation", "/Gold")}, "colours for printing"),
        ({"/Decode": named(1, 0)}, "turned around"),
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


def test_pictures_that_take_too_long_are_an_error() -> None:
    content = with_pictures(*[samples(GREY)] * 3)
    with pytest.raises(UnreadableReport, match="seconds"):
        pictures_in(content, (1,), seconds=0)


def test_more_than_a_hundred_are_told() -> None:
    content = with_pictures(*[samples(GREY)] * 102)
    (draft,) = pdf.read(RawReport.of("a.pdf", content, TODAY))
    assert len(draft.pictures) == 100
    assert "2 more pictures were left out" in {problem.message for problem in draft.problems}
