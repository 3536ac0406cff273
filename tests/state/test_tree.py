"""What a site consists of, in parts."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from generator.model import Problem
from generator.state import Made, MadePart, Tree, load, save
from generator.state.keeping import BrokenState
from generator.state.tree import CLASSES, changes, damaged, mark_of

PROBLEM = Problem("articles", 0, "original", "", "a message", "a remedy")


def unit(key: str, **files: str) -> Made:
    marks = tuple((name, mark_of(content.encode())) for name, content in files.items())
    return key.encode(), marks, ()


def page(name: str, content: str = "") -> tuple[str, Made]:
    return name, unit(content, **{name: content})


def test_a_part_is_unpacked_as_it_was_packed(tmp_path: Path) -> None:
    units = {
        **dict([page("a/index.html", "A"), page("b/index.html", "B")]),
        "group:c": unit("c", **{"c.json": "1", "c.csv": "2"}),
        "broken": (b"key", (), (PROBLEM,)),
    }
    save(tmp_path / "tree", Tree({"part": MadePart.of(b"key", units)}, {"docs": mark_of(b"")}))
    tree = load(tmp_path / "tree", CLASSES)
    part = tree.parts["part"]
    assert part.units() == units
    assert part.problems == (PROBLEM,)
    assert list(part.each_name()) == list(units)
    assert list(part.each_path()) == ["a/index.html", "b/index.html", "c.json", "c.csv"]
    assert dict(tree.each_file()) == {"docs": mark_of(b""), **dict(part.files())}
    assert list(tree.each_path()) == ["docs", *part.each_path()]
    assert part.has_groups


def test_a_part_of_nothing_has_no_names() -> None:
    part = MadePart.of(b"key", {})
    assert (list(part.each_name()), list(part.each_path()), part.files()) == ([], [], ())


def test_only_problems_are_made_of_a_packed_part() -> None:
    packed = pickle.dumps({"a": (b"", (), (Path("a"),))}, protocol=5)
    with pytest.raises(BrokenState):
        MadePart(b"", "a", "", (), packed).units()


def test_a_unit_with_a_lost_file_has_to_be_made_again() -> None:
    part = MadePart.of(b"key", dict([page("a"), page("b")]))
    assert part.without({"c"}) is part
    rest = part.without({"b"})
    assert (rest.key, list(rest.each_name())) == (b"", ["a"])


def test_only_the_parts_that_differ_are_compared() -> None:
    stays = MadePart.of(b"1", dict([page("a", "A"), page("taken", "the archive's")]))
    old = MadePart.of(b"2", dict([page("b", "B"), page("gone", "G")]))
    new = MadePart.of(b"3", dict([page("b", "B2"), page("c", "C")]))
    docs = {"d": mark_of(b"1"), "taken": mark_of(b"1")}
    before = Tree(
        {"stays": stays, "other": old, "vanishes": MadePart.of(b"", dict([page("v")]))}, docs
    )
    after = Tree({"stays": stays, "other": new}, {**docs, "taken": mark_of(b"2")})
    put, gone = changes(before, after)
    assert put == ["b", "c"]
    assert gone == {"gone", "v"}


def test_a_file_that_moves_to_another_part_is_not_put_again() -> None:
    moves = dict([page("moves", "M")])
    before = Tree({"old": MadePart.of(b"1", {**moves, **dict([page("a", "A")])})})
    after = Tree({"new": MadePart.of(b"2", {**moves, **dict([page("a", "A2")])})})
    assert changes(before, after) == (["a"], set())


def test_a_page_of_the_archive_stands_before_a_hand_written_one() -> None:
    own = {"part": MadePart.of(b"1", dict([page("about", "the archive's")]))}
    docs = {"about": mark_of(b"by hand"), "other": mark_of(b"")}
    assert Tree(own, docs).own_docs() == {"other": mark_of(b"")}
    assert changes(Tree({}, docs), Tree(own, docs)) == (["about"], set())
    assert changes(Tree(own, docs), Tree({}, docs)) == (["about"], set())


def test_damaged_are_files_that_are_missing_or_were_written_to(tmp_path: Path) -> None:
    files = dict([page("whole", "W"), page("short", "S"), page("other", "O"), page("missing", "M")])
    for name, content in {"whole": "W", "short": "", "other": "X"}.items():
        (tmp_path / name).write_text(content)
    assert list(damaged(tmp_path, Tree({"part": MadePart.of(b"", files)}))) == [
        "short",
        "other",
        "missing",
    ]
