"""Which parts of a site stay as they are, and which units have to be made."""

from __future__ import annotations

import pytest

from generator.model import FileGroup, OutputFile, Problem
from generator.pipeline.building.inventory import Inventory
from generator.pipeline.building.units import Part, Unit
from generator.state import Made
from generator.state.tree import mark_of

PROBLEM = Problem("articles", 0, "", "", "a message", "a remedy")


def unit(name: str, content: str) -> Unit:
    return Unit(name, content.encode(), OutputFile(name, content.encode()))


def made(one: Unit, *problems: Problem) -> tuple[str, Made]:
    assert isinstance(one.source, OutputFile)
    return one.name, (one.key, ((one.source.path, mark_of(one.key)),), problems)


def left() -> Inventory:
    """As a build leaves it: one part with a key, one without."""
    inventory = Inventory()
    for name, key, units in (
        ("known", b"1", [unit("a", "A"), unit("b", "B")]),
        ("unknown", b"", [unit("c", "C")]),
    ):
        for one in inventory.to_make(name, key, units):
            inventory.take([made(one, *([PROBLEM] if one.name == "a" else []))])
    group = Unit("group:g", b"G", OutputFile("g.json", b"G"))
    for one in inventory.to_make("groups", b"2", [group]):
        inventory.take([made(one)])
    return inventory


def test_a_part_stays_whose_key_is_as_before() -> None:
    after = Inventory(left().parts)
    assert after.keep(Part("known", b"1", lambda: iter(())))
    assert after.names == {"a", "b"}
    assert list(after.problems()) == [PROBLEM]
    assert after.parts == {"known": left().parts["known"]}


@pytest.mark.parametrize("key", [None, b"2"])
def test_any_other_part_is_looked_at(key: bytes | None) -> None:
    after = Inventory(left().parts)
    assert not after.keep(Part("known", key, lambda: iter(())))
    assert not after.keep(Part("unknown", None, lambda: iter(())))
    assert not after.keep(Part("new", b"1", lambda: iter(())))


def test_units_that_are_as_before_are_not_made() -> None:
    after = Inventory(left().parts)
    units = [unit("a", "A"), unit("b", "changed"), unit("new", "N")]
    wanted = list(after.to_make("known", b"2", units))
    assert [one.name for one in wanted] == ["b", "new"]
    after.take(map(made, wanted))
    part = after.parts["known"]
    assert part.key == b"2"
    assert [(name, key) for name, (key, _, _) in part.units().items()] == [
        ("a", b"A"),
        ("b", b"changed"),
        ("new", b"N"),
    ]
    assert list(after.problems()) == [PROBLEM]


def heavy(key: bytes) -> Unit:
    return Unit("group:table", key, FileGroup("table", lambda: (), key, is_heavy=True))


def test_what_takes_long_may_wait_and_is_then_made() -> None:
    before = Inventory()
    for one in before.to_make("table", b"1", [heavy(b"old")]):
        before.take([(one.name, (one.key, (), ()))])
    waiting = Inventory(before.parts, may_wait=True)
    assert list(waiting.to_make("table", b"2", [heavy(b"new")])) == []
    assert waiting.is_behind
    after = Inventory(waiting.parts)
    assert not after.keep(Part("table", b"2", lambda: iter(())))
    assert [one.key for one in after.to_make("table", b"2", [heavy(b"new")])] == [b"new"]
    assert not after.is_behind


def test_of_two_units_with_one_name_the_first_stands() -> None:
    inventory = Inventory()
    for part in ("one", "two"):
        for one in inventory.to_make(part, b"", [unit("a", part), unit("a", "again")]):
            inventory.take([made(one)])
    assert inventory.parts["one"].units()["a"][0] == b"one"
    assert inventory.parts["two"].units() == {}


def test_a_file_of_a_group_is_known_whether_it_was_made_or_stays() -> None:
    before = left()
    assert before.mark("g.json") == mark_of(b"G")
    after = Inventory(before.parts)
    assert after.keep(Part("groups", b"2", lambda: iter(())))
    assert after.mark("g.json") == mark_of(b"G")
    with pytest.raises(KeyError):
        after.mark("no such file")
