"""Which parts of a site stay as they are, and which of their units have to be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model import Problem
from generator.pipeline.building.units import Part, Unit
from generator.state import Made, MadePart
from generator.state.tree import Mark


@dataclass
class _Begun:
    """A part of which some units are being made."""

    key: bytes
    names: list[str] = field(default_factory=list)
    units: dict[str, Made] = field(default_factory=dict)
    is_whole: bool = False

    @property
    def is_made(self) -> bool:
        """Whether nothing of it is missing any more."""
        return self.is_whole and len(self.units) == len(self.names)

    def packed(self) -> MadePart:
        """Its units, in the order in which they were put together."""
        return MadePart.of(self.key, {name: self.units[name] for name in self.names})


@dataclass
class Inventory:
    """The parts of a site: as the build before left them, and as this one makes them.

    Attributes:
        before: those of before, by name, as far as their files are as they were.
        names: of all units that were looked at so far, or stay.
        parts: those that are made, or stay, by name.
        may_wait: whether groups of files that take long may stay as they were for now.
        is_behind: whether any did.
    """

    before: Mapping[str, MadePart] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    may_wait: bool = False
    parts: dict[str, MadePart] = field(default_factory=dict, init=False)
    is_behind: bool = field(default=False, init=False)
    _begun: dict[str, _Begun] = field(default_factory=dict, init=False)
    _waiting: dict[str, str] = field(default_factory=dict, init=False)

    def keep(self, part: Part) -> bool:
        """Let a part stay as it is, if all that its units are made from is as before."""
        before = self.before.get(part.name)
        if before is None or part.key is None or before.key != part.key:
            return False
        self.names.update(before.each_name())
        self.parts[part.name] = before
        return True

    def to_make(self, name: str, key: bytes, units: Iterable[Unit]) -> Iterator[Unit]:
        """The units of a part that are not as before; the others are noted as they are.

        Of two units with one name the first stands.
        """
        before = self.before.get(name)
        remembered = before.units() if before else {}
        begun = self._begun[name] = _Begun(key)
        for unit in units:
            if unit.name in self.names:
                continue
            begun.names.append(unit.name)
            self.names.add(unit.name)
            made = remembered.get(unit.name)
            if made is not None and made[0] == unit.key:
                begun.units[unit.name] = made
            elif made is not None and self.may_wait and unit.is_heavy:
                begun.units[unit.name] = made
                begun.key = b""
                self.is_behind = True
            else:
                self._waiting[unit.name] = name
                yield unit
        begun.is_whole = True
        self._pack_if_made(name)

    def take(self, made: Iterable[tuple[str, Made]]) -> None:
        """Note what units were made as."""
        for name, own in made:
            part = self._waiting.pop(name)
            self._begun[part].units[name] = own
            self._pack_if_made(part)

    def _pack_if_made(self, name: str) -> None:
        """The units of a large site take hundreds of megabytes, packed a tenth."""
        if self._begun[name].is_made:
            self.parts[name] = self._begun.pop(name).packed()

    def problems(self) -> Iterator[Problem]:
        """What an editor has to look at, in all parts."""
        return (problem for part in self.parts.values() for problem in part.problems)

    def mark(self, path: str) -> Mark:
        """What a file of a group was made as.

        Raises:
            KeyError: no group has it.
        """
        if path not in self._marks:
            self._marks.update(self._groups[path].files())
        return self._marks[path]

    @cached_property
    def _marks(self) -> dict[str, Mark]:
        return {}

    @cached_property
    def _groups(self) -> Mapping[str, MadePart]:
        """The parts that have files made together, by the path of each file."""
        parts = (part for part in self.parts.values() if part.has_groups)
        return {path: part for part in parts for path in part.each_path()}
