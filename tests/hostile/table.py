"""``python -m tests.hostile.table``: what each hostile file gave, written into the docs."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from tests.conftest import CONFIG, VOCABULARY, SmallArchive
from tests.hostile.files import HOSTILE, Hostile

PAGE = Path(__file__).parents[2] / "docs/contributing/hostile-files.md"
_IMPORTERS = re.compile(r" \(there are: [^)]*\)")
_TABLE = re.compile(r"(?<=<!-- table -->\n\n).*?(?=\n\n<!-- end -->)", re.DOTALL)


def archive_in(folder: Path) -> SmallArchive:
    """An archive with settings and a vocabulary."""
    for name, content in (("mkdocs.yml", CONFIG), ("vocabulary.yml", VOCABULARY)):
        (folder / name).write_text(content, "utf-8")
    (folder / "articles").mkdir()
    return SmallArchive(folder)


def outcome(archive: SmallArchive, hostile: Hostile) -> str:
    """What the import of one file gave, in the words of the command."""
    raw = archive.write(f"raw/{hostile.name}", hostile.make())
    for name, make in (hostile.beside or {}).items():
        archive.write(f"raw/{name}", make())
    said = [archive_said(record) for record in archive.import_json(raw)]
    told = "; ".join(dict.fromkeys(said)).replace(str(archive.folder / "raw"), "…")
    return _IMPORTERS.sub("", told)


def archive_said(record: dict[str, object]) -> str:
    """One result as a few words."""
    problems = record["problems"]
    assert isinstance(problems, list)
    told = [problem["message"] for problem in problems if problem["field"] in ("", "pictures")]
    if record["path"] is None:
        return f"refused: {'; '.join(told)}"
    return f"imported{f': {told[0]}' if told else ''}"


def table(rows: list[tuple[Hostile, str]]) -> str:
    """The table of the page."""
    lines = ["| File | What it is | What it gave |", "| --- | --- | --- |"]
    for hostile, said in rows:
        plain = said.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
        lines.append(f"| `{hostile.name}` | {hostile.what} | {plain} |")
    return "\n".join(lines)


def table_on_page() -> str:
    """The table as the page has it."""
    found = _TABLE.search(PAGE.read_text("utf-8"))
    assert found is not None
    return found[0]


def main() -> None:
    """Import each file, and write the table."""
    with tempfile.TemporaryDirectory() as folder:
        archive = archive_in(Path(folder))
        told = table([(hostile, outcome(archive, hostile)) for hostile in HOSTILE])
    text = PAGE.read_text("utf-8")
    PAGE.write_text(_TABLE.sub(lambda _: told, text), "utf-8")


if __name__ == "__main__":
    main()
