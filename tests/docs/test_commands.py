"""What README and docs tell people to type exists, and what exists is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import main
from tests.docs.manual import EDITORS, PAGES, README, ROOT, code_of, headings_of, label

_MAKE = re.compile(r"(?:^|[\s(])make ([a-z][a-z-]*)", re.MULTILINE)
_ARCHIVE = re.compile(r"(?:^|[\s(/])archive (?:-C \S+ )?([a-z][a-z-]*)([^\n#]*)", re.MULTILINE)
_OPTION = re.compile(r"(?<![\w-])(--?[A-Za-z][\w-]*)")


def targets() -> set[str]:
    """The targets that the Makefile declares."""
    return set(
        re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )


def options(command: click.Command) -> set[str]:
    """Every spelling of every option of a command, with --help."""
    declared = {name for param in command.params for name in param.opts if name.startswith("-")}
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        declared |= options(below)
    return declared | {"-h", "--help"}


def manual_page(command: str) -> Path:
    """The page of the editors' manual that has the command as a heading."""
    pages = [p for p in EDITORS.glob("*.md") if f"`archive {command}`" in headings_of(p)]
    assert len(pages) == 1, f"one page of docs/editors/ needs the heading '## `archive {command}`'"
    return pages[0]


_CONTEXT = click.Context(main)
COMMANDS = {
    name: command
    for name in main.list_commands(_CONTEXT)
    if (command := main.get_command(_CONTEXT, name)) is not None
}


def archive_calls(page: Path) -> Iterator[tuple[str, str]]:
    """Each `archive` command in the code of a page, with its arguments."""
    for code in code_of(page):
        yield from ((m[1], m[2]) for m in _ARCHIVE.finditer(code) if not m[2].startswith(" &&"))


@pytest.mark.parametrize("page", PAGES, ids=label)
def test_every_make_target_exists(page: Path) -> None:
    named = {name for code in code_of(page) for name in _MAKE.findall(code)}
    assert named <= targets()


@pytest.mark.parametrize("page", PAGES, ids=label)
def test_every_archive_command_exists_with_its_options(page: Path) -> None:
    for name, arguments in archive_calls(page):
        assert name in COMMANDS, f"{label(page)} names `archive {name}`"
        unknown = set(_OPTION.findall(arguments)) - options(COMMANDS[name])
        assert not unknown, f"{label(page)}: `archive {name}` has no {unknown}"


def test_the_commands_of_the_readme_are_seen() -> None:
    assert ("import", " inbox") in set(archive_calls(README))


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_its_page_with_every_option(command: str) -> None:
    page = manual_page(command)
    told = {name for code in code_of(page) for name in _OPTION.findall(code)}
    long = {name for name in options(COMMANDS[command]) if name.startswith("--")}
    if long == {"--help"}:
        return
    assert long <= told, f"{label(page)} does not tell of {sorted(long - told)}"


def test_the_readme_names_every_command_and_the_targets_of_everyday() -> None:
    code = "\n".join(code_of(README))
    missing = [name for name in COMMANDS if f"archive {name}" not in code]
    missing += [name for name in targets() if f"make {name}" not in code]
    assert not missing
