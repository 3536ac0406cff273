"""Pictures that a document doesn't show as they are wait for a person, since the file has them whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.office.hidden import COVERED, CUT
from tests.importers.test_documents import _read, _with

SAMPLES = Path(__file__).parents[1] / "samples"
DOCX = SAMPLES / "docx" / "04-libreoffice-all-kinds.docx"
ODT = SAMPLES / "odt" / "04-libreoffice-all-kinds.odt"
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
BOX = "<draw:text-box><text:p>Words</text:p></draw:text-box>"
ANCHOR = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def withheld(file: Path, member: str, old: str, new: str) -> str:
    (picture,) = _read(_with(file, member, old, new)).pictures
    return picture.withheld


def beside_docx(drawing: str) -> str:
    return withheld(DOCX, "word/document.xml", "</w:body>", f"{drawing}</w:body>")


def shape(inside: str, wrap: str = "wrapNone") -> str:
    return f'<x:anchor xmlns:x="{ANCHOR}"><x:{wrap}/><x:wsp>{inside}</x:wsp></x:anchor>'


def beside_odt(drawing: str) -> str:
    return withheld(ODT, "content.xml", "</office:text>", f"{drawing}</office:text>")


def test_a_picture_that_is_whole_is_not_withheld() -> None:
    for file in (DOCX, ODT):
        (picture,) = _read(file.read_bytes()).pictures
        assert picture.withheld == ""


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("<a:stretch>", '<a:srcRect l="12000"/><a:stretch>', CUT),
        ("<a:stretch>", '<a:srcRect t="0" b="3%"/><a:stretch>', CUT),
        ("<a:stretch>", '<a:srcRect l="0" t="0" r="0" b="0"/><a:stretch>', ""),
        ("<a:stretch>", '<a:srcRect l="-9000"/><a:stretch>', ""),
        ("<a:stretch>", "<a:srcRect/><a:stretch>", ""),
        ("<a:fillRect/>", '<a:fillRect t="-20000"/>', CUT),
        ('<a:prstGeom prst="rect">', '<a:prstGeom prst="ellipse">', CUT),
        ("></a:blip>", '><a:alphaModFix amt="0"/></a:blip>', CUT),
        ("></a:blip>", "><a:extLst/></a:blip>", ""),
        ("<wp:docPr ", '<wp:docPr hidden="1" ', CUT),
    ],
)
def test_a_picture_that_word_shows_in_part(old: str, new: str, reason: str) -> None:
    assert withheld(DOCX, "word/document.xml", old, new) == reason


def test_a_picture_that_an_old_word_cut() -> None:
    assert beside_docx(
        f'<v:imagedata {VML} xmlns:r="urn:r" id="x" r:id="rId2" cropleft="6553f"/>'
    ) == (CUT)


@pytest.mark.parametrize(
    ("drawing", "reason"),
    [
        pytest.param(shape('<x:prstGeom prst="rect"/>'), COVERED, id="a box"),
        pytest.param(shape("<x:txbx><x:p/></x:txbx>", "wrapSquare"), COVERED, id="without words"),
        pytest.param(shape("<x:txbx><x:t>Words</x:t></x:txbx>"), COVERED, id="words in front"),
        pytest.param(shape("<x:t>Words</x:t>", "wrapSquare"), "", id="words with text around"),
        pytest.param(shape('<x:prstGeom prst="line"/><x:ln w="12700"/>'), "", id="a thin line"),
        pytest.param(shape('<x:prstGeom prst="line"/>'), "", id="a line"),
        pytest.param(shape('<x:prstGeom prst="line"/><x:ln w="635000"/>'), COVERED, id="a bar"),
        pytest.param('<x:contentPart xmlns:x="urn:x"/>', COVERED, id="ink"),
        pytest.param(f'<v:rect {VML} fillcolor="black"/>', COVERED, id="an old box"),
        pytest.param(f'<v:rect {VML} o:hr="t"/>', "", id="a rule across the page"),
        pytest.param(f'<v:line {VML} strokeweight="30pt"/>', COVERED, id="an old bar"),
        pytest.param(f"<v:line {VML}/>", "", id="an old line"),
        pytest.param(f"<v:polyline {VML}/>", COVERED, id="an old curve"),
        pytest.param(
            f"<v:shape {VML}><v:imagedata/></v:shape>", "", id="the shape of an old picture"
        ),
        pytest.param(
            f'<x:anchor xmlns:x="{ANCHOR}"><x:wrapNone/><x:blipFill/></x:anchor>',
            COVERED,
            id="a picture in front of others",
        ),
    ],
)
def test_what_may_lie_on_a_picture_in_word(drawing: str, reason: str) -> None:
    assert beside_docx(drawing) == reason


def test_a_fallback_says_nothing_new() -> None:
    fallback = f"<m:Choice/><m:Fallback><v:rect {VML}/></m:Fallback>"
    both = f'<m:AlternateContent xmlns:m="urn:m">{fallback}</m:AlternateContent>'
    assert beside_docx(both) == ""


@pytest.mark.parametrize(
    ("clip", "reason"),
    [
        ("rect(0in, 0.5in, 0in, 0in)", CUT),
        ("rect(0in, 0.0in, 0in, 0in)", ""),
        ("rect(-0.5in, 0in, 0in, 0in)", ""),
        ("rect(-0.5in, 0in, 2mm, 0in)", CUT),
        ("auto", ""),
    ],
)
def test_a_picture_that_an_odt_cuts(clip: str, reason: str) -> None:
    old = 'fo:clip="rect(0in, 0in, 0in, 0in)"'
    assert withheld(ODT, "content.xml", old, f'fo:clip="{clip}"') == reason


def test_a_cut_that_a_style_has_from_another(tmp_path: Path) -> None:
    file = tmp_path / "a.odt"
    file.write_bytes(_with(ODT, "content.xml", 'fo:clip="rect(0in, 0in, 0in, 0in)"', ""))
    own = '<style:style style:name="fr2" style:family="graphic" style:parent-style-name="{}">'
    cut = (
        '<style:style style:name="P9"><style:graphic-properties fo:clip="rect(1in)"/></style:style>'
    )
    new = cut + own.format("P9")
    assert withheld(file, "content.xml", own.format("Frame"), new) == CUT


@pytest.mark.parametrize(
    ("drawing", "reason"),
    [
        ("<draw:custom-shape><text:p/></draw:custom-shape>", COVERED),
        ("<draw:custom-shape><svg:desc>A bar</svg:desc><text:p/></draw:custom-shape>", COVERED),
        ("<draw:regular-polygon/>", COVERED),
        ("<draw:polyline/>", COVERED),
        ("<draw:line/>", ""),
        ('<draw:line draw:style-name="bar"/>', COVERED),
        ("<draw:frame><draw:text-box><text:p/></draw:text-box></draw:frame>", COVERED),
        (f"<draw:frame>{BOX}</draw:frame>", ""),
        (f'<draw:frame draw:style-name="over">{BOX}</draw:frame>', COVERED),
    ],
)
def test_what_may_lie_on_a_picture_in_an_odt(drawing: str, reason: str) -> None:
    styles = (
        '<style:style style:name="bar"><style:graphic-properties svg:stroke-width="1cm"/></style:style>'
        '<style:style style:name="over"><style:graphic-properties style:wrap="run-through"/></style:style>'
    )
    assert beside_odt(f"{styles}{drawing}") == reason
