"""Tables and JSON: which column is which field, which row is which report, and what broken ones give."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ArchiveError, UnreadableReport
from generator.importers import (
    Claim,
    Container,
    Part,
    container_for,
    importer_for,
    json_rows,
    table,
)
from generator.importers._columns import columns_of
from generator.model import BrokenPart, Draft, LeftOut, RawReport
from tests.conftest import SmallArchive

TODAY = date(2026, 1, 1)
STORY = (
    "Two cranes at the Old Quay stood still on Friday after the power failed for the ninth time."
)
CSV = f"Headline,Body,Id\nCranes stand still,{STORY},1\n"


def _raw(
    content: str | bytes, name: str = "reports.csv", columns: Mapping[str, str] | None = None
) -> RawReport:
    data = content.encode() if isinstance(content, str) else content
    return replace(RawReport.of(name, data, TODAY), columns=columns or {})


def _parts(raw: RawReport) -> list[Part]:
    container = container_for(raw)
    assert container is not None
    return list(container.parts(raw))


def _drafts(raw: RawReport) -> list[Draft]:
    found = (part for part in _parts(raw) if isinstance(part, RawReport))
    return [draft for part in found for draft in importer_for(part).read(part)]


def _names(raw: RawReport) -> list[str]:
    return [p.inside.part for p in _parts(raw) if isinstance(p, RawReport) and p.inside]


@pytest.mark.parametrize(
    ("content", "name", "claim"),
    [
        (CSV, "a.csv", Claim.STRONG),
        (CSV, "a.txt", Claim.STRONG),
        (CSV.encode("utf-16"), "a.txt", Claim.STRONG),
        ("a;b\n1;2\n", "a.csv", Claim.STRONG),
        ("a;b\n1;2\n", "a.txt", Claim.NONE),
        ("Title, text and more, with commas, in a report.\n\nText", "a.txt", Claim.NONE),
        ("Title\nText\n", "a.txt", Claim.NONE),
        ("Date: 2016, by: me\n", "a.txt", Claim.NONE),
        ("<html>,title,text", "a.csv", Claim.NONE),
        ("---\ntitle: a, text\n---\n", "a.csv", Claim.NONE),
        ('{"title": "x"}', "a.csv", Claim.NONE),
        ("", "a.csv", Claim.NONE),
        ("\x00\x01\x02", "a.csv", Claim.NONE),
    ],
)
def test_claims_of_tables(content: str | bytes, name: str, claim: Claim) -> None:
    assert table.claims(_raw(content, name)) is claim


@pytest.mark.parametrize(
    ("content", "name", "claim"),
    [
        ('[{"title": "x"}]', "a", Claim.STRONG),
        ('\ufeff [\n {"title"', "a", Claim.STRONG),
        ('{"title": "x"}\n{"title": "y"}', "a", Claim.STRONG),
        ('{"title": "' + "x" * 90_000, "a.jsonl", Claim.STRONG),
        ('{"title": "' + "x" * 90_000, "a.txt", Claim.NONE),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "a", Claim.NONE),
        ("[a] bracket, then text", "a", Claim.NONE),
        ("{not json}", "a", Claim.NONE),
        ("[1, 2]", "a", Claim.NONE),
    ],
)
def test_claims_of_json(content: str, name: str, claim: Claim) -> None:
    assert json_rows.claims(_raw(content, name)) is claim


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Post Title", "title"),
        ("TITRE", "title"),
        ("عنوان", "title"),
        ("العُنوان", "title"),
        ("publishedAt", "date"),
        ("date_published", "date"),
        ("Date de publication", "date"),
        ("Résumé", "summary"),
        ("mots-clés", "tags"),
        ("Last modified", "updated"),
        ("المصدر", "source"),
    ],
)
def test_headers_in_three_languages(header: str, field: str) -> None:
    assert columns_of([header, "zzz"], {}) == {field: (header,)}


def test_what_the_editor_says_of_columns_comes_first() -> None:
    said = {"title": "body", "id": "", "text": "Nichts"}
    headers = ["Title", "Body", "Id", "Tags", "Categories"]
    expected = {"title": ("Body",), "tags": ("Tags", "Categories")}
    assert columns_of(headers, said) == expected


def test_mapped_columns_through_the_command(archive: SmallArchive) -> None:
    file = archive.write("inbox/a.csv", f"Kopf,Inhalt\nCranes stand still,{STORY}\n")
    refused = archive.run("import", file)
    assert refused.exit_code == 1
    assert "columns found: Kopf, Inhalt): say which they are with --map" in refused.output
    wrong = archive.run("import", "--map", "title=Kopf,text=Text", file)
    assert "has no column 'Text' (columns found: Kopf, Inhalt)" in wrong.output
    unknown = archive.run("import", "--map", "colour=Kopf", file)
    assert unknown.exit_code == 2
    assert "'colour=Kopf' is not FIELD=COLUMN; fields are id, title" in unknown.output
    right = archive.run("import", "--map", "title=Kopf,text=Inhalt", file)
    assert right.exit_code == 0, right.output
    assert archive.articles() == ["undated/cranes-stand-still"]
    assert not file.exists()


def test_next_months_table(archive: SmallArchive) -> None:
    rows = "Id,Headline,Body,Tags\n1,Crane one,{}\n2,Crane two,{}\n"
    may = rows.format(f"{STORY},a", f"{STORY} Again.,b")
    archive.run("import", archive.write("inbox/may.csv", may))
    before = archive.listing()
    june = rows.format(f"{STORY},c", f"{STORY} Changed.,b") + f"3,Crane three,New: {STORY},d\n"
    result = archive.run("import", archive.write("inbox/june.csv", june))
    assert "1 imported, 2 already there, 0 failed" in result.output
    assert result.output.count("has changed where it comes from") == 1
    assert len(archive.articles()) == 3
    assert all(archive.listing()[name] == content for name, content in before.items())
    assert archive.run("check").output == "no problems\n"


def test_an_id_means_something_in_its_table_or_on_its_site() -> None:
    def names(header: str, row: str) -> list[str]:
        return _names(_raw(f"{header}\n{row}\n"))

    (one,) = names("id,title,text", f"7,A,{STORY}")
    (other,) = names("id,title,body", f"7,A,{STORY}")
    assert one != other
    assert one.startswith("7 (table ")
    assert names("id,title,text,url", f"7,A,{STORY},https://x.example/a") == ["7 (x.example)"]
    assert names("guid,title,text", f"urn:x:7,A,{STORY}") == ["urn:x:7"]
    assert names("url,title,text", f"https://x.example/a,A,{STORY}") == ["https://x.example/a"]
    (own,) = names("title,text", f"A,{STORY}")
    assert own.startswith("row ")
    twice = _names(_raw(f"guid,title,text\nurn:x:7,A,{STORY}\nurn:x:7,B,{STORY}\n"))
    assert twice[0] == "urn:x:7"
    assert twice[1].startswith("urn:x:7 (")


def test_ragged_and_empty_rows() -> None:
    content = f'title,text\nA,"one\ntwo"\nB\n,\n\nC,{STORY},\nD,x,y\n'
    found = _parts(_raw(content))
    assert [part for part in found if not isinstance(part, RawReport)] == [
        BrokenPart("line 4", "has 1 cells, the header 2"),
        BrokenPart("line 8", "has 3 cells, the header 2"),
    ]
    assert len(found) == 4


@pytest.mark.parametrize(
    ("header", "cell", "public"),
    [
        ("Status", "published", True),
        ("Status", "Publish", True),
        ("Status", "", True),
        ("Status", "draft", False),
        ("Status", "verified", False),
        ("الحالة", "مسودة", False),
        ("draft", "false", True),
        ("draft", "TRUE", False),
        ("private", "1", False),
    ],
)
def test_what_a_row_does_not_call_public_is_left_out(header: str, cell: str, public: bool) -> None:
    (part,) = _parts(_raw(f"title,text,{header}\nA,{STORY},{cell}\n"))
    assert isinstance(part, RawReport) is public
    if not public:
        assert isinstance(part, LeftOut)
        (again,) = _parts(
            _raw(f"title,text,{header}\nA,{STORY},{cell}\n", columns={"status": "", "hidden": ""})
        )
        assert isinstance(again, RawReport)


ARABIC = "أغلقت بلدية الميناء الجسر الوحيد صباح الثلاثاء بعدما أظهر فحص أن دعامتين قد تشققتا"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_charsets_delimiters_and_line_ends(charset: str, delimiter: str, end: str) -> None:
    lines = [["العنوان", "النص", "الرقم"], ["جسر", f'"{ARABIC}{end}ثم"', "1"]]
    content = "".join(delimiter.join(line) + end for line in lines)
    (draft,) = _drafts(_raw(content.encode(charset), "a.txt"))
    assert draft.text.split() == [*ARABIC.split(), "ثم"]
    assert [found.value for found in draft.values("title")] == ["جسر"]


def test_a_charset_that_shows_late() -> None:
    plain = "".join(f"A {n},{STORY}\n" for n in range(1500))
    content = f"title,text\n{plain}".encode() + f"جسر,{ARABIC}\n".encode("windows-1256")
    *_, last = _drafts(_raw(content))
    assert last.text == ARABIC


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('title,text\nA,"' + "x\n" * 5_000_000, "quotation mark may not be closed"),
        ("title,text\nA," + "x" * 100_000_000, "line 2 has more than 8 million characters"),
        ('{"title": "a"}\n' + "x" * 9_000_000, "line 2 has more than 8 million characters"),
        ('[{"title": "a"}, ' + "[" * 100_000, "object 2"),
        ('[{"title": "a"}, {"title": "' + "x" * 20_000_000, "damaged or cut in object 2"),
        ('[{"title": "a"} "x" ]trailing', ""),
        ('[{"title": "a"}, nonsense]', "damaged or cut in object 2"),
    ],
    ids=lambda text: text[:30],
)
def test_what_breaks_ends_in_a_named_error_after_what_stands_before(
    content: str, message: str
) -> None:
    began = time.monotonic()
    raw = _raw(content)
    seen = 0
    try:
        container: Container | None = container_for(raw)
        assert container is not None
        for _ in container.parts(raw):
            seen += 1
    except UnreadableReport as error:
        assert message, error
        assert message in str(error)
    assert time.monotonic() - began < 20
    assert seen == (0 if content.startswith("title") else max(1, seen))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{bad", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ('"text"', "no object"),
        ("12", "is no object"),
        ('{"title": ' + "1" * 5000 + "}", "is no JSON"),
        ('{"colour": 1}', "columns found: colour"),
    ],
    ids=lambda text: text[:20],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line: str, reason: str) -> None:
    good = json.dumps({"title": "A", "text": STORY})
    found = _parts(_raw(f"{good}\n{line}\n\n{good.replace('A', 'B')}\n", "a.jsonl"))
    assert len(found) == 3
    assert isinstance(found[1], BrokenPart)
    assert reason in found[1].reason


def test_values_that_are_no_text() -> None:
    row = {
        "title": {"rendered": "A &amp; B"},
        "text": f"<p>{STORY}</p>",
        "tags": ["x", {"name": "y"}],
    }
    row |= {"author": {"name": "Ana Serrel", "email": "a@x.example"}, "source": "a@x.example"}
    (draft,) = _drafts(_raw(json.dumps([row | {"status": None, "draft": False, "id": 7}]), "a"))
    assert [found.value for found in draft.values("title")] == ["A & B"]
    assert [found.value for found in draft.values("tags")] == ["x", "y"]
    assert [found.value for found in draft.values("authors")] == ["Ana Serrel"]
    assert [block.text for block in draft.blocks] == [STORY]
    assert dict(draft.stated) == {}


@given(st.sampled_from(("title,text\n", "sep=;\n", '"', "[{", '{"title":', "\ufeff")), st.binary())
def test_any_bytes_give_rows_or_a_named_error(head: str, rest: bytes) -> None:
    for name in ("a.csv", "a.jsonl", "a"):
        try:
            raw = _raw(head.encode() + rest, name)
            container = container_for(raw)
            for part in container.parts(raw) if container else ():
                if isinstance(part, RawReport):
                    list(importer_for(part).read(part))
        except ArchiveError as error:
            assert str(error)


@given(st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1)), min_size=1, max_size=5))
def test_any_cells_come_out_as_they_went_in(rows: list[tuple[str, str]]) -> None:
    lines = [json.dumps({"title": title, "text": text}) for title, text in rows]
    raw = _raw("\n".join(lines), "a.jsonl")
    for part in _parts(raw):
        assert not isinstance(part, BrokenPart)
        if isinstance(part, RawReport):
            values = json.loads(part.content)["values"]
            shown = [
                [cell.strip().encode("utf-8", "replace").decode() for cell in row] for row in rows
            ]
            assert [values["title"], values["text"]] in shown
