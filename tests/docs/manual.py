"""README, the editors' manual and the contributor pages, as the tests read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
README = ROOT / "README.md"
EDITORS = DOCS / "editors"
CONTRIBUTING = DOCS / "contributing"
WORKFLOWS = ROOT / ".github" / "workflows"

PAGES = (README, *sorted(DOCS.rglob("*.md")))
"""Every hand-written page."""

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"(?:^(?: {4}.*)?\n)+", re.MULTILINE)
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def label(page: Path) -> str:
    """The page's path below the project, for messages."""
    return page.relative_to(ROOT).as_posix()


def code_of(page: Path) -> Iterator[str]:
    """Each piece of code on a page: spans, blocks between fences, indented blocks."""
    text = page.read_text("utf-8")
    yield from (match[2] for match in _FENCE.finditer(text))
    text = _FENCE.sub("", text)
    yield from (match[1] for match in _SPAN.finditer(text))
    yield from (match[0] for match in _INDENTED.finditer(text) if match[0].strip())


def yaml_of(page: Path) -> Iterator[str]:
    """Each block of YAML between fences."""
    return (m[2] for m in _FENCE.finditer(page.read_text("utf-8")) if m[1] == "yaml")


def headings_of(page: Path) -> list[str]:
    """The text of each heading."""
    return _HEADING.findall(page.read_text("utf-8"))


def rows_of(page: Path) -> Iterator[list[str]]:
    """The cells of each row of each table, without heads and rules."""
    lines = page.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if line.startswith("|") and not line.startswith("|--") and not below.startswith("|--"):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]
