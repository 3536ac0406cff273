"""Pictures that a document shows in part wait for a person, since the file has them whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.office.hidden import COVERED, CUT
from tests.importers.test_documents import _read, _with

SAMPLES = Path(__file__).parents[1] / "samples"
DOCX = SAMPLES / "docx" / "04-libreoffice-all-kinds.docx"
ODT = SAMPLES / "odt" / "04-libreoffice-all-kinds.odt"


def withheld(file: Path, member: str, old: str, new: str) -> str:
    (picture,) = _read(_with(file, member, old, new)).pictures
    return picture.withheld


def test_a_picture_that_is_whole_is_not_withheld() -> None:
    for file in (DOCX, ODT):
        (picture,) = _read(file.read_bytes()).pictures
        assert picture.withheld == ""


@pytest.mark.parametrize(
    ("shown", "reason"),
    [
        ('<a:srcRect l="12000"/>', CUT),
        ('<a:srcRect t="0" b="3%"/>', CUT),
        ('<a:srcRect l="0" t="0" r="0" b="0"/>', ""),
        ('<a:srcRect l="-9000"/>', ""),
        ("<a:srcRect/>", ""),
    ],
)
def test_a_picture_that_word_cut(shown: str, reason: str) -> None:
    assert withheld(DOCX, "word/document.xml", "<a:stretch>", f"{shown}<a:stretch>") == reason


def test_a_picture_that_an_old_word_cut() -> None:
    cut = '<v:imagedata xmlns:v="urn:v" xmlns:r="urn:r" r:id="rId2" cropleft="6553f"/>'
    assert withheld(DOCX, "word/document.xml", "</w:body>", f"{cut}</w:body>") == CUT


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ('<x:spPr><x:prstGeom prst="rect"/></x:spPr>', COVERED),
        ('<x:spPr><x:prstGeom prst="line"/></x:spPr>', ""),
        ("<x:txbx>Words</x:txbx>", ""),
    ],
)
def test_a_shape_in_a_word_document(inside: str, reason: str) -> None:
    shape = f'<x:wsp xmlns:x="urn:x">{inside}</x:wsp></w:body>'
    assert withheld(DOCX, "word/document.xml", "</w:body>", shape) == reason


@pytest.mark.parametrize(
    ("clip", "reason"),
    [("rect(0in, 0.5in, 0in, 0in)", CUT), ("rect(0in, 0.0in, 0in, 0in)", ""), ("auto", "")],
)
def test_a_picture_that_an_odt_cuts(clip: str, reason: str) -> None:
    old = 'fo:clip="rect(0in, 0in, 0in, 0in)"'
    assert withheld(ODT, "content.xml", old, f'fo:clip="{clip}"') == reason


@pytest.mark.parametrize(
    ("shape", "reason"),
    [
        ("<draw:custom-shape><text:p/></draw:custom-shape>", COVERED),
        ("<draw:custom-shape><text:p>Words</text:p></draw:custom-shape>", ""),
        ("<draw:line/>", ""),
    ],
)
def test_a_shape_in_an_odt(shape: str, reason: str) -> None:
    assert withheld(ODT, "content.xml", "</office:text>", f"{shape}</office:text>") == reason
