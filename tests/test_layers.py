"""The layers of the drawing in generator/__init__.py, and the rules that keep them apart."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import generator
from generator.state import OF_IMPORT

PACKAGE = Path(generator.__file__).parent
SOURCES = sorted(file for file in PACKAGE.rglob("*.py"))
_DRAWN = re.compile(r"^ {4}(\w+(?: [·│] \w+)*)(?: {2,}|$)")
_BANNED = {"utils", "util", "helpers", "helper", "core", "common", "manager", "misc"}


def drawing() -> list[tuple[str, ...]]:
    """The lines of the drawing, from the top, each with its modules."""
    text = (generator.__doc__ or "").partition("downwards only")[2]
    matches = (_DRAWN.match(line) for line in text.splitlines())
    return [tuple(re.split(r" [·│] ", match[1])) for match in matches if match]


LEVELS = {name: level for level, names in enumerate(drawing()) for name in names}


def part_of(file: Path) -> str:
    """The module or subpackage of generator/ that a file belongs to."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def label(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def imported(file: Path) -> Iterator[str]:
    """Each name that a file imports, with dots: the module, and what is taken from it."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{label(file)}: relative imports hide where they lead"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_imported(file: Path) -> set[str]:
    """The modules and subpackages of generator/ that a file imports."""
    names = (name.split(".") for name in imported(file))
    return {parts[1] for parts in names if parts[0] == "generator" and len(parts) > 1}


def names_read(file: Path) -> Iterator[str]:
    """Each dotted name that the code of a file mentions, such as ``date.today``."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, (ast.Attribute, ast.Name)):
            yield ast.unparse(node)


def test_the_drawing_has_every_module_once() -> None:
    drawn = [name for names in drawing() for name in names]
    there = {part_of(file) for file in SOURCES} - {"__init__"}
    there = {name for name in there if name != "theme"}
    assert len(drawn) == len(set(drawn))
    missing = there - set(drawn)
    assert not missing, f"draw them in generator/__init__.py: {sorted(missing)}"


def test_the_bottom_of_the_drawing_is_the_language_of_all() -> None:
    assert drawing()[0] == ("cli", "plugin")
    assert set(drawing()[-3]) == {"dates", "orthography", "decoding", "escaping", "parting"}
    assert drawing()[-2] == ("word_tables",)
    assert drawing()[-1] == ("errors",)


@pytest.mark.parametrize("file", SOURCES, ids=label)
def test_imports_point_downwards(file: Path) -> None:
    part = part_of(file)
    if part == "__init__":
        return
    others = parts_imported(file) - {part, "__version__"}
    upwards = {name for name in others if LEVELS[name] <= LEVELS[part]}
    assert not upwards, f"{label(file)} imports {sorted(upwards)} from its own line or above"


@pytest.mark.parametrize("file", SOURCES, ids=label)
def test_only_the_plugin_imports_mkdocs(file: Path) -> None:
    roots = {name.partition(".")[0] for name in imported(file)}
    assert "mkdocs" not in roots or part_of(file) == "plugin"


@pytest.mark.parametrize("file", SOURCES, ids=label)
def test_only_the_command_prints_and_reads_the_clock(file: Path) -> None:
    if part_of(file) == "cli":
        return
    names = set(names_read(file))
    assert not names & {"print", "pprint", "click.echo"}
    clocks = re.compile(
        r"(?:.*\.)?(?:datetime\.(?:now|today|utcnow)|date\.today|time\.time(?:_ns)?)"
    )
    read = {name for name in names if clocks.fullmatch(name)}
    assert not read, f"{label(file)} reads a clock: {sorted(read)}"


@pytest.mark.parametrize("file", SOURCES, ids=label)
def test_nothing_of_a_modules_own_is_left_behind_unused(file: Path) -> None:
    """What begins with an underscore and stands once is no longer called: imports from elsewhere aside."""
    written = Counter(re.findall(r"\w+", file.read_text("utf-8")))
    own = {name for node in tree_of(file).body for name in names_given(node)}
    unused = {name for name in own if re.match(r"_[^_]", name) and written[name] == 1}
    assert not unused, f"{label(file)} never uses {sorted(unused)}"


@pytest.mark.parametrize("file", SOURCES, ids=label)
def test_a_module_names_one_thing_once(file: Path) -> None:
    """A second constant of one name takes the first one's place, wherever that is asked for."""
    given = Counter(name for node in tree_of(file).body for name in names_given(node))
    again = {name for name, count in given.items() if count > 1}
    assert not again, f"{label(file)} gives {sorted(again)} a second time"


def names_given(node: ast.stmt) -> Iterator[str]:
    """The names that a statement of a module gives to functions, classes and constants."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, ast.Assign):
        targets = (name for target in node.targets for name in ast.walk(target))
        yield from (name.id for name in targets if isinstance(name, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id


def broad_handlers(file: Path) -> list[int]:
    """The lines of a file where any exception at all is caught and not raised again."""
    lines = []
    for node in ast.walk(tree_of(file)):
        if not isinstance(node, ast.ExceptHandler):
            continue
        caught = ast.unparse(node.type) if node.type else "BaseException"
        raises_again = any(
            isinstance(inner, ast.Raise) and inner.exc is None for inner in node.body
        )
        if re.search(r"\b(?:Base)?Exception\b", caught) and not raises_again:
            lines.append(node.lineno)
    return lines


@pytest.mark.parametrize("file", SOURCES, ids=label)
def test_any_exception_is_caught_at_the_boundary_of_a_bulk_import_only(file: Path) -> None:
    allowed = 1 if label(file) == "pipeline/importing/results.py" else 0
    assert len(broad_handlers(file)) == allowed


@pytest.mark.parametrize("file", SOURCES, ids=label)
def test_no_module_is_a_drawer_for_anything(file: Path) -> None:
    assert not _BANNED & {part.removesuffix(".py") for part in file.relative_to(PACKAGE).parts}


@pytest.mark.parametrize("file", SOURCES, ids=label)
def test_only_the_gate_makes_public_reports(file: Path) -> None:
    made = {
        ast.unparse(node.func).rpartition(".")[2]
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call)
    }
    gated = {"PublicReport", "PublicArchive", "Tombstone", "PublicOriginal"}
    if label(file) == "publication.py":
        assert gated <= made
    else:
        assert not gated & made


def test_pages_and_outputs_never_see_a_report() -> None:
    files = [file for file in SOURCES if part_of(file) in ("pages", "outputs", "rendering")]
    assert files
    for file in files:
        taken = {name.rpartition(".")[2] for name in imported(file)}
        assert not taken & {"Report", "Article", "ArticleStore", "FrontMatter"}, label(file)


def test_a_build_starts_without_the_modules_of_the_import() -> None:
    script = "import sys, generator.plugin; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "generator.pipeline.building" in loaded
    assert not [name for name in loaded if name.startswith(("generator.inference", "trafilatura"))]


def reached_from(*folders: str) -> set[Path]:
    """Every file of the package that those of these folders import, and what those import, and so on."""
    waiting = [file for file in SOURCES if label(file).startswith(folders)]
    found: set[Path] = set()
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += filter(None, map(file_of, imported(file)))
    return found


def file_of(name: str) -> Path | None:
    """The file in which a dotted name of the package is; the longest beginning that is one."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        place = PACKAGE.parent.joinpath(*parts[:length])
        if parts[0] == "generator" and place.with_suffix(".py").is_file():
            return place.with_suffix(".py")
        if parts[0] == "generator" and (place / "__init__.py").is_file():
            return place / "__init__.py"
    return None


def test_no_code_that_is_left_out_of_keys_shapes_a_page_or_a_check() -> None:
    folders = (
        "plugin/",
        "pages/",
        "outputs/",
        "checks/",
        "pipeline/building/",
        "pipeline/checking/",
    )
    reached = reached_from(*folders)
    assert PACKAGE / "rendering" / "renderer.py" in reached
    assert {part_of(file) for file in reached}.isdisjoint(OF_IMPORT)
    assert {part_of(file) for file in SOURCES} >= OF_IMPORT
