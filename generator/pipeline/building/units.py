"""The units that a site is made of, each with a key that stands for everything it is made from."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple, TypeVar

from generator.archive import PublicArchive
from generator.model import (
    DerivedFile,
    FileGroup,
    OutputFile,
    Page,
    Problem,
    PublicReport,
    Section,
)
from generator.outputs import file_sections, group_sections
from generator.pages import all_addresses, page_sections
from generator.settings import Settings
from generator.shelves import Shelf
from generator.state import fingerprint, marks_of_reports
from generator.state.tree import mark_of
from generator.vocabulary import Vocabulary

INDEX = "index.html"
GROUP = "group:"
_T = TypeVar("_T")
Source = Page | OutputFile | DerivedFile | FileGroup


@dataclass(frozen=True)
class Unit:
    """A page, a file, or files made together.

    Attributes:
        name: the path of its file, or the name of the group behind ``group:``.
        key: stands for all that it is made from, besides what the whole site shares.
        source: what it is made by.
    """

    name: str
    key: bytes
    source: Source

    @property
    def is_heavy(self) -> bool:
        """Whether it takes seconds to make."""
        return isinstance(self.source, FileGroup) and self.source.is_heavy


class Part(NamedTuple):
    """Some units of the site.

    Attributes:
        name: what the part is called; no other part has it.
        key: stands for all that its units are made from; None where each has to be looked at.
        units: puts them together.
    """

    name: str
    key: bytes | None
    units: Callable[[], Iterator[Unit]]


def parts_of(
    archive: PublicArchive,
    shell_of: Callable[[str, str], bytes],
    docs: Container[str],
    taken: Container[str],
    found: Callable[[Problem], None],
    *,
    with_search: bool = True,
) -> Iterator[Part]:
    """Every unit of the site, in parts; what takes longest to make comes first.

    Args:
        archive: what is public.
        shell_of: stands for the shell of the page at an address, by language and address.
        docs: files that MkDocs made; no redirect takes the place of one.
        taken: the names of all units of the parts before.
        found: told of each redirect in whose place a page stands.
        with_search: whether there is to be a search index.
    """
    for groups in group_sections(archive, with_search=with_search):
        yield Part(groups.name, _section_key(groups), partial(_of_groups, groups))
    for pages in page_sections(archive):
        yield Part(pages.name, _section_key(pages), partial(_of_pages, pages, shell_of))
    for files in file_sections(archive):
        units = partial(_of_files, files, docs, taken, found)
        yield Part(files.name, _section_key(files), units)


def _section_key(section: Section[_T]) -> bytes | None:
    if section.made_from is None:
        return None
    return fingerprint(section.name, section.made_from)


def _of_groups(section: Section[FileGroup]) -> Iterator[Unit]:
    for group in section.make():
        yield Unit(f"{GROUP}{group.name}", fingerprint(group.name, group.made_from), group)


def _of_pages(section: Section[Page], shell_of: Callable[[str, str], bytes]) -> Iterator[Unit]:
    for page in section.make():
        shell = shell_of(page.language, page.address)
        yield Unit(f"{page.address}{INDEX}", _page_key(page, shell), page)


def _of_files(
    section: Section[OutputFile | DerivedFile],
    docs: Container[str],
    taken: Container[str],
    found: Callable[[Problem], None],
) -> Iterator[Unit]:
    for file in section.make():
        if file.path.endswith(".html") and (file.path in taken or file.path in docs):
            found(_in_the_way(file.path.removesuffix(INDEX)))
        elif file.path not in taken:
            yield Unit(file.path, _file_key(file), file)


def addresses_of(archive: PublicArchive) -> frozenset[str]:
    """The address of every page that the archive makes."""
    return frozenset(all_addresses(archive))


def _page_key(page: Page, shell: bytes) -> bytes:
    context = {name: _marked(value) for name, value in page.context.items()}
    return fingerprint(page.address, page.language, page.title, page.template, context, shell)


def _marked(value: object) -> object:
    """Reports as what stands for them; of anything else the fingerprint is taken as it is."""
    if isinstance(value, Shelf):
        return value.mark
    if isinstance(value, list) and value and isinstance(value[0], PublicReport):
        return marks_of_reports(value)
    return value


def _file_key(file: OutputFile | DerivedFile) -> bytes:
    if isinstance(file, OutputFile):
        return mark_of(file.content)[0]
    return fingerprint(file.path, file.made_from)


def _in_the_way(address: str) -> Problem:
    message = f"/{address} is a page of the site, and nothing leads on from there"
    remedy = "remove the address from the redirect_from that has it"
    return Problem("articles", 0, "redirect_from", address, message, remedy)


class Shard:
    """Some units to be made together; on its way to another process it names reports by path."""

    def __init__(self, units: list[Unit]) -> None:
        """Hold these units."""
        self._units = units
        self._packed = b""

    @property
    def is_heavy(self) -> bool:
        """Whether it takes seconds."""
        return any(unit.is_heavy for unit in self._units)

    @property
    def first(self) -> str:
        """The name of its first unit."""
        return self._units[0].name

    def __getstate__(self) -> bytes:
        written = io.BytesIO()
        _Packer(written, protocol=5).dump([_light(unit) for unit in self._units])
        return written.getvalue()

    def __setstate__(self, packed: bytes) -> None:
        self._units, self._packed = [], packed

    def units(self, archive: PublicArchive) -> list[Unit]:
        """The units, about the reports of this archive."""
        if self._packed:
            self._units = _Unpacker(io.BytesIO(self._packed), archive).load()
            self._packed = b""
        return self._units


def _light(unit: Unit) -> Unit:
    """The unit without what its key was taken of."""
    if isinstance(unit.source, (DerivedFile, FileGroup)):
        return replace(unit, source=replace(unit.source, made_from=None))
    return unit


class _Packer(pickle.Pickler):
    def reducer_override(self, obj: Any) -> Any:
        """What every worker has already is named, not sent."""
        if isinstance(obj, PublicReport):
            return _report, (obj.path,)
        if isinstance(obj, PublicArchive):
            return _archive, ()
        if isinstance(obj, Settings):
            return _settings, ()
        if isinstance(obj, Vocabulary):
            return _vocabulary, ()
        return NotImplemented


class _Unpacker(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, archive: PublicArchive) -> None:
        super().__init__(file)
        self._own: dict[str, Callable[..., object]] = {
            _report.__name__: archive.by_path.__getitem__,
            _archive.__name__: lambda: archive,
            _settings.__name__: lambda: archive.settings,
            _vocabulary.__name__: lambda: archive.vocabulary,
        }

    def find_class(self, module: str, name: str) -> Any:
        """The worker's own report, archive, settings, vocabulary; otherwise what is imported."""
        if module == __name__ and name in self._own:
            return self._own[name]
        return super().find_class(module, name)


def _report(path: str) -> PublicReport:
    raise LookupError(path)


def _archive() -> PublicArchive:
    raise LookupError


def _settings() -> Settings:
    raise LookupError


def _vocabulary() -> Vocabulary:
    raise LookupError
