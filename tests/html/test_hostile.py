"""Files that mean harm, or are broken: a named error or a right result, in bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.dates import parse_edtf
from generator.errors import ArchiveError
from generator.frontmatter import compose, parse
from generator.model import FrontMatter
from tests.inference.labelled import RETRIEVED, draft_of, inferred_from, rendered

STORY = (
    "Officials in the harbour city said that the bridge to the island would stay closed until"
    " engineers have looked at each of its pillars, which the flood had damaged in the night."
)
_BOUND = 30  # seconds of processor time: a third would do, but coverage and busy machines count too
PAGE = f"<html><head><title>Bridge closed</title></head><body><h1>Bridge closed</h1><p>{STORY}</p>"

_PIECES = st.sampled_from(
    (
        *(
            "<p>",
            "</p>",
            "<div class=byline>",
            "</div>",
            "<h1>",
            "</h1>",
            "<table><tr><td>",
            "<li>",
        ),
        *("<time datetime='2016-10-28'>", "<a href='javascript:x'>", "<img src=//x>", "<![CDATA["),
        *(
            '<script type="application/ld+json">',
            "</script>",
            '{"@type":"Article","author":',
            "[[[[",
        ),
        *(
            '<meta property="og:title" content="',
            '">',
            "<meta charset=utf-16>",
            "&#0;",
            "&lt;",
            "\x00",
        ),
        *(
            "By Anton Relleck",
            "28 October 2016",
            "© 2016 dpa",
            STORY,
            "بقلم: سامر قندليف",
            "\ud83d",
        ),
        *("<base href='http://[x'>", "<link rel=canonical href='http://[::1/a'>", "<svg>", "<!--"),
    )
)


@settings(max_examples=150)
@given(
    st.sampled_from(("<!doctype html>", "<html>", "<p>", "<?xml version='1.0'?><html>")), st.data()
)
def test_any_page_gives_a_valid_report_or_a_named_error(start: str, data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.one_of(_PIECES, st.text(max_size=20)), max_size=12))
    _is_fine(start.encode() + "".join(pieces).encode("utf-8", "replace"))


@settings(max_examples=150)
@given(st.binary(max_size=200))
@example(b"\xff\xfe\x00")
@example(b'<meta charset="utf-7">+ADw-script+AD4-')
@example(b'<meta charset="no such charset">\xe9\xe8 and more words than one')
def test_any_bytes_give_a_valid_report_or_a_named_error(content: bytes) -> None:
    _is_fine(b"<html>" + content)


def _is_fine(content: bytes) -> None:
    try:
        inferred = inferred_from(content, "page.html")
    except ArchiveError as error:
        assert str(error)
        return
    fields = {name: found.value for name, found in inferred.findings.items() if found.value}
    if "title" not in fields:
        return  # the import refuses it by name
    front = FrontMatter.model_validate(fields)
    assert parse_edtf(front.date.text) == front.date
    latest = front.date.latest
    assert not front.date.is_exact or (latest and latest <= RETRIEVED)
    article = compose(fields, inferred.body)
    assert parse(article).body == inferred.body
    assert "javascript:" not in rendered(inferred.body) or b"javascript:" in content


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (PAGE + "word " * 2_000_000, "million characters of HTML"),
        (PAGE + "<div>" * 3_000 + "x", "nested deeper"),
        (PAGE + "<b>" * 500_000 + "x", "nested deeper"),
        ("<html><body></body></html>", "no word in it"),
        ("<html><script>words</script>", "no word in it"),
    ],
)
def test_what_is_refused(content: str, message: str) -> None:
    began = time.process_time()
    with pytest.raises(ArchiveError, match=message):
        inferred_from(content, "page.html")
    assert time.process_time() - began < _BOUND


@pytest.mark.parametrize(
    "extra",
    [
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">{"@graph":['
        + '{"@type":"Article"},' * 50_000
        + "]}</script>",
        "<img src='data:image/png;base64," + "A" * 5_000_000 + "'>",
        "<style>" + "a{}" * 2_000_000 + "</style>",
        "<p>" + "a<br>" * 30_000,
        "<!-- " + "x" * 3_000_000,
        "<a href='" + "x" * 1_000_000 + "'>link</a>",
        "<p title='" + "&amp;" * 500_000 + "'>x",
        "<table>" * 300 + "<tr><td>x",
        "<p>" + "&#x202e;" * 100_000,
        "<p>" + "<i>a</i>" * 20_000,
        "<time>" * 300 + "28 October 2016",
        "<div class=post><b class=author>x y</b><i class=date>12 May 2019</i></div>" * 8_000,
        "<b>Author</b> Mira Holt " * 12_000,
        "<p itemprop=author><meta itemprop=name content='Mira Holt'></p>" * 8_000,
        "<table><tr><td>12 May 2019</td></tr></table>" * 8_000,
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>",
        "<p>" + "(" * 50_000 + "</p><p>" + "* " * 50_000 + "</p><p>" + "[" * 50_000 + "</p>",
    ],
    ids=lambda text: text[:30],
)
def test_what_is_read_all_the_same(extra: str) -> None:
    began = time.process_time()
    inferred = inferred_from(PAGE + extra, "page.html")
    assert inferred.findings["title"].value == "Bridge closed"
    assert "Officials in the harbour city" in inferred.body
    assert time.process_time() - began < _BOUND


def test_very_many_headlines() -> None:
    began = time.process_time()
    inferred_from(f"{PAGE}{'<h1>Something else entirely</h1>' * 10_000}", "page.html")
    assert time.process_time() - began < _BOUND


def test_no_entity_of_a_file_is_read() -> None:
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>{PAGE}<p>It says &x; here.</p>'
    )
    assert "It says" in (body := inferred_from(page, "p.html").body)
    assert "says &amp;x; here" in body or "says here" in body.replace("  ", " ")


@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", "iso-8859-1"),
        ("windows-1256", "windows-1256"),
        ("windows-1256", ""),
        ("windows-1256", "iso-8859-1"),
        ("iso-8859-6", "iso-8859-6"),
        ("utf-16", ""),
    ],
)
def test_charsets(charset: str, declared: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    words = (
        "أغلقت بلدية نوار الجسر الوحيد المؤدي إلى الجزيرة صباح اليوم بعدما أظهر فحص أن دعائمه تضررت"
    )
    page = f"<html><head>{meta if declared else ''}<title>جسر نوار</title><body><h1>جسر نوار</h1><p>{words}</p>"
    assert inferred_from(page.encode(charset), "p.html").body == words


def test_a_western_page_stays_western() -> None:
    page = "<html><meta charset=iso-8859-1><title>x</title><p>L’été à la gare, “café” déjà fermé, coûte 5 €"
    assert "L’été à la gare, “café” déjà fermé" in inferred_from(page.encode("cp1252"), "p").body


def test_the_media_type_says_html() -> None:
    assert draft_of(PAGE, "p.html").media_type == "text/html"
