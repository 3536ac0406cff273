"""Pictures: what the eye sees stays to the pixel, everything else goes, and nothing breaks the reader."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageSequence

from generator.errors import UnusablePicture
from generator.pictures import MOST_BYTES, SUFFIXES, cleaned, type_of
from tests.pictures.drawn import (
    SECRET,
    UPRIGHT_AS_HELD,
    jpeg,
    moving,
    noise,
    png,
    profile,
    saved,
    webp,
)

PICTURES = {
    "jpeg": jpeg(),
    "jpeg on its side": jpeg(orientation=UPRIGHT_AS_HELD),
    "jpeg, progressive": saved(noise(), "JPEG", progressive=True, quality=95, subsampling=0),
    "jpeg, cmyk": saved(noise().convert("CMYK"), "JPEG"),
    "jpeg, grey": saved(noise().convert("L"), "JPEG"),
    "png": png(),
    "png, palette": saved(noise().convert("P"), "PNG", transparency=0),
    "png, moving": moving("PNG"),
    "gif": saved(noise().convert("P"), "GIF", comment=SECRET),
    "gif, moving": moving("GIF"),
    "webp": webp(),
    "webp on its side": webp(UPRIGHT_AS_HELD),
    "webp, lossless": saved(noise(), "WEBP", lossless=True),
    "webp, moving": moving("WEBP"),
}


def frames(content: bytes) -> list[bytes]:
    with Image.open(io.BytesIO(content)) as picture:
        return [frame.convert("RGBA").tobytes() for frame in ImageSequence.Iterator(picture)]


@pytest.mark.parametrize("name", PICTURES)
def test_what_is_seen_stays_and_the_rest_goes(name: str) -> None:
    content = PICTURES[name]
    clean = cleaned(content)
    assert frames(clean.content) == frames(content)
    assert SECRET not in clean.content
    assert cleaned(clean.content) == clean
    with Image.open(io.BytesIO(clean.content)) as picture:
        assert picture.get_format_mimetype() in (clean.media_type, "image/apng")
        assert set(picture.getexif()) <= {0x0112}
        assert not {"comment", "xmp", "Author", "XML:com.adobe.xmp"} & set(picture.info)
    assert clean.media_type in SUFFIXES


@pytest.mark.parametrize("content", [jpeg(orientation=UPRIGHT_AS_HELD), webp(UPRIGHT_AS_HELD)])
def test_a_picture_on_its_side_says_so_and_has_the_size_that_is_seen(content: bytes) -> None:
    clean = cleaned(content)
    assert (clean.width, clean.height) == (80, 120)
    with Image.open(io.BytesIO(clean.content)) as picture:
        assert dict(picture.getexif()) == {0x0112: UPRIGHT_AS_HELD}


def test_a_clean_picture_stays_as_it_is() -> None:
    content = saved(noise(), "PNG")
    assert cleaned(content).content == content


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("described", "further", "is_kept"),
    [
        ("Display P3", (b"cprt", b"rTRC"), True),
        ("Adobe RGB (1998)", (), True),
        ("sRGB IEC61966-2.1", (), False),
        ("Colour LCD of Mira Holt", (), False),
        ("Display P3", (b"mmod",), False),
    ],
)
def test_only_profiles_that_name_no_device_are_kept(
    kind: str, described: str, further: tuple[bytes, ...], is_kept: bool
) -> None:
    content = saved(noise(), kind, icc_profile=profile(described, *further))
    clean = cleaned(content)
    with Image.open(io.BytesIO(clean.content)) as picture:
        kept = picture.info.get("icc_profile", b"")
    assert bool(kept) == is_kept
    assert b"made-2026" not in kept
    assert frames(clean.content) == frames(content)
    assert cleaned(clean.content) == clean


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "SVG"),
        (b"  <?xml version='1.0'?><svg/>", "SVG"),
        (b"<html><script>alert(1)</script></html>", "no picture"),
        (b"BM" + bytes(60), "BMP"),
        (b"II*\x00" + bytes(60), "TIFF"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(60), "HEIC"),
        (b"\xd7\xcd\xc6\x9a" + bytes(60), "metafile"),
        (b"", "no picture"),
        (b"\xff\xd8\xff", "damaged"),
        (b"GIF89a", "damaged"),
        (b"RIFF\x10\x00\x00\x00WEBP", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (bytes(MOST_BYTES + 1), "MB"),
    ],
)
def test_what_may_not_be_shown_is_named(content: bytes, said: str) -> None:
    with pytest.raises(UnusablePicture, match=said):
        cleaned(content)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_is_cut_off_is_refused(name: str) -> None:
    whole = cleaned(PICTURES[name]).content
    for end in {len(whole) // 3, len(whole) // 2, len(whole) - 5}:
        with pytest.raises(UnusablePicture):
            cleaned(whole[:end])


def test_a_picture_that_would_unpack_to_more_than_a_browser_holds_is_refused() -> None:
    bomb = bytearray(saved(noise(), "GIF"))
    bomb[6:10] = b"\xff\xff\xff\xff"
    with pytest.raises(UnusablePicture, match="65535 × 65535 pixels"):
        cleaned(bytes(bomb))


def test_a_damaged_part_of_a_png_is_found() -> None:
    content = bytearray(saved(noise(), "PNG"))
    content[60] ^= 1
    with pytest.raises(UnusablePicture, match="not what it was"):
        cleaned(bytes(content))


@given(st.sampled_from(sorted(PICTURES)), st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_any_bytes_are_a_clean_picture_or_a_named_error(name: str, at: int, put: bytes) -> None:
    content = PICTURES[name][:at] + put + PICTURES[name][at + len(put) :]
    try:
        clean = cleaned(content)
    except UnusablePicture:
        return
    assert cleaned(clean.content) == clean
    assert type_of(clean.content) == clean.media_type
