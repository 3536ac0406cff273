"""Tags of a format's own: counted where the vocabulary lacks them, or added to it."""

from __future__ import annotations

import pytest
import yaml

from generator.vocabulary import read_vocabulary
from tests.conftest import VOCABULARY, SmallArchive
from tests.importers.wxr import TEXT, export, item, term

ARABIC = term("صيد الأسماك", "%d8%b5%d9%8a%d8%af")
ITEMS = (
    item(1, terms=term("Fishing", "fishing") + term("Siege", "x") + ARABIC),
    item(2, terms=term("fishing", "fishing") + term("Customs-Quay", "zz")),
    item(3, terms=term("Nets: big | شباك", "nets") + term("Northern Wire", "nw")),
)


def test_unknown_ones_are_told_once_with_their_count(archive: SmallArchive) -> None:
    result = archive.run("import", archive.write("inbox/a.xml", export(*ITEMS)))
    told = [line for line in result.output.splitlines() if line.startswith("? tag")]
    assert told == [
        "? tag 'Fishing' of 1 is no term of the vocabulary (--add-tags adds it)",
        "? tag 'صيد الأسماك' of 1 is no term of the vocabulary (--add-tags adds it)",
        "? tag 'fishing' of 1 is no term of the vocabulary (--add-tags adds it)",
        "? tag 'Nets: big | شباك' of 1 is no term of the vocabulary (--add-tags adds it)",
    ]
    assert (archive.folder / "vocabulary.yml").read_text() == VOCABULARY
    assert archive.fields("2016/crane-1-stands-still")["tags"] == ["siege", "old-quay"]


@pytest.mark.parametrize(("option", "kind"), [((), "theme"), (("--add-tags-as", "actor"), "actor")])
def test_they_are_added_to_the_end_of_the_file(
    archive: SmallArchive, option: tuple[str, ...], kind: str
) -> None:
    file = archive.write("inbox/a.xml", export(*ITEMS))
    result = archive.run("import", *(option or ("--add-tags",)), file)
    assert result.exit_code == 0, result.output
    assert "+ term 'fishing', tag of 2, added to vocabulary.yml" in result.output
    text = (archive.folder / "vocabulary.yml").read_text()
    assert text.startswith(VOCABULARY)
    vocabulary = read_vocabulary(archive.folder)
    new = list(vocabulary.terms.values())[4:]
    assert [(t.id, t.kind, t.labels) for t in new] == [
        ("fishing", kind, {"en": "Fishing"}),
        ("syd-lsmk", kind, {"ar": "صيد الأسماك"}),
        ("nets", kind, {"en": "Nets: big", "ar": "شباك"}),
    ]
    fields = archive.fields("2016/crane-1-stands-still")
    assert fields["tags"] == ["siege", "old-quay", "fishing", "syd-lsmk"]
    assert "fishing: WordPress term 'Fishing'" in str(fields["inferred"])
    assert archive.fields("2016/crane-2-stands-still")["tags"] == [
        "old-quay",
        "siege",
        "fishing",
    ] or ("fishing" in str(archive.fields("2016/crane-2-stands-still")["tags"]))
    assert archive.run("check").output == "no problems\n"
    again = archive.write("inbox/b.xml", export(*ITEMS, item(4, TEXT + " More.", terms=ARABIC)))
    assert "added to" not in archive.run("import", "--add-tags", again).output
    assert (archive.folder / "vocabulary.yml").read_text() == text


@pytest.mark.parametrize(
    "content",
    [
        VOCABULARY.rstrip("\n"),
        VOCABULARY + "# the end",
        VOCABULARY.replace("\n", "\r\n"),
        "# only a comment\n",
        "",
        "".join(f"  {line}\n" for line in VOCABULARY.splitlines()),
    ],
    ids=("no-newline", "comment", "crlf", "empty-list", "empty", "indented"),
)
def test_every_byte_that_stands_there_stays(archive: SmallArchive, content: str) -> None:
    file = archive.write("vocabulary.yml", content)
    before = yaml.safe_load(content) or []
    archive.run("import", "--add-tags", archive.write("inbox/a.xml", export(*ITEMS)))
    assert file.read_bytes().startswith(content.encode())
    assert len(yaml.safe_load(file.read_bytes())) >= len(before) + 3
    assert archive.run("check").output == "no problems\n"


@pytest.mark.parametrize(
    "content",
    [
        "[{id: a, kind: theme, labels: {en: A}}]\n",
        "- id: a\n  kind: theme\n  labels: {en: A}\n...\n",
    ],
)
def test_a_file_that_takes_none_is_left_alone(archive: SmallArchive, content: str) -> None:
    file = archive.write("vocabulary.yml", content)
    result = archive.run("import", "--add-tags", archive.write("inbox/a.xml", export(ITEMS[0])))
    assert result.exit_code == 1
    assert "no term can be added to the end of vocabulary.yml" in result.output
    assert file.read_text() == content
    assert archive.articles() == []


def test_a_dry_run_adds_none(archive: SmallArchive) -> None:
    result = archive.run(
        "import", "--dry-run", "--add-tags", archive.write("inbox/a.xml", export(*ITEMS))
    )
    assert "+ term 'fishing', tag of 2" in result.output
    assert (archive.folder / "vocabulary.yml").read_text() == VOCABULARY
    assert archive.articles() == []


def test_ids_never_collide(archive: SmallArchive) -> None:
    terms = (
        term("Old fish", "siege"),  # the part of an address is the id of a term
        term("Port Tarn!!", "port-tarn-2"),
        term("Nets", "nets"),
        term("Big nets", "nets"),
        term("Lamp", "%D8%A7"),
        term("lámp?", ""),
        term("Lamp / light", "Lamp"),  # the same, as its address says
        term("!", "-"),
    )
    post = item(1, terms="".join(terms))
    archive.run("import", "--add-tags", archive.write("inbox/a.xml", export(post)))
    new = list(read_vocabulary(archive.folder).terms)[4:]
    assert new == ["nets", "lamp"]
    assert set(new) < set(archive.fields("2016/crane-1-stands-still")["tags"])  # type: ignore[call-overload]
