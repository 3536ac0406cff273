"""WordPress exports: what is public in them, what changes, and what broken or hostile ones give."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ArchiveError, UnreadableReport
from generator.importers import Claim, importer_for
from generator.importers.wordpress import claims, parts
from generator.model import BrokenPart, Draft, LeftOut, RawReport
from tests.conftest import SmallArchive

from .wxr import AUTHOR, COMMENT, HEAD, TAIL, TEXT, cdata, export, item, term

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 1, 1)
GUID = "https://mirror.example/?p="


def _raw(content: str | bytes) -> RawReport:
    data = content.encode() if isinstance(content, str) else content
    return RawReport.of("export.xml", data, TODAY)


def _drafts(content: str | bytes) -> list[Draft]:
    found = (part for part in parts(_raw(content)) if isinstance(part, RawReport))
    return [draft for part in found for draft in importer_for(part).read(part)]


def _body(text: str) -> str:
    (draft,) = _drafts(export(item(1, text)))
    return "\n\n".join(block.markdown for block in draft.blocks)


def _one(content: str) -> RawReport:
    (part,) = parts(_raw(content))
    assert isinstance(part, RawReport)
    return part


@pytest.mark.parametrize(
    ("content", "claim"),
    [
        (export(), Claim.STRONG),
        ("\n\n" + export(), Claim.STRONG),
        (HEAD.replace("1.2", "1.0"), Claim.STRONG),
        ("<rss version='2.0'><channel>", Claim.NONE),
        ("A text about wordpress.org/export/ and <rss> feeds", Claim.NONE),
    ],
)
def test_claims(content: str, claim: Claim) -> None:
    assert claims(_raw(content)) is claim


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"status": "draft"}, "is a draft"),
        ({"status": "auto-draft"}, "is a draft"),
        ({"status": "pending"}, "waits for review"),
        ({"status": "private"}, "is private"),
        ({"status": "trash"}, "is in the trash"),
        ({"status": "future"}, "is scheduled"),
        ({"status": "embargo"}, "has the status 'embargo', which is not public"),
        ({"status": ""}, "has the status ''"),
        ({"password": "x"}, "is protected by a password"),
        ({"text": "<!-- a --><p>&nbsp;</p>[form id=3]"}, "has no text but its title"),
    ],
)
def test_what_is_not_public_is_left_out(changes: dict[str, str], reason: str) -> None:
    (part,) = parts(_raw(export(item(1, **changes))))
    assert isinstance(part, LeftOut)
    assert part.part == f"{GUID}1"
    assert reason in part.reason


def test_other_types_are_counted_and_attachments_listed() -> None:
    address = (
        "\t\t<wp:attachment_url><![CDATA[https://mirror.example/a.jpg]]></wp:attachment_url>\n"
    )
    menus = [item(n, kind="nav_menu_item") for n in (2, 3)]
    attached = item(4, kind="attachment", status="inherit", extra=address)
    page = item(1, kind="page")
    assert [p.reason for p in parts(_raw(export(*menus, attached))) if isinstance(p, LeftOut)] == [
        "is an attachment, which stays where it is",
        "are neither posts nor pages",
    ]
    found = list(parts(_raw(export(*menus, attached, page))))
    assert found[0] == LeftOut("https://mirror.example/a.jpg", found[0].reason)  # type: ignore[union-attr]
    assert isinstance(found[1], RawReport)
    assert found[2] == LeftOut("2 of the type 'nav_menu_item'", "are neither posts nor pages")


def test_next_months_export(archive: SmallArchive) -> None:
    may = export(item(1), item(2), item(3, status="draft"))
    assert archive.run("import", archive.write("inbox/may.xml", may)).exit_code == 0
    before = archive.listing()
    busy = item(
        1,
        terms=term("Ports", "ports", "category"),
        modified="2026-01-01 00:00:00",
        extra=COMMENT.format(number=8),
        link="https://www.mirror.example/new/crane-1/",
    )
    head = HEAD.replace("Harbour Mirror", "The Mirror") + AUTHOR.replace("Nadim", "N.")
    june = export(busy, item(2, TEXT + " It is over."), item(3), item(4), head=head)
    result = archive.run("import", archive.write("inbox/june.xml", june))
    assert "2 imported, 2 already there, 0 failed" in result.output
    assert result.output.count("has changed where it comes from") == 1
    assert "articles/2016/crane-2-stands-still" in result.output
    assert len(archive.articles()) == 4
    assert all(archive.listing()[name] == content for name, content in before.items())
    assert archive.run("check").output == "no problems\n"


def test_nothing_of_comments_and_accounts_reaches_an_article(archive: SmallArchive) -> None:
    post = item(1, creator="norfal", extra=COMMENT.format(number=1), excerpt="Short")
    archive.run("import", archive.write("inbox/a.xml", export(post, item(2, status="private"))))
    (path,) = archive.articles()
    article = (archive.folder / f"articles/{path}.md").read_text()
    for private in ("gull", "Gull", "203.0.113", "@", "norfal", "comment"):
        assert private not in article, private


@pytest.mark.parametrize(
    ("local", "gmt", "value"),
    [
        ("2016-10-28 23:30:00", "2016-10-28 20:30:00", "2016-10-28T23:30:00+03:00"),
        ("2016-10-28 01:00:00", "2016-10-28 06:00:00", "2016-10-28T01:00:00-05:00"),
        ("2016-10-28 05:30:00", "2016-10-28 00:00:00", "2016-10-28T05:30:00+05:30"),
        ("2016-10-28 23:30:00", "0000-00-00 00:00:00", "2016-10-28T23:30:00"),
        ("2016-10-28 23:30:00", "2011-01-01 00:00:00", "2016-10-28T23:30:00"),
        ("0000-00-00 00:00:00", "2016-10-28 20:30:00", "2016-10-28T20:30:00+00:00"),
        ("2016-00-28 00:00:00", "", "Fri, 28 Oct 2016 20:30:00 +0000"),
    ],
)
def test_the_day_is_the_sites_own(local: str, gmt: str, value: str) -> None:
    (draft,) = _drafts(export(item(1, local=local, gmt=gmt)))
    assert [found.value for found in draft.values("date")] == [value]


def test_a_post_that_never_had_a_day_has_none() -> None:
    zeros = "0000-00-00 00:00:00"
    post = item(1, local=zeros, gmt=zeros).replace("Fri, 28 Oct 2016", "Wed, 30 Nov -0001")
    (draft,) = _drafts(export(post))
    assert not draft.values("date")


@pytest.mark.parametrize(
    ("author", "creator", "names"),
    [
        (AUTHOR, "norfal", ["Nadim Orfal"]),
        (AUTHOR.replace("Nadim Orfal", "n@x.example"), "norfal", ["norfal"]),
        ("", "Nadim Orfal", ["Nadim Orfal"]),
        ("", "n@x.example", []),
    ],
)
def test_authors_are_as_readers_saw_them(author: str, creator: str, names: list[str]) -> None:
    (draft,) = _drafts(export(item(1, creator=creator), head=HEAD + author))
    assert [found.value for found in draft.values("authors")] == names


def test_several_authors_of_one_post() -> None:
    second = AUTHOR.replace("norfal", "clara").replace("Nadim Orfal", "Clara Vestrin")
    terms = term("norfal", "cap-norfal", "author") + term("clara", "cap-clara", "author")
    (draft,) = _drafts(export(item(1, terms=terms), head=HEAD + AUTHOR + second))
    assert [found.value for found in draft.values("authors")] == ["Nadim Orfal", "Clara Vestrin"]
    assert not draft.values("tags")


def test_languages_of_plugins() -> None:
    meta = "<wp:meta_key>{}</wp:meta_key><wp:meta_value>{}</wp:meta_value>"
    extra = "".join(
        f"<wp:postmeta>{meta.format(*pair)}</wp:postmeta>"
        for pair in (("_x", "de"), ("_wpml_language", "ar"), ("_y", "nl"))
    )
    (draft,) = _drafts(export(item(1, terms=term("Français", "fr", "language"), extra=extra)))
    assert [found.value for found in draft.values("language")] == ["fr", "ar", "en-US"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("He said [sic] and [the man] and [1] and [2016].",) * 2,
        ("A [b]c[/b] d [e f='1'] g [[h]] i.", "A c d g [h] i."),
        ("A.\n[divider]\nB.", "A.\n\nB."),
        ("A.\n\n[x_y z]\n\n[gallery ids='1']B.", "A.\n\n[x_y z]\n\nB."),
        ("[caption]no picture[/caption] A", "no picture A"),
        ("[caption]never closed", "never closed"),
        ("[/caption]never opened", "never opened"),
        ("A [video mp4='https://v.example/a.mp4'][/video]", "A\n\n[https://v.example/a.mp4](https://v.example/a.mp4)"),
        ("[caption caption='A crane']<img src='https://x.example/a.jpg'>[/caption] B", "![A crane](https://x.example/a.jpg)\n\nB"),
        ("<pre>a\n\nb</pre>", "    a\n\n    b"),
        ("<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>", "-   a\n-   b"),
        ("<script>x()</script><p onclick='x()'>A <a href='javascript:x()'>b</a>.</p>", "A b."),
        ("A ]]> b.", "A ]]> b."),
        ("<!-- wp:x {\"a\":\"<b>\"} /-->\n<!-- wp:freeform -->A.\n\nB.<!-- /wp:freeform -->", "A.\n\nB."),
        ("<iframe src='https://x.example'></iframe>A <b>b", "A **b**"),
    ],
)  # fmt: skip
def test_bodies(text: str, body: str) -> None:
    assert _body(text) == body


def test_identity_without_and_with_the_same_guid() -> None:
    found = list(parts(_raw(export(item(1, guid=""), item(2, guid="g"), item(3, guid="g")))))
    names = [part.inside.part for part in found if isinstance(part, RawReport) and part.inside]
    assert names == [f"{GUID}1", "g", "g (3)"]
    nameless = item(1, guid="").replace("<wp:post_id>1</wp:post_id>", "")
    (part,) = parts(_raw(export(nameless)))
    assert part == BrokenPart("Crane 1 stands still", "has neither a GUID nor a number")


@pytest.mark.parametrize(
    ("content", "message", "read"),
    [
        (export(item(1), item(2))[: -len(TAIL) - 300], "ends in the middle, in line", 1),
        (HEAD + AUTHOR + item(1), "ends in the middle", 1),
        (HEAD + item(1) + "<b>Fatal error</b>: Allowed memory size", "ends in the middle", 1),
        (HEAD + item(1) + "<item></wrong>" + item(2) + TAIL, "is damaged in line", 1),
        (HEAD[:-40], "ends in the middle", 0),
    ],
)
def test_broken_exports_give_what_stands_before(
    archive: SmallArchive, content: str, message: str, read: int
) -> None:
    result = archive.run("import", archive.write("inbox/a.xml", content))
    assert message in result.output
    assert f"{read} imported, 0 already there, 1 failed" in result.output


@pytest.mark.parametrize(
    "content",
    [
        export(item(1)) + "0",
        export(item(1)).replace("Two cranes", "Two\x0b\x00 &nbsp;&eacute; cranes"),
        export(item(1).replace("<wp:is_sticky>0", "<wp:is_sticky>&nbsp;&#8;&bull;")),
        "\ufeff\r\n" + export(item(1)).replace("\n", "\r\n"),
        "<br />Notice: x" + export(item(1)),
    ],
    ids=("behind", "controls", "references", "mark", "before"),
)
def test_what_is_mended(content: str) -> None:
    (draft,) = _drafts(content)
    assert "cranes at the Old Quay" in draft.blocks[0].text


def test_bytes_of_another_charset_are_told(archive: SmallArchive) -> None:
    content = export(item(1, "Café " + TEXT)).encode().replace("é".encode(), b"\xe9")
    result = archive.run("import", archive.write("inbox/a.xml", content))
    assert "look: '\ufffd': has characters that are lost" in result.output
    declared = content.replace(b'encoding="UTF-8"', b'encoding="ISO-8859-1"')
    (draft,) = _drafts(declared)
    assert draft.blocks[0].text.startswith("Café Two")


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("CANARY")
    laughs = "".join(f"<!ENTITY l{n + 1} '{f'&l{n};' * 10}'>" for n in range(12))
    head = f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}<!ENTITY f SYSTEM 'file://{secret}'>]>"
    with pytest.raises(UnreadableReport, match="declares a document type"):
        _drafts(export(item(1)).replace("<rss", f"{head}<rss"))


@pytest.mark.parametrize(
    "middle",
    [
        f"<item><content:encoded>{cdata('x' * 30_000_000)}</content:encoded></item>",
        "<a>" * 200_000,
        "<item>" + "<category/>" * 1_700_000,
        "<item>" + "<wp:comment>a</wp:comment>" * 1_000_000,
        item(1, "[" * 500_000),
        item(1, "[caption]" * 100_000),
        item(1, "<!-- " * 500_000 + "word"),
        item(1, "[a " + "b" * 300_000),
        item(1, "[a '" * 100_000 + "[a \"'" * 50_000),
        item(1, "<blockquote>" * 3_000 + "word"),
        item(1, "&" * 1_000_000 + "word\n" * 100_000),
        item(1, "<pre>" * 100_000 + "word"),
    ],
    ids=lambda text: text[:60].strip()[-30:],
)
def test_hostile_exports_end_in_bounded_time(middle: str) -> None:
    began = time.process_time()
    try:
        _drafts(HEAD + middle + TAIL)
    except ArchiveError as error:
        assert str(error)
    assert time.process_time() - began < 60, (
        "processor time, which hardly depends on what else the machine does"
    )


def test_titles_and_guids_lead_nowhere(archive: SmallArchive) -> None:
    evil = item(1, title="../../../etc/passwd", guid="../../../../evil")
    before = {name for name in archive.listing() if not name.startswith("inbox")}
    archive.run("import", archive.write("inbox/a.xml", export(evil)))
    new = [name for name in archive.listing() if name not in before]
    assert len(new) == 2
    assert all(name.startswith(("articles/2016/", "originals/")) for name in new)
    assert not any(".." in name for name in new)


@given(
    st.sampled_from((HEAD, HEAD + AUTHOR + item(1), export(item(1))[:-500])),
    st.one_of(st.binary(), st.text().map(str.encode)),
)
def test_any_bytes_give_posts_or_a_named_error(head: str, rest: bytes) -> None:
    try:
        _drafts(head.encode() + rest)
    except ArchiveError as error:
        assert str(error)


@given(st.text(alphabet="[]/<>!-&;ab='\" \n", max_size=60), st.booleans())
def test_any_text_of_a_post_gives_blocks(text: str, is_block_editor: bool) -> None:
    mark = "<!-- wp:x -->" if is_block_editor else ""
    (draft,) = _drafts(export(item(1, f"{mark}Word {text}")))
    assert "Word" in " ".join(block.text for block in draft.blocks)


def test_the_hash_of_a_part_is_that_of_the_report() -> None:
    plain = _one(export(item(1)))
    busy = item(
        1, terms=term("x", "x"), modified="2020-01-01 00:00:00", extra=COMMENT.format(number=1)
    )
    assert _one(export(busy)).sha256 == plain.sha256
    others = (item(1, title="Other"), item(1, local="2016-10-27 23:30:00"), item(1, excerpt="x"))
    assert all(_one(export(other)).sha256 != plain.sha256 for other in others)


_MEASURED = """
import resource, sys
from datetime import date
from pathlib import Path
from generator.importers import wordpress
from generator.pipeline.importing.inputs import raw_report

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

small, big = (raw_report(Path(name), date(2026, 1, 1)) for name in sys.argv[1:])
count = sum(1 for _ in wordpress.parts(small))
before = peak()
count += sum(1 for _ in wordpress.parts(big))
print(count, peak() - before)
"""


def test_memory_does_not_grow_with_the_export(tmp_path: Path) -> None:
    post = item(1, f"{TEXT} " * 9, extra=COMMENT.format(number=1) * 4)
    sizes = {"small.xml": 500, "big.xml": 10_000}
    for name, count in sizes.items():
        with (tmp_path / name).open("w", encoding="utf-8") as file:
            file.write(HEAD)
            file.writelines(post.replace("?p=1<", f"?p={number}<") for number in range(count))
            file.write(TAIL)
    files = [str(tmp_path / name) for name in sizes]
    command = [sys.executable, "-c", _MEASURED, *files]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    read, grown = told.split()
    assert int(read) == sum(sizes.values())
    assert (tmp_path / "big.xml").stat().st_size > 50_000_000
    assert float(grown) < 12, "MB for 50 MB more of export"
